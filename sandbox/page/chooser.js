// Choosing one or several from a list that can be searched: for select menus, forms, and whom to be.
import { html, useId, useRef, useState } from "./vendor/index.js";
import { Dialog } from "./dialog.js";

const SHOWN_MOST = 100;
const SEARCH_FROM = 8;

const fits = (item, wanted) => `${item.label} ${item.detail ?? ""}`.toLowerCase().includes(wanted);

/** `items` are {value, label, detail, icon}; done(values) when chosen, done() when left. */
export function Chooser({ title, hint, items, least = 1, most = 1, chosen = [], done }) {
  const [wanted, want] = useState("");
  const [values, take] = useState(chosen);
  const found = items.filter((one) => fits(one, wanted.trim().toLowerCase()));
  const [at, move] = useState(Math.max(0, items.findIndex((one) => chosen.includes(one.value))));
  const id = useId();
  const list = useRef();
  const active = Math.min(at, Math.min(found.length, SHOWN_MOST) - 1);
  const pick = (one) => {
    if (most === 1) return done([one.value]);
    const has = values.includes(one.value);
    if (!has && values.length >= most) return null;
    return take(has ? values.filter((each) => each !== one.value) : [...values, one.value]);
  };
  const onKeyDown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const to = Math.max(0, Math.min(active + step, found.length - 1));
      move(to);
      list.current.children[to]?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" || (event.key === " " && !wanted && most > 1)) {
      if (found[active]) pick(found[active]);
    } else return;
    event.preventDefault();
  };
  const enough = values.length >= least;
  return html`<${Dialog} title=${title} done=${done} light kind="chooser">
    ${hint && html`<p class="hint">${hint}</p>`}
    <input type="text" class=${items.length < SEARCH_FROM ? "search few" : "search"} role="combobox" autofocus
      aria-label=${`Search: ${title}`} aria-expanded="true" aria-controls=${`${id}list`} aria-autocomplete="list"
      aria-activedescendant=${found[active] ? `${id}-${active}` : undefined}
      placeholder="Search" value=${wanted} autocomplete="off"
      onInput=${(event) => (want(event.target.value), move(0))} onKeyDown=${onKeyDown} />
    <ul role="listbox" id=${`${id}list`} ref=${list} aria-label=${title} aria-multiselectable=${most > 1 ? "true" : undefined}>
      ${found.slice(0, SHOWN_MOST).map((one, place) => {
        const has = values.includes(one.value);
        return html`<li role="option" id=${`${id}-${place}`} key=${one.value} aria-selected=${String(has)}
          class=${place === active ? "at" : ""} onClick=${() => pick(one)}>
          ${one.icon}<span class="what"><b>${one.label}</b>${one.detail && html`<small>${one.detail}</small>`}</span>
          ${(has || most > 1) && html`<span class=${has ? "tick on" : "tick"} aria-hidden="true">${has ? "✓" : ""}</span>`}
        </li>`;
      })}
    </ul>
    <p class="hint" role="status">${counted(found.length)}</p>
    ${(most > 1 || least === 0) && html`<footer class="dialog-foot">
      <span>${values.length} of ${least === most ? least : `${least}–${most}`} chosen</span>
      <button type="button" class="main" disabled=${!enough} onClick=${() => done(values)}>Done</button>
    </footer>`}
  <//>`;
}

function counted(count) {
  if (!count) return "Nothing fits. Try fewer letters.";
  return count > SHOWN_MOST ? `The first ${SHOWN_MOST} of ${count}. Type to find others.` : "";
}
