// A form (modal) that an application opened.
import { html, useContext, useEffect, useId, useRef, useState } from "./vendor/index.js";
import { Chooser } from "./chooser.js";
import { itemsOf } from "./choices.js";
import { Dialog } from "./dialog.js";
import { Here } from "./here.js";
import { Refusal } from "./api.js";
import { Words } from "./words.js";

const TEXT = new Set(["text", "paragraph"]);
const size = (text) => [...text].length;

/** What is wrong with an answer, in words; nothing when it is fine. */
function wrong(field, value) {
  if (TEXT.has(field.type)) {
    if (!value) return field.required ? "This field is required." : "";
    if (size(value) < field.min) return `Must be ${field.min} or more in length.`;
    return size(value) > field.max ? `Must be ${field.max} or fewer in length.` : "";
  }
  if (field.type === "radio") return field.required && value == null ? "Choose one of these." : "";
  if (field.type === "checkbox") return "";
  const least = field.required ? Math.max(field.min, 1) : field.min;
  if (!value.length && !field.required) return "";
  if (value.length < least) return `Choose ${least} or more.`;
  return value.length > field.max ? `Choose ${field.max} or fewer.` : "";
}

export function FormDialog({ form, done }) {
  const here = useContext(Here);
  const [values, fill] = useState(Object.fromEntries(form.fields.map((one) => [one.custom_id, one.value])));
  const [errors, tell] = useState({});
  const [busy, wait] = useState(false);
  const box = useRef();
  useEffect(() => box.current.querySelector("input, textarea, button.select")?.focus(), []);
  const set = (name) => (value) => {
    fill((before) => ({ ...before, [name]: value }));
    tell((before) => ({ ...before, [name]: "" }));
  };
  const check = () => {
    const found = Object.fromEntries(form.fields.map((one) => [one.custom_id, wrong(one, values[one.custom_id])]));
    tell(found);
    const first = form.fields.find((one) => found[one.custom_id]);
    const field = first && `[data-field="${CSS.escape(first.custom_id)}"] :is(input, textarea, button)`;
    if (first) setTimeout(() => box.current.querySelector(field)?.focus());
    return !first;
  };
  const submit = async (event) => {
    event.preventDefault();
    if (busy || !check()) return;
    wait(true);
    try {
      const answer = await here.eyes.act("submit", { interaction: form.interaction, values });
      if (answer.failed) return tell({ "": answer.failed });
      if (answer.form) here.ask(FormDialog, { form: answer.form });
      done(true);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      tell({ "": refusal.message });
    } finally {
      wait(false);
    }
  };
  return html`<${Dialog} title=${form.title} done=${done} kind="form">
    <form ref=${box} onSubmit=${submit} noValidate>
      <div class="fields-of-form" tabindex="-1">
        ${errors[""] && html`<p class="failed" role="alert">${errors[""]}</p>`}
        ${form.components.map((one) => html`<${Row} of=${one} ...${{ form, values, errors, set }} />`)}
      </div>
      <footer class="dialog-foot">
        <button type="button" class="button secondary" onClick=${() => done()}>Cancel</button>
        <button class="main" aria-busy=${busy ? "true" : undefined}>Submit</button>
      </footer>
    </form>
  <//>`;
}

function Row({ of, form, values, errors, set }) {
  if (of.type === 10) return html`<${Words} text=${of.content} />`;
  const asked = of.component ?? of.components?.[0];
  const field = form.fields.find((one) => one.custom_id === asked?.custom_id);
  if (!field) return null;
  const name = field.custom_id;
  return html`<${Field} field=${field} component=${asked} value=${values[name]} error=${errors[name]} set=${set(name)} />`;
}

const DRAWN = { text: Text, paragraph: Text, radio: Options, checkboxes: Options, checkbox: Single, files: Files };

function Field({ field, component, value, error, set }) {
  const id = useId();
  const Drawn = DRAWN[field.type] ?? Chosen;
  const grouped = Drawn === Options;
  const needed = field.required && html`<span class="needed" aria-hidden="true"> *</span>`;
  const described = [field.description && `${id}about`, error && `${id}error`].filter(Boolean).join(" ") || undefined;
  const words = html`${field.description && html`<p class="hint" id=${`${id}about`}>${field.description}</p>`}`;
  const problem = html`<p class="field-error" id=${`${id}error`} role=${error ? "alert" : undefined}>${error}</p>`;
  const inner = html`<${Drawn} ...${{ id, field, component, value, set, described, error }} />`;
  if (grouped) {
    return html`<fieldset data-field=${field.custom_id}
      aria-describedby=${described}><legend>${field.label}${needed}</legend>${words}${inner}${problem}</fieldset>`;
  }
  return html`<div class="field" data-field=${field.custom_id}><label for=${id}
    id=${`${id}label`}>${field.label}${needed}</label>${words}${inner}${problem}</div>`;
}

function Text({ id, field, value, set, described, error }) {
  const left = field.max - size(value);
  const shared = {
    id, value, required: field.required, "aria-describedby": described, "aria-invalid": error ? "true" : undefined,
    placeholder: field.placeholder, onInput: (event) => set(event.target.value), autocomplete: "off",
  };
  return html`<div class="typed">
    ${field.type === "paragraph" ? html`<textarea rows="5" ...${shared}></textarea>` : html`<input type="text" ...${shared} />`}
    <span class=${left < 0 ? "count over" : "count"}>${size(value)} / ${field.max}</span>
  </div>`;
}

function Options({ id, field, value, set }) {
  const radio = field.type === "radio";
  const has = (one) => (radio ? value === one.value : value.includes(one.value));
  const turn = (one) => {
    if (radio) return set(one.value);
    return set(has(one) ? value.filter((each) => each !== one.value) : [...value, one.value]);
  };
  return field.options.map((one, place) => html`<label class="option" key=${one.value}>
    <input type=${radio ? "radio" : "checkbox"} name=${id} value=${one.value} checked=${has(one)} onChange=${() => turn(one)}
      aria-describedby=${one.description ? `${id}o${place}` : undefined} />
    <span class="what"><b>${one.label}</b>${one.description && html`<small
      id=${`${id}o${place}`}>${one.description}</small>`}</span>
  </label>`);
}

function Single({ id, value, set, described }) {
  return html`<input type="checkbox" id=${id} checked=${value} aria-describedby=${described} onChange=${() => set(!value)} />`;
}

function Files({ id, described }) {
  return html`<p class="hint" id=${id} aria-describedby=${described}>Files cannot be given on this page.</p>`;
}

function Chosen({ id, field, component, value, set, described }) {
  const here = useContext(Here);
  const items = itemsOf(here, component);
  const labels = items.filter((one) => value.includes(one.value)).map((one) => one.label);
  const title = field.label || field.placeholder;
  const choose = async () => {
    const least = field.required ? Math.max(field.min, 1) : 0;
    const values = await here.ask(Chooser, { title, items, least, most: field.max, chosen: value });
    if (values) set(values);
  };
  return html`<button type="button" class="select" id=${id} aria-labelledby=${`${id}label ${id}`}
    aria-describedby=${described} aria-haspopup="dialog" onClick=${choose}>
    <span class=${labels.length ? "" : "placeholder"}>${labels.join(", ") || field.placeholder || "Make a selection"}</span><span aria-hidden="true">▾</span>
  </button>`;
}
