// What a visitor can do that nobody on Discord can: the clock, the log, two panes, light and dark.
import { html, useState } from "./vendor/index.js";
import { useChanges } from "./changes.js";
import { clock, written } from "./clock.js";
import { desk } from "./desk.js";
import { Dialog } from "./dialog.js";
import { log } from "./log.js";
import { Icon } from "./icons.js";

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86400;
const STEPS = [["+5 min", 5 * MINUTE], ["+1 h", HOUR], ["+1 day", DAY]];
const SPEEDS = [1, 10, 60, 600, 3600];
const THEMES = { auto: "As the system", light: "Light", dark: "Dark" };
const NEXT = { auto: "light", light: "dark", dark: "auto" };
const SIGNS = { auto: "system", light: "sun", dark: "moon" };

export function Tools() {
  useChanges(desk, log);
  const [setting, set] = useState(false);
  const two = desk.panes.length > 1;
  return html`<header class="top">
    <h1><span class="logo"><${Icon} of="wing" /></span> <span
      class="title">Sandbox</span> <small>a Discord on this machine only</small></h1>
    <${Now} open=${() => set(true)} />
    <button type="button" class="tool split" aria-label="Two members" aria-pressed=${String(two)}
      onClick=${() => (two ? desk.leave(desk.panes[1]) : desk.split())}>
      <${Icon} of="columns" /><span class="word">Two members</span></button>
    <button type="button" class="tool" aria-label="Requests" aria-pressed=${String(log.isOpen)}
      onClick=${() => (log.isOpen ? log.close() : log.open())}>
      <${Icon} of="lines" /><span class="word">Requests</span></button>
    <${Theme} />
    ${setting && html`<${ClockDialog} done=${() => set(false)} />`}
  </header>`;
}

function Now({ open }) {
  useChanges(clock);
  const now = clock.now();
  const speed = clock.speed === 1 ? "" : ` ×${clock.speed}`;
  return html`<button type="button" class="tool now" aria-haspopup="dialog" onClick=${open}
    aria-label=${`People's clock: ${written(now, "f")}${speed}. Move it`}>
    <${Icon} of="clock" /> <span class="date">${written(now, "d")}</span> ${written(now, "t")}${speed}
  </button>`;
}

/** A moment as the browser's field for it has it, in local time. */
function asField(unix) {
  const local = new Date(unix * 1000 - new Date(unix * 1000).getTimezoneOffset() * MINUTE * 1000);
  return local.toISOString().slice(0, 16);
}

function ClockDialog({ done }) {
  useChanges(clock);
  const [to, set] = useState(asField(clock.now()));
  const [said, say] = useState("");
  const tell = (change) => clock.tell(change).then(() => say(`It is ${written(clock.now(), "F")}.`), (refusal) => say(refusal.message));
  const setTo = (event) => {
    event.preventDefault();
    if (to) tell({ set: new Date(to).toISOString() });
  };
  return html`<${Dialog} title="People's clock" done=${done} light kind="clock">
    <p class="big">${written(clock.now(), "F")}</p>
    <p class="hint">Moving it moves what people and the bot take for the time. Discord's own limits keep to the real clock.</p>
    <div class="row">${STEPS.map(([name, by]) => html`<button type="button" class="button primary"
      onClick=${() => tell({ move: by })}>${name}</button>`)}</div>
    <form class="row" onSubmit=${setTo}><label>To a time <input type="datetime-local" value=${to}
      onInput=${(event) => set(event.target.value)} /></label>
      <button class="button secondary">Set</button></form>
    <label class="row">Speed <select value=${String(clock.speed)}
      onChange=${(event) => tell({ speed: Number(event.target.value) })}>
      ${[...new Set([...SPEEDS, clock.speed])].map((one) => html`<option
        value=${String(one)}>${one === 1 ? "as usual" : `${one} times`}</option>`)}
    </select></label>
    <p class="hint" role="status">${said}</p>
  <//>`;
}

function Theme() {
  const [theme, choose] = useState(localStorage.theme ?? "auto");
  dress(theme);
  return html`<button type="button" class="tool" title=${`Colours: ${THEMES[theme]}`}
    onClick=${() => choose((localStorage.theme = NEXT[theme]))}
    aria-label=${`Colours: ${THEMES[theme]}. Change`}><${Icon} of=${SIGNS[theme]} /></button>`;
}

function dress(theme) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
