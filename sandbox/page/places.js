// Where one can go: servers, channels with their threads, DMs.
import { html, useContext, useState } from "./vendor/index.js";
import { Avatar } from "./avatar.js";
import { beSomebody } from "./be.js";
import { rove } from "./dialog.js";
import { Here } from "./here.js";
import { order } from "./room.js";
import { people, standing } from "./people.js";
import { write } from "./actions.js";
import { Icon } from "./icons.js";

const CATEGORY = 4;
const SIGNS = { 10: "thread", 11: "thread", 12: "lock" };
const READABLE = new Set([0, 5]);

export function Places() {
  return html`<nav class="places" aria-label="Servers and channels">
    <${Rail} />
    <div class="places-in"><${Inside} /><${Person} /></div>
  </nav>`;
}

function sums(here, guild) {
  const inside = [...here.eyes.unread.values()].filter((one) => (one.guild ?? "dms") === guild);
  return { count: inside.reduce((sum, one) => sum + one.count, 0), pings: inside.reduce((sum, one) => sum + one.pings, 0) };
}

function Rail() {
  const here = useContext(Here);
  const [at, be] = useState(here.guild);
  const known = ["dms", ...here.eyes.guilds.map((one) => one.id)];
  const reach = known.includes(at) ? at : here.guild;
  const one = (id, name, icon) => {
    const { count, pings } = sums(here, id);
    return html`<li key=${id}><button type="button" aria-current=${here.guild === id ? "true" : undefined}
      tabindex=${reach === id ? 0 : -1}
      title=${name} onFocus=${() => be(id)} onClick=${() => here.go(id, here.last[id])}
      aria-label=${count ? `${name}, ${count} unread` : name} class=${count ? "unread" : ""}>
      ${icon}${pings > 0 && html`<span class="pings" aria-hidden="true">${pings}</span>`}</button></li>`;
  };
  return html`<ul class="rail" aria-label="Servers" onKeyDown=${(event) => rove(event, "button")}>
    ${one("dms", "Direct messages", html`<span class="avatar dms" ><${Icon} of="mail" /></span>`)}
    ${here.eyes.guilds.map((each) => one(each.id, each.name, html`<${Avatar} id=${each.id} name=${each.name} round=${false} />`))}
  </ul>`;
}

function Inside() {
  const here = useContext(Here);
  if (here.guild === "dms") return html`<${Messages} />`;
  const whole = here.whole;
  if (!whole) return html`<p class="hint">One moment …</p>`;
  return html`<h2 class="places-name">${whole.name}</h2>
    <${List} label="Channels" rows=${arranged(whole, here)} />`;
}

/** Channels in their order, under their category, each with its open threads. */
function arranged(whole, here) {
  const by = (one, other) => one.position - other.position || order(one.id, other.id);
  const under = (parent) => whole.channels.filter((one) => one.type !== CATEGORY && (one.parent_id ?? null) === parent).sort(by);
  const shown = new Set(whole.channels.filter((one) => one.type === CATEGORY).map((one) => one.id));
  const stray = whole.channels.filter((one) => one.type !== CATEGORY && one.parent_id && !shown.has(one.parent_id));
  const threads = (channel) =>
    whole.threads
      .filter((one) => one.parent_id === channel.id && (one.id === here.thread || (one.joined && !one.thread_metadata.archived)))
      .sort((one, other) => order(other.id, one.id))
      .slice(0, 8)
      .map((one) => ({ ...one, deep: true }));
  const rows = (list) => list.flatMap((one) => [one, ...threads(one)]);
  const categories = whole.channels.filter((one) => one.type === CATEGORY).sort(by);
  return [...rows([...under(null), ...stray]), ...categories.flatMap((one) => [one, ...rows(under(one.id))])];
}

function List({ label, rows }) {
  const here = useContext(Here);
  const open = here.thread ?? here.channel;
  const [at, be] = useState(open);
  const known = rows.some((one) => one.id === at && one.type !== CATEGORY);
  const reach = known ? at : rows.some((one) => one.id === open) ? open : rows.find((one) => one.type !== CATEGORY)?.id;
  return html`<ul class="channels" aria-label=${label} onKeyDown=${(event) => rove(event, "button")}>
    ${rows.map((one) =>
      one.type === CATEGORY
        ? html`<li key=${one.id} class="category">${one.name}</li>`
        : html`<li key=${one.id}><${Row} of=${one} open=${open === one.id} reach=${reach === one.id}
          onFocus=${() => be(one.id)} /></li>`,
    )}
  </ul>`;
}

function Row({ of, open, reach, onFocus }) {
  const here = useContext(Here);
  const unread = here.eyes.unread.get(of.id);
  const go = () => {
    if (READABLE.has(of.type) || of.deep) here.go(here.guild, of.id);
    else here.notice("Voice and forums are not part of this page.");
  };
  return html`<button type="button" class=${`channel${of.deep ? " deep" : ""}${unread ? " unread" : ""}`} tabindex=${reach ? 0 : -1}
    aria-current=${open ? "page" : undefined} onFocus=${onFocus} onClick=${go}>
    <span class="sign" aria-hidden="true">${SIGNS[of.type] ? html`<${Icon} of=${SIGNS[of.type]} />` : "#"}</span><span
      class="name">${of.name}</span>
    ${unread && html`<span class="sr">, ${unread.count} unread</span>`}
    ${unread?.pings > 0 && html`<span class="pings" aria-hidden="true">${unread.pings}</span>`}
  </button>`;
}

function Messages() {
  const here = useContext(Here);
  const latest = [...here.eyes.dms].sort((one, other) => order(other.last_message_id ?? "0", one.last_message_id ?? "0"));
  const known = new Set(latest.map((one) => one.with.id));
  const own = new Set(here.eyes.guilds.map((one) => one.id));
  const bots = people.bots.filter((one) => !known.has(one.id) && one.guilds.some((guild) => own.has(guild.id)));
  const dm = (one) => {
    const unread = here.eyes.unread.get(one.id);
    return html`<li key=${one.id}><button type="button" class=${`channel${unread ? " unread" : ""}`}
      aria-current=${here.channel === one.id ? "page" : undefined}
      onClick=${() => here.go("dms", one.id)}><${Avatar} id=${one.with.id} name=${one.with.name} bot=${one.with.bot} /><span
        class="name">${one.with.name}</span>
      ${unread && html`<span class="sr">, ${unread.count} unread</span><span class="pings"
        aria-hidden="true">${unread.count}</span>`}</button></li>`;
  };
  return html`<h2 class="places-name">Direct messages</h2>
    <ul class="channels" aria-label="Direct messages" onKeyDown=${(event) => rove(event, "button")}>
      ${latest.map(dm)}
      ${bots.length > 0 && html`<li class="category">Write to</li>`}
      ${bots.map((one) => html`<li key=${one.id}><button type="button" class="channel" onClick=${() => write(here, one.id)}>
        <${Avatar} id=${one.id} name=${one.name} bot /><span class="name">${one.name}</span></button></li>`)}
    </ul>`;
}

/** Who one is, and the way to be somebody else. */
export function Person({ small = false }) {
  const here = useContext(Here);
  const you = here.eyes.you;
  const person = people.all.find((one) => one.id === you?.id);
  if (!you) return null;
  return html`<button type="button" class=${small ? "person small-person" : "person"} onClick=${() => beSomebody(here)}
    aria-label=${`You are ${you.name}. Be somebody else`} title="Be somebody else">
    <${Avatar} id=${you.id} name=${you.name} />
    <span class="what"><b>${you.name}</b><small>${person ? standing(person, here.guild) : ""}</small></span>
    <span class="turn"><${Icon} of="swap" /></span>
  </button>`;
}
