// What is offered below a field while one types.
import { html, useEffect, useRef } from "./vendor/index.js";

export function Offers({ id, list, at, pick, label }) {
  const box = useRef();
  useEffect(() => box.current.children[at]?.scrollIntoView({ block: "nearest" }), [at]);
  return html`<ul class="offers" role="listbox" id=${`${id}list`} aria-label=${label} ref=${box}>
    ${list.map((one, place) => html`<li role="option" id=${`${id}-${place}`} key=${one.label + place}
      aria-selected=${String(place === at)} class=${place === at ? "at" : ""}
      onMouseDown=${(event) => event.preventDefault()} onClick=${() => pick(one)}>
      ${one.icon}<span class="what"><b>${one.label}</b>${one.detail && html`<small>${one.detail}</small>`}</span>${one.aside && html`<small>${one.aside}</small>`}
    </li>`)}
  </ul>`;
}
