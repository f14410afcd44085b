// The options of a slash command, filled in where one usually writes.
import { html, useContext, useEffect, useId, useRef, useState } from "./vendor/index.js";
import { channelsHere, peopleHere, rolesHere } from "./choices.js";
import { Combo } from "./combo.js";
import { Here } from "./here.js";
import { Icon } from "./icons.js";

const [STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER] = [3, 4, 5, 6, 7, 8, 9, 10];
const NAMED = new Set([USER, CHANNEL, ROLE, MENTIONABLE]);
const SUGGESTED_MOST = 25;

/** What is typed, as it is sent; null where it is no number. */
function sent(option, typed) {
  if (option.type === BOOLEAN) return typed === "true";
  if (option.type !== INTEGER && option.type !== NUMBER) return typed;
  const number = Number(typed);
  return Number.isFinite(number) && (option.type === NUMBER || Number.isInteger(number)) ? number : null;
}

function wrong(option, typed) {
  if (typed === undefined || typed === "") {
    return option.required ? "This option is required." : "";
  }
  const value = sent(option, typed);
  if (value === null) return "Write a number here.";
  const length = option.type === STRING ? [...String(value)].length : value;
  const least = option.min_length ?? option.min_value;
  const most = option.max_length ?? option.max_value;
  if (least !== undefined && length < least) return option.type === STRING ? `Write ${least} or more characters.` : `${least} or more.`;
  if (most !== undefined && length > most) return option.type === STRING ? `Write ${most} or fewer characters.` : `${most} or fewer.`;
  return "";
}

export function Options({ command, channel, done }) {
  const here = useContext(Here);
  const [values, fill] = useState({});
  const [shown, show] = useState(command.options.filter((one) => one.required).map((one) => one.name));
  const [errors, tell] = useState({});
  const box = useRef();
  const focus = (name) => {
    const wanted = name ? `[data-option="${name}"] :is(input, select)` : "input, select, button.main";
    setTimeout(() => box.current?.querySelector(wanted)?.focus());
  };
  useEffect(() => focus(), []);
  const hidden = command.options.filter((one) => !shown.includes(one.name));
  const add = (name) => (show([...shown, name]), focus(name));
  const given = () => {
    const known = command.options.filter((one) => values[one.name] !== undefined && values[one.name] !== "");
    return Object.fromEntries(known.map((one) => [one.name, sent(one, values[one.name])]));
  };
  const send = (event) => {
    event.preventDefault();
    const found = Object.fromEntries(command.options.map((one) => [one.name, wrong(one, values[one.name])]));
    const first = command.options.find((one) => found[one.name]);
    tell(found);
    if (first) return focus(first.name);
    here.do("run", { channel, name: command.path, options: given() });
    return done();
  };
  const keys = (event) => event.key === "Escape" && done();
  const complete = async (option, text) => {
    const { [option.name]: own, ...options } = given();
    const asked = { channel, name: command.path, option: option.name, text, options };
    const found = await here.eyes.act("complete", asked).catch(() => []);
    return found.map((one) => ({ label: one.name, value: one.value }));
  };
  return html`<form class="command" ref=${box} aria-label=${`/${command.path}`} onSubmit=${send} onKeyDown=${keys} noValidate>
    <p class="command-name"><b>/${command.path}</b> <span>${command.description}</span>
      <button type="button" class="plain" aria-label="Leave the command" onClick=${done}><${Icon} of="close" /></button></p>
    <div class="options">
      ${command.options.filter((one) => shown.includes(one.name)).map((one) => html`<${Option} key=${one.name} option=${one}
        value=${values[one.name]} error=${errors[one.name]} complete=${(text) => complete(one, text)}
        set=${(value) => (fill((before) => ({ ...before, [one.name]: value })), tell({ ...errors, [one.name]: "" }))} />`)}
      ${hidden.map((one) => html`<button type="button" class="chip" key=${one.name} title=${one.description}
        onClick=${() => add(one.name)}>+ ${one.name}</button>`)}
      <button class="main">Send</button>
    </div>
  </form>`;
}

function Option({ option, value, error, set, complete }) {
  const here = useContext(Here);
  const id = useId();
  const shared = { id, "aria-describedby": `${id}about`, "aria-invalid": error ? "true" : undefined, required: option.required };
  return html`<div class="given" data-option=${option.name}>
    <label for=${id}>${option.name}${option.required && html`<span class="needed" aria-hidden="true"> *</span>`}</label>
    <${Entry} ...${{ here, option, value, set, complete, shared }} />
    <small id=${`${id}about`} class=${error ? "field-error" : ""}
      role=${error ? "alert" : undefined}>${error || option.description}</small>
  </div>`;
}

function Entry({ here, option, value, set, complete, shared }) {
  if (option.choices?.length || option.type === BOOLEAN) {
    const choices = option.choices ?? [{ name: "yes", value: "true" }, { name: "no", value: "false" }];
    return html`<select ...${shared} value=${value ?? ""} onChange=${(event) => set(event.target.value)}>
      <option value="">–</option>${choices.map((one) => html`<option value=${one.value}>${one.name}</option>`)}
    </select>`;
  }
  if (NAMED.has(option.type)) return html`<${Combo} ...${shared} set=${set} suggest=${async (text) => among(here, option, text)} />`;
  if (option.autocomplete) return html`<${Combo} ...${shared} free set=${set} suggest=${complete} />`;
  const number = option.type !== STRING;
  return html`<input type="text" ...${shared} inputmode=${number ? "decimal" : undefined} autocomplete="off"
    value=${value ?? ""} onInput=${(event) => set(event.target.value)} />`;
}

function among(here, option, text) {
  const all = {
    [USER]: () => peopleHere(here),
    [ROLE]: () => rolesHere(here),
    [CHANNEL]: () => channelsHere(here, option.channel_types),
    [MENTIONABLE]: () => [...peopleHere(here), ...rolesHere(here)],
  }[option.type]();
  const wanted = text.replace(/^[@#]/, "").toLowerCase();
  return all.filter((one) => one.label.toLowerCase().includes(wanted)).slice(0, SUGGESTED_MOST);
}
