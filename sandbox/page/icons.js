// Small drawings, so that no font has to have them. They are silent: what they stand on has a name.
import { html } from "./vendor/index.js";

const LINES = {
  back: "M15 5l-7 7 7 7",
  close: "M6 6l12 12M18 6L6 18",
  clock: "M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
  columns: "M4 5h16v14H4zM12 5v14",
  eye: "M2.5 12S6 6 12 6s9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  lines: "M5 7h14M5 12h14M5 17h9",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  mail: "M3.5 6h17v12h-17zM3.5 7l8.5 6.5L20.5 7",
  members: "M9 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 9 11zM3 19.5c0-3.5 2.6-5.5 6-5.5s6 2 6 5.5M16 11a2.8 2.8 0 1 0-1-5.4M16.5 14c2.8.2 4.7 2.1 4.7 5.2",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z",
  more: "M5.5 12h.01M12 12h.01M18.5 12h.01",
  plus: "M12 5v14M5 12h14",
  reply: "M9 7l-5 5 5 5M4 12h9c4 0 6.5 2 7 6",
  send: "M4 12L20 4l-4.5 16-4-6.5z",
  smile: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.5 14.5c1.8 2.2 5.2 2.2 7 0M9 9.5h.01M15 9.5h.01",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  swap: "M7 7h11l-3-3M17 17H6l3 3",
  system: "M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18",
  thread: "M4 5h16v11H9l-5 4zM8 9h8M8 12h5",
  wing: "M3 16c6 0 9-4 10-11 1.5 7 4 11 8 11-4.5 1-7 2.5-8.5 5-2-2.5-5-4-9.5-5z",
};

export function Icon({ of }) {
  const heavy = of === "more" || of === "smile";
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor"
    stroke-width=${heavy ? 2.2 : 1.8} stroke-linecap="round" stroke-linejoin="round"><path d=${LINES[of]} /></svg>`;
}
