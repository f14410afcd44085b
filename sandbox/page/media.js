// Pictures, files and embeds of a message. Nothing is fetched from elsewhere.
import { html, useContext, useState } from "./vendor/index.js";
import { Reach } from "./here.js";
import { written } from "./clock.js";
import { inline } from "./markdown.js";
import { Run, Words } from "./words.js";
import { Icon } from "./icons.js";

/** The address of a file on this sandbox; null for one elsewhere. */
export function ownAddress(url) {
  if (!URL.canParse(url)) return null;
  const { hostname, pathname } = new URL(url);
  return ["127.0.0.1", "localhost"].includes(hostname) ? pathname : null;
}

export function Picture({ of, small = false }) {
  const [shown, show] = useState(!of.spoiler);
  const tabindex = useContext(Reach);
  const source = ownAddress(of.media.url);
  const words = of.description ?? "";
  if (!source) return html`<span class="elsewhere">${words || "A picture"} (not fetched: it is on another server)</span>`;
  if (!shown) return html`<button type="button" class="unveil alone" tabindex=${tabindex}
    onClick=${() => show(true)}>Picture hidden. Tap to see</button>`;
  return html`<img class=${small ? "thumbnail" : "picture"} src=${source} alt=${words} loading="lazy" />`;
}

export function Attachments({ of, used }) {
  return of.filter((one) => !used.includes(one.url)).map((one) =>
    one.content_type?.startsWith("image/")
      ? html`<${Picture} of=${{ media: one, description: one.description, spoiler: one.filename.startsWith("SPOILER_") }} />`
      : html`<a class="file" href=${ownAddress(one.url)} download=${one.filename}><${Icon} of="file" /> ${one.filename} <small>${one.size} bytes</small></a>`,
  );
}

export function Embed({ of }) {
  const accent = of.color == null ? undefined : { "--accent-of-it": `#${of.color.toString(16).padStart(6, "0")}` };
  const title = of.title && html`<${Run} pieces=${inline(of.title)} />`;
  return html`<div class="container embed accented" style=${accent}>
    ${of.author && html`<p class="embed-author">${of.author.name}</p>`}
    ${title && html`<p class="embed-title">${of.url ? html`<a href=${of.url}
      target="_blank" rel="noopener noreferrer">${title}</a>` : title}</p>`}
    ${of.description && html`<${Words} text=${of.description} />`}
    ${of.fields?.length > 0 && html`<dl class="fields">${of.fields.map((one) => html`<div class=${one.inline ? "inline" : ""}>
      <dt><${Run} pieces=${inline(one.name)} /></dt><dd><${Words} text=${one.value} /></dd></div>`)}</dl>`}
    ${of.image && html`<${Picture} of=${{ media: of.image }} />`}
    ${of.thumbnail && html`<${Picture} of=${{ media: of.thumbnail }} small />`}
    ${(of.footer || of.timestamp) && html`<p
      class="small">${[of.footer?.text, of.timestamp && written(Date.parse(of.timestamp) / 1000, "f")].filter(Boolean).join(" · ")}</p>`}
  </div>`;
}
