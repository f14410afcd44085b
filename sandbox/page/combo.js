// A field that suggests while one types.
import { html, useId, useRef, useState } from "./vendor/index.js";
import { Offers } from "./offers.js";

const AFTER_MS = 120;

/** `suggest(text)` gives {label, value, detail} soon; `free` lets other words stand; set(value, label). */
export function Combo({ id, value, suggest, free = false, set, ...more }) {
  const [text, write] = useState("");
  const [list, offer] = useState([]);
  const [at, move] = useState(0);
  const list_id = useId();
  const timer = useRef();
  const asked = useRef(0);
  const look = (typed) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const number = (asked.current += 1);
      const found = await suggest(typed);
      if (number === asked.current) [offer(found), move(0)];
    }, AFTER_MS);
  };
  const shut = () => {
    clearTimeout(timer.current);
    asked.current += 1;
    offer([]);
  };
  const pick = (one) => {
    write(one.label);
    set(one.value, one.label);
    shut();
  };
  const onInput = (event) => {
    write(event.target.value);
    set(free ? event.target.value : "", event.target.value);
    look(event.target.value);
  };
  const keys = (event) => {
    const open = list.length > 0;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && open) move((at + step + list.length) % list.length);
    else if (step) look(text);
    else if (open && event.key === "Enter") pick(list[at]);
    else if (open && event.key === "Tab") return pick(list[at]);
    else if (open && event.key === "Escape") [shut(), event.stopPropagation()];
    else return null;
    return event.preventDefault();
  };
  const open = list.length > 0;
  return html`<span class="combo">
    <input type="text" id=${id} role="combobox" autocomplete="off" aria-autocomplete="list" aria-expanded=${String(open)}
      aria-controls=${open ? `${list_id}list` : undefined} aria-activedescendant=${open ? `${list_id}-${at}` : undefined}
      value=${text} ...${more} onInput=${onInput} onKeyDown=${keys} onFocus=${() => look(text)} onBlur=${shut} />
    ${open && html`<${Offers} id=${list_id} list=${list} at=${at} pick=${pick} label="Suggestions" />`}
  </span>`;
}
