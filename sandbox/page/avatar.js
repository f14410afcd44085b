// Pictures made of initials, the same for the same person.
import { html } from "./vendor/index.js";

// white letters can be read on all of them
const COLOURS = ["#8a4a2f", "#7a5a12", "#4f6b1f", "#22704a", "#1d6f74", "#2a66a0", "#4c5bb0", "#71509f", "#96457c", "#9b3f4f"];

function initials(name) {
  const words = name.split(/[\s_-]+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)].map((one) => [...one][0]) : [...(words[0] ?? "?")].slice(0, 1);
  return letters.join("").toUpperCase();
}

export function Avatar({ id, name, bot = false, round = true }) {
  const colour = COLOURS[Number(BigInt(id || 0) % 9973n) % COLOURS.length];
  const kind = `avatar${round ? " round" : ""}${bot ? " bot" : ""}`;
  return html`<span class=${kind} aria-hidden="true" style=${{ backgroundColor: colour }}>${initials(name)}</span>`;
}
