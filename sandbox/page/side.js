// Beside the chat: the members, or a thread.
import { html, useContext, useState } from "./vendor/index.js";
import { Avatar } from "./avatar.js";
import { Chat } from "./chat.js";
import { rove, spot } from "./dialog.js";
import { Here } from "./here.js";
import { onMember } from "./actions.js";
import { Icon } from "./icons.js";

const SHOWN_MOST = 100;

export function Side() {
  const here = useContext(Here);
  if (here.side === "thread" && here.thread) return html`<${Thread} id=${here.thread} />`;
  if (here.side === "members" && here.whole) return html`<${Members} />`;
  return null;
}

function Thread({ id }) {
  const here = useContext(Here);
  return html`<section class="side thread" aria-label="Thread"><${Chat} key=${id}
    id=${id} close=${() => here.closeSide()} /></section>`;
}

/** Under the first of their roles that has a power or is shown apart, as Discord groups them. */
function grouped(whole) {
  const roles = [...whole.roles].filter((one) => one.id !== whole.id && !one.managed).sort((one, other) => other.position - one.position);
  const names = [...roles.map((one) => [one.id, one.name]), ["", "Members"], ["bots", "Apps"]];
  const groups = new Map(names.map(([id, name]) => [id, { name, members: [] }]));
  for (const one of whole.members) {
    const role = roles.find((each) => one.roles.includes(each.id));
    groups.get(one.bot ? "bots" : role?.id ?? "").members.push(one);
  }
  return [...groups.values()].filter((one) => one.members.length);
}

function Members() {
  const here = useContext(Here);
  const [wanted, want] = useState("");
  const [at, be] = useState(null);
  const whole = here.whole;
  const fits = (one) => (one.nick ?? one.name).toLowerCase().includes(wanted.trim().toLowerCase());
  const groups = grouped(whole).map((one) => ({ ...one, members: one.members.filter(fits) }));
  const first = groups.find((one) => one.members.length)?.members[0]?.id;
  const reach = groups.some((one) => one.members.some((each) => each.id === at)) ? at : first;
  return html`<section class="side members" aria-label="Members">
    <header class="bar"><button type="button" class="plain back" aria-label="Back to the channel"
      onClick=${() => here.show({ view: "chat" })}><${Icon} of="back" /></button>
      <h2>Members <small>${whole.members.length}</small></h2></header>
    <input type="search" aria-label="Find a member" placeholder="Find" value=${wanted}
      onInput=${(event) => want(event.target.value)} />
    <div class="scroll" onKeyDown=${(event) => rove(event, "button")}>
      ${groups.map((group) => group.members.length > 0 && html`<h3
        id=${`${here.name}${group.name}`}>${group.name} — ${group.members.length}</h3>
        <ul aria-labelledby=${`${here.name}${group.name}`}>${group.members.slice(0, SHOWN_MOST).map((one) => html`<${Member}
          key=${one.id} of=${one} reach=${one.id === reach} onFocus=${() => be(one.id)} />`)}</ul>
        ${group.members.length > SHOWN_MOST && html`<p
          class="hint">and ${group.members.length - SHOWN_MOST} more: search for them</p>`}`)}
    </div>
  </section>`;
}

function Member({ of, reach, onFocus }) {
  const here = useContext(Here);
  const name = of.nick ?? of.name;
  const menu = (event) => {
    event.preventDefault();
    onMember(here, of.id, spot(event));
  };
  return html`<li><button type="button" class="channel" tabindex=${reach ? 0 : -1} aria-haspopup="menu" onFocus=${onFocus}
    onClick=${menu} onContextMenu=${menu}>
    <${Avatar} id=${of.id} name=${name} bot=${of.bot} /><span class="name">${name}</span>
    ${of.bot && html`<span class="badge">APP</span>`}${of.timed_out && html`<span title="Timed out">⏳<span
      class="sr"> timed out</span></span>`}
  </button></li>`;
}
