// Components of a message: containers, texts, media, buttons, select menus.
import { html, useContext, useState } from "./vendor/index.js";
import { useChanges } from "./changes.js";
import { Chooser } from "./chooser.js";
import { defaultsOf, emoji, itemsOf } from "./choices.js";
import { Here, Reach } from "./here.js";
import { Picture, ownAddress } from "./media.js";
import { Words } from "./words.js";
import { Icon } from "./icons.js";

const SELECTS = new Set([3, 5, 6, 7, 8]);
const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link", 6: "secondary" };

export function Components({ of, message }) {
  return of.map((one) => html`<${Part} key=${one.id} of=${one} message=${message} />`);
}

const DRAWN = {
  1: ({ of, message }) => html`<div class="row"><${Components} of=${of.components} message=${message} /></div>`,
  2: Button,
  9: Section,
  10: ({ of }) => html`<${Words} text=${of.content} />`,
  11: ({ of }) => html`<${Picture} of=${of} small />`,
  12: ({ of }) => html`<div
    class="gallery g${Math.min(of.items.length, 4)}">${of.items.map((one) => html`<${Picture} of=${one} />`)}</div>`,
  13: ({ of }) => html`<a class="file"
    href=${ownAddress(of.file.url)} download=${of.name}><${Icon} of="file" /> ${of.name ?? "file"}</a>`,
  14: ({ of }) => html`<hr class=${`${of.divider === false ? "bare" : ""}${of.spacing === 2 ? " wide" : ""}`} />`,
  17: Container,
};

function Part({ of, message }) {
  const Drawn = SELECTS.has(of.type) ? Select : DRAWN[of.type];
  if (!Drawn) return html`<p class="small">(A component of type ${of.type}, which this page does not draw.)</p>`;
  return html`<${Drawn} of=${of} message=${message} />`;
}

function Section({ of, message }) {
  return html`<div class="section">
    <div class="section-words"><${Components} of=${of.components} message=${message} /></div>
    ${of.accessory && html`<${Part} of=${of.accessory} message=${message} />`}
  </div>`;
}

function Container({ of, message }) {
  const [shown, show] = useState(!of.spoiler);
  const tabindex = useContext(Reach);
  const accent = of.accent_color == null ? undefined : `#${of.accent_color.toString(16).padStart(6, "0")}`;
  const inside = html`<${Components} of=${of.components} message=${message} />`;
  return html`<div class=${`container${accent ? " accented" : ""}${shown ? "" : " veiled"}`} style=${accent && { "--accent-of-it": accent }}>
    ${shown
      ? inside
      : html`<div class="veil" inert>${inside}</div>
          <button type="button" class="unveil" tabindex=${tabindex} onClick=${() => show(true)}>Hidden until tapped</button>`}
  </div>`;
}

function Button({ of, message }) {
  const here = useContext(Here);
  const tabindex = useContext(Reach);
  useChanges(here.doing);
  const key = `${message.id} ${of.custom_id}`;
  const busy = here.busy.has(key);
  const label = html`${of.emoji && html`<span
    class="emoji">${emoji(of.emoji)}</span>`}${of.label && html`<span>${of.label}</span>`}`;
  const named = of.label ? undefined : emoji(of.emoji) ?? "Button";
  if (of.url) {
    return html`<a class="button link" href=${of.url} target="_blank" rel="noopener noreferrer"
      tabindex=${tabindex}>${label} <span aria-hidden="true">↗</span></a>`;
  }
  const press = () => here.do("press", { channel: message.channel_id, message: message.id, button: of.custom_id }, { key, at: message });
  return html`<button type="button" class=${`button ${STYLES[of.style] ?? "secondary"}`} tabindex=${tabindex}
    disabled=${of.disabled}
    aria-busy=${busy ? "true" : undefined} aria-label=${named} data-id=${of.custom_id} onClick=${press}>${label}</button>`;
}

function Select({ of, message }) {
  const here = useContext(Here);
  const tabindex = useContext(Reach);
  useChanges(here.doing);
  const items = itemsOf(here, of);
  const chosen = defaultsOf(of);
  const key = `${message.id} ${of.custom_id}`;
  const title = of.placeholder || "Make a selection";
  const labels = items.filter((one) => chosen.includes(one.value)).map((one) => one.label);
  const choose = async () => {
    const values = await here.ask(Chooser, { title, items, least: of.min_values ?? 1, most: of.max_values ?? 1, chosen });
    if (!values) return;
    here.do("choose", { channel: message.channel_id, message: message.id, menu: of.custom_id, values }, { key, at: message });
  };
  return html`<button type="button" class="select" tabindex=${tabindex} disabled=${of.disabled} aria-haspopup="dialog"
    aria-busy=${here.busy.has(key) ? "true" : undefined} data-id=${of.custom_id} onClick=${choose}>
    <span class=${labels.length ? "" : "placeholder"}>${labels.join(", ") || title}</span><span aria-hidden="true">▾</span>
  </button>`;
}
