// A dialog, a menu, and moving about in lists by arrow keys.
import { html, useEffect, useRef } from "./vendor/index.js";
import { Icon } from "./icons.js";

/** The browser keeps the focus inside; Esc, and a press beside it where `light`, leave it. */
export function Dialog({ label, title, done, light = false, kind = "", place, children }) {
  const box = useRef();
  useEffect(() => {
    const back = document.activeElement;
    box.current.showModal();
    return () => setTimeout(() => document.activeElement === document.body && back?.isConnected && back.focus({ preventScroll: true }));
  }, []);
  const leave = (event) => {
    event.preventDefault();
    done();
  };
  const beside = (event) => light && event.target === box.current && done();
  return html`<dialog ref=${box} class=${kind} style=${place} aria-label=${label ?? title} onCancel=${leave} onClick=${beside}>
    ${title && html`<header class="dialog-head">
      <h2>${title}</h2>
      <button type="button" class="plain" aria-label="Close" onClick=${() => done()}><${Icon} of="close" /></button>
    </header>`}
    ${children}
  </dialog>`;
}

const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: "first", End: "last" };

/** Moves the focus among the elements of a list; put it on the list's `onKeyDown`. */
export function rove(event, selector, { sideways = false } = {}) {
  const keys = sideways ? { ArrowRight: 1, ArrowLeft: -1 } : {};
  const step = { ...STEPS, ...keys }[event.key];
  const items = [...event.currentTarget.querySelectorAll(selector)];
  const at = items.indexOf(event.target.closest(selector));
  if (step === undefined || at < 0) return;
  event.preventDefault();
  const to = step === "first" ? 0 : step === "last" ? items.length - 1 : at + step;
  items[Math.max(0, Math.min(to, items.length - 1))].focus();
}

const EDGE = 8;

/** A list of things to do: `items` are {label, detail, do, danger, heading}. */
export function Menu({ label, items, at, top, done }) {
  const list = useRef();
  useEffect(() => {
    const box = list.current.closest("dialog");
    list.current.querySelector("button")?.focus();
    const [wide, high] = [box.offsetWidth, box.offsetHeight];
    box.style.left = `${Math.max(EDGE, Math.min(at.x, innerWidth - wide - EDGE))}px`;
    box.style.top = `${Math.max(EDGE, Math.min(at.y, innerHeight - high - EDGE))}px`;
  }, []);
  const choose = (one) => {
    done();
    one.do();
  };
  return html`<${Dialog} label=${label} done=${done} light kind="menu">
    ${top?.(done)}
    <ul role="menu" aria-label=${label} ref=${list} onKeyDown=${(event) => rove(event, "button")}>
      ${items.map((one) =>
        one.heading
          ? html`<li role="presentation" class="menu-heading">${one.heading}</li>`
          : html`<li role="presentation"><button type="button" role="menuitem" class=${one.danger ? "danger" : ""}
            onClick=${() => choose(one)}>
              ${one.label}${one.detail && html`<small>${one.detail}</small>`}
            </button></li>`,
      )}
    </ul>
  <//>`;
}

/** Where a menu opens: at the pointer, or at the element when a key opened it. */
export function spot(event) {
  if (event.clientX || event.clientY) return { x: event.clientX, y: event.clientY };
  const box = event.currentTarget.getBoundingClientRect();
  return { x: box.left + Math.min(48, box.width), y: box.top + Math.min(24, box.height) };
}
