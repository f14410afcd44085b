// One message in a list.
import { Component, html, useContext } from "./vendor/index.js";
import { Avatar } from "./avatar.js";
import { bare } from "./markdown.js";
import { useChanges } from "./changes.js";
import { beside, clock, written } from "./clock.js";
import { Components } from "./components.js";
import { spot } from "./dialog.js";
import { Here, Reach } from "./here.js";
import { Attachments, Embed } from "./media.js";
import { onMember, onMessage, pickEmoji } from "./actions.js";
import { Words } from "./words.js";
import { Icon } from "./icons.js";


export const nameIn = (here, message) =>
  message.webhook_id && message.author.bot ? message.author.username : here.nameOf(message.author.id);

/** Drawn again only when something of it changed. */
export class Message extends Component {
  shouldComponentUpdate(next) {
    return Object.keys(next).some((key) => next[key] !== this.props[key]);
  }

  render({ message, compact, reach, marked }) {
    return html`<${Reach.Provider} value=${reach}>
      ${message.system ? html`<${System} message=${message} />` : html`<${Usual} ...${{ message, compact, reach, marked }} />`}
    <//>`;
  }
}

function Usual({ message, compact, reach, marked }) {
  const here = useContext(Here);
  const name = nameIn(here, message);
  const menu = (event) => {
    event.preventDefault();
    onMessage(here, message, spot(event));
  };
  const pinged = message.pings_me && !message.mine;
  const kinds = ["message", compact && "compact", message.ephemeral && "ephemeral", pinged && "pinged", marked && "marked"];
  return html`<article class=${kinds.filter(Boolean).join(" ")} tabindex=${reach} data-message=${message.id} onContextMenu=${menu}
    aria-label=${`${name}, ${written(message.at, "t")}${message.ephemeral ? ", only you can see this" : ""}`}>
    <${Origin} message=${message} />
    ${compact ? html`<span class="aside-time"
      aria-hidden="true">${written(message.at, "t")}</span>` : html`<${Head} name=${name} message=${message} />`}
    <div class="body"><${Body} message=${message} /></div>
    <${Tools} message=${message} menu=${menu} />
  </article>`;
}

function Head({ name, message }) {
  const here = useContext(Here);
  const tabindex = useContext(Reach);
  const member = (event) => {
    event.preventDefault();
    event.stopPropagation();
    onMember(here, message.author.id, spot(event));
  };
  return html`<${Avatar} id=${message.author.id} name=${name} bot=${message.author.bot} />
    <div class="head">
      <button type="button" class="author" tabindex=${tabindex} onClick=${member} onContextMenu=${member}>${name}</button>
      ${message.author.bot && html`<span class="badge">APP</span>`}
      <${Beside} at=${message.at} />
    </div>`;
}

function Beside({ at }) {
  useChanges(clock);
  return html`<time class="beside" title=${written(at, "F")}>${beside(at)}</time>`;
}

/** The line above: a reply, or who used which command. */
function Origin({ message }) {
  const here = useContext(Here);
  const tabindex = useContext(Reach);
  const to = message.referenced_message;
  if (message.interaction) {
    return html`<p class="origin">${here.nameOf(message.interaction.user.id)} used <b>/${message.interaction.name}</b></p>`;
  }
  if (message.type !== 19 || !message.message_reference) return null;
  if (!to && message.interaction_metadata) return null;
  if (!to) return html`<p class="origin"><${Icon} of="reply" /> Original message was deleted</p>`;
  const jump = () => here.show({ jump: { channel: to.channel_id, message: to.id } });
  return html`<button type="button" class="origin" tabindex=${tabindex}
    aria-label=${`In reply to ${nameIn(here, to)}. Go there`} onClick=${jump}>
    <${Icon} of="reply" /> <b>${nameIn(here, to)}</b> <span>${bare(to.content).slice(0, 90) || "a message"}</span>
  </button>`;
}

function Body({ message }) {
  const here = useContext(Here);
  useChanges(here.doing);
  const failed = here.failed.get(message.id);
  const text = message.content && html`<${Words} text=${message.content} />`;
  const used = JSON.stringify(message.components);
  const files = message.attachments.filter((one) => !used.includes(one.url));
  if (message.thinking) {
    return html`<p class="thinking">${nameIn(here, message)} is thinking<span class="dots"
      aria-hidden="true"><i /><i /><i /></span></p><${Foot} message=${message} />`;
  }
  return html`${text}
    ${message.embeds.map((one) => html`<${Embed} of=${one} />`)}
    <${Attachments} of=${files} used=${[]} />
    <${Components} of=${message.components} message=${message} />
    ${message.edited_timestamp && html`<span class="edited" title="This message was changed">(edited)</span>`}
    ${failed && html`<p class="failed" role="alert">${failed}</p>`}
    <${Reactions} message=${message} />
    <${ThreadLink} message=${message} />
    <${Foot} message=${message} />`;
}

function Foot({ message }) {
  const here = useContext(Here);
  const tabindex = useContext(Reach);
  if (!message.ephemeral) return null;
  const dismiss = () => here.quietly("delete", { channel: message.channel_id, message: message.id });
  return html`<p class="only-you"><${Icon} of="eye" /> Only you can see this · <button type="button" class="mention"
    tabindex=${tabindex} onClick=${dismiss}>Dismiss message</button></p>`;
}

function Reactions({ message }) {
  const here = useContext(Here);
  const tabindex = useContext(Reach);
  if (!message.reactions?.length) return null;
  const turn = ({ emoji, me }) => {
    const named = emoji.id ? `${emoji.name}:${emoji.id}` : emoji.name;
    here.quietly(me ? "unreact" : "react", { channel: message.channel_id, message: message.id, emoji: named });
  };
  return html`<div class="reactions" role="group" aria-label="Reactions">
    ${message.reactions.map((one) => html`<button type="button" key=${one.emoji.name} tabindex=${tabindex}
      aria-pressed=${String(one.me)}
      aria-label=${`${one.emoji.name}, ${one.count}`} onClick=${() => turn(one)}><span
        class="emoji">${one.emoji.name}</span> ${one.count}</button>`)}
    <button type="button" tabindex=${tabindex} aria-label="Add a reaction"
      onClick=${() => pickEmoji(here, message)}><${Icon} of="plus" /></button>
  </div>`;
}

function ThreadLink({ message }) {
  const here = useContext(Here);
  const tabindex = useContext(Reach);
  useChanges(message.thread && here.eyes);
  const thread = message.thread && (here.eyes.place(message.thread.id) ?? message.thread);
  if (!thread) return null;
  const count = thread.message_count;
  const said = count ? `${count} message${count === 1 ? "" : "s"}` : "Open thread";
  return html`<button type="button" class="thread-link" tabindex=${tabindex} onClick=${() => here.go(thread.guild_id, thread.id)}>
    <${Icon} of="thread" /> <b>${thread.name}</b> <span>${said} ›</span>
  </button>`;
}

function Tools({ message, menu }) {
  const here = useContext(Here);
  const tabindex = useContext(Reach);
  const reply = () => here.show({ replying: { channel: message.channel_id, message } });
  return html`<div class="tools" role="group" aria-label="Do something with this message">
    ${!message.ephemeral && html`<button type="button" class="plain extra" tabindex=${tabindex} aria-label="Add a reaction"
      title="Add a reaction" onClick=${() => pickEmoji(here, message)}><${Icon} of="smile" /></button>
    <button type="button" class="plain extra" tabindex=${tabindex} aria-label="Reply" title="Reply"
      onClick=${reply}><${Icon} of="reply" /></button>`}
    <button type="button" class="plain" tabindex=${tabindex} aria-label="More" title="More" aria-haspopup="menu"
      onClick=${menu}><${Icon} of="more" /></button>
  </div>`;
}

const SAID = {
  1: (name, message, here) => `${name} added ${message.mentions.map((one) => here.nameOf(one.id)).join(", ")} to the thread.`,
  2: (name, message, here) => `${name} removed ${message.mentions.map((one) => here.nameOf(one.id)).join(", ")} from the thread.`,
  4: (name, message) => `${name} changed the name: ${message.content}`,
  6: (name) => `${name} pinned a message to this channel.`,
  7: (name) => `${name} is here now.`,
  18: (name, message) => `${name} started a thread: ${message.content}.`,
};

function System({ message }) {
  const here = useContext(Here);
  const tabindex = useContext(Reach);
  const say = SAID[message.type] ?? ((name) => `${name}: ${message.content || "something happened here."}`);
  const thread = message.type === 18 && message.message_reference?.channel_id;
  return html`<article class="system" tabindex=${tabindex} data-message=${message.id}>
    <span aria-hidden="true">→</span> ${say(nameIn(here, message), message, here)}
    ${thread && html` <button type="button" class="mention" tabindex=${tabindex}
      onClick=${() => here.go(here.guild, thread)}>See thread</button>`}
    <${Beside} at=${message.at} />
  </article>`;
}
