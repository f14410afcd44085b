// Draws text with Discord's markdown.
import { html, useContext, useMemo, useState } from "./vendor/index.js";
import { clock, written } from "./clock.js";
import { parse } from "./markdown.js";
import { useChanges } from "./changes.js";
import { Here, Reach } from "./here.js";

const MESSAGE_LINK = /^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/(@me|\d+)\/(\d+)(?:\/(\d+))?$/;

/** Text in blocks: paragraphs, headings, lists. */
export function Words({ text }) {
  const blocks = useMemo(() => parse(text ?? ""), [text]);
  return html`<div class="words">${blocks.map((one) => html`<${Block} ...${one} />`)}</div>`;
}

/** Text in one run: titles, labels. */
export const Run = ({ pieces }) => pieces.map((one) => html`<${Piece} ...${one} />`);

function Block({ kind, level, inner, items, ordered, text }) {
  if (kind === "heading") return html`<div class="heading h${level}" role="heading"
    aria-level=${level + 2}><${Run} pieces=${inner} /></div>`;
  if (kind === "small") return html`<p class="small"><${Run} pieces=${inner} /></p>`;
  if (kind === "quote") return html`<blockquote><${Run} pieces=${inner} /></blockquote>`;
  if (kind === "fence") return html`<pre tabindex="0"><code>${text}</code></pre>`;
  if (kind === "list") {
    const lines = items.map((one) => html`<li><${Run} pieces=${one} /></li>`);
    return ordered ? html`<ol>${lines}</ol>` : html`<ul>${lines}</ul>`;
  }
  return html`<p><${Run} pieces=${inner} /></p>`;
}

const TAGS = { bold: "strong", italic: "em", under: "u", strike: "s" };

function Piece({ kind, text, inner, ...more }) {
  if (kind === "text") return text;
  if (kind === "code") return html`<code>${text}</code>`;
  if (kind === "spoiler") return html`<${Spoiler} inner=${inner} />`;
  if (kind === "time") return html`<${Moment} ...${more} />`;
  if (kind === "link") return html`<${Link} inner=${inner} ...${more} />`;
  if (kind === "emoji") return `:${more.name}:`;
  if (kind === "command") return html`<span class="mention">/${more.name}</span>`;
  if (kind in TAGS) return html`<${TAGS[kind]}><${Run} pieces=${inner} /><//>`;
  return html`<${Mention} kind=${kind} ...${more} />`;
}

function Spoiler({ inner }) {
  const [shown, show] = useState(false);
  const tabindex = useContext(Reach);
  if (shown) return html`<span class="spoiler shown"><${Run} pieces=${inner} /></span>`;
  return html`<button type="button" class="spoiler" tabindex=${tabindex} aria-label="Spoiler. Press to read."
    onClick=${() => show(true)}>
    <span aria-hidden="true"><${Run} pieces=${inner} /></span>
  </button>`;
}

/** A moment, in words that keep up with people's clock. */
export function Moment({ unix, style }) {
  useChanges(clock);
  return html`<time class="moment" dateTime=${new Date(unix * 1000).toISOString()}
    title=${written(unix, "F")}>${written(unix, style)}</time>`;
}

function Link({ url, inner }) {
  const here = useContext(Here);
  const tabindex = useContext(Reach);
  const inside = MESSAGE_LINK.exec(url);
  if (!inside) {
    return html`<a href=${url} target="_blank" rel="noopener noreferrer" tabindex=${tabindex}><${Run} pieces=${inner} /></a>`;
  }
  const [, guild, channel, message] = inside;
  const named = inner.length === 1 && inner[0].text === url;
  const place = here.eyes.place(channel);
  const label = named ? `#${place?.name ?? "a channel"}${message ? " › message" : ""}` : html`<${Run} pieces=${inner} />`;
  return html`<button type="button" class="mention" tabindex=${tabindex}
    onClick=${() => here.go(guild, channel, message)}>${label}</button>`;
}

function Mention({ kind, id, name }) {
  const here = useContext(Here);
  const tabindex = useContext(Reach);
  const guild = here.whole;
  if (kind === "everyone") return html`<span class="mention">@${name}</span>`;
  if (kind === "role") return html`<span class="mention">@${guild?.roles.find((one) => one.id === id)?.name ?? "a role"}</span>`;
  if (kind === "user") {
    return html`<span class=${id === here.eyes.id ? "mention me" : "mention"}>@${here.nameOf(id)}</span>`;
  }
  const place = here.eyes.place(id);
  if (!place) return html`<span class="mention">#unknown</span>`;
  return html`<button type="button" class="mention" tabindex=${tabindex}
    onClick=${() => here.go(place.guild_id ?? "dms", id)}>#${place.name}</button>`;
}
