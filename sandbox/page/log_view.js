// The log of requests, newest first, each with its bodies.
import { html, useState } from "./vendor/index.js";
import { useChanges } from "./changes.js";
import { written } from "./clock.js";
import { log } from "./log.js";
import { Icon } from "./icons.js";

const SHOWN_MOST = 200;

export function LogView() {
  useChanges(log);
  const [wanted, want] = useState("");
  if (!log.isOpen) return null;
  const said = (one) => `${one.method} ${one.path} ${one.status} ${JSON.stringify(one.body)}`.toLowerCase();
  const fits = (one) => !wanted || said(one).includes(wanted.toLowerCase());
  const shown = log.lines.filter(fits).slice(-SHOWN_MOST).reverse();
  return html`<section class="log" aria-label="Requests of the bots">
    <header class="bar"><h2>Requests</h2><span class="gap"></span>
      <button type="button" class="plain" aria-label="Close the requests"
        onClick=${() => log.close()}><${Icon} of="close" /></button></header>
    <input type="search" aria-label="Search the requests" placeholder="Search" value=${wanted}
      onInput=${(event) => want(event.target.value)} />
    ${log.violations.length > 0 && html`<details
      class="violations"><summary>${log.violations.length} broke Discord's rules</summary>
      <ul>${log.violations.map((one) => html`<li>${one}</li>`)}</ul></details>`}
    <div class="scroll" tabindex="0" role="region" aria-label="List of requests">
      <ol class="lines">${shown.map((one) => html`<li key=${one.number}><${Line} of=${one} /></li>`)}</ol>
      ${!shown.length && html`<p class="hint">Nothing yet.</p>`}
    </div>
  </section>`;
}

function Line({ of }) {
  const [open, turn] = useState(false);
  const bad = log.violations.some((one) => one.startsWith(`request ${of.method} ${of.path}:`));
  const kind = of.status >= 400 || bad ? "status bad" : "status";
  return html`<details onToggle=${(event) => turn(event.currentTarget.open)}>
    <summary><span class=${kind}>${of.status || "cut"}</span> <b>${of.method}</b> <span
      class="route">${of.route}</span> <time>${written(of.at, "T")}</time></summary>
    ${open && html`<p class="path">${of.path}</p>
      <h3>Asked</h3><pre tabindex="0">${JSON.stringify(of.body, null, 2)}</pre>
      <h3>Answered</h3><pre tabindex="0">${JSON.stringify(of.answer, null, 2)}</pre>`}
  </details>`;
}
