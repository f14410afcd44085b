// The page: tools above, one or two people's panes, the log beside them.
import { html, render, useEffect, useState } from "./vendor/index.js";
import { useChanges } from "./changes.js";
import { Chat } from "./chat.js";
import { desk } from "./desk.js";
import { Here } from "./here.js";
import { LogView } from "./log_view.js";
import { Places } from "./places.js";
import { Side } from "./side.js";
import { Tools } from "./tools.js";
import { Icon } from "./icons.js";

function PaneView({ pane }) {
  useChanges(pane);
  // with no channel open there is nothing to read: where one is seen at a time, it is the list
  const view = pane.channel ? pane.view : "places";
  const beside = pane.side === "thread" ? pane.thread : pane.side === "members" && pane.whole;
  return html`<${Here.Provider} value=${pane}>
    <section class="pane" id=${pane.name} data-view=${view} data-side=${beside ? pane.side : ""}
      aria-label=${`${pane.eyes.you?.name ?? ""}'s Discord`}>
      <${Places} />
      ${pane.channel
        ? html`<div class="middle"><${Chat} key=${pane.channel} id=${pane.channel} /></div>`
        : html`<div class="middle empty"><p>Choose a channel or somebody to write to.</p></div>`}
      <${Side} />
      <div class="notices" role="alert">${pane.notices.map((one) => html`<p key=${one.key}>${one.text}
        <button type="button" class="plain" aria-label="Close this notice"
          onClick=${() => pane.hush(one.key)}><${Icon} of="close" /></button></p>`)}</div>
      ${pane.dialogs.map(({ key, dialog: Opened, props }) => html`<${Opened} key=${key} ...${props} />`)}
    </section>
  <//>`;
}

function Page() {
  useChanges(desk);
  const [state, set] = useState("One moment …");
  useEffect(() => {
    const empty = "Nobody lives here yet. Add people to the sandbox, then load this page again.";
    desk.open().then(() => set(desk.panes.length ? "" : empty), (refusal) => set(refusal.message));
  }, []);
  return html`<${Tools} />
    <main class=${`desk of${desk.panes.length}`}>
      ${state && html`<p class="starting" role="status">${state}</p>`}
      ${desk.panes.map((one) => html`<${PaneView} key=${one.name} pane=${one} />`)}
      <${LogView} />
    </main>`;
}

const root = document.getElementById("page");
root.textContent = "";
render(html`<${Page} />`, root);
