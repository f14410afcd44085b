// A channel, thread or DM: its head, its messages, and the box to write in.
import { html, useContext, useEffect, useRef, useState } from "./vendor/index.js";
import { get } from "./api.js";
import { useChanges } from "./changes.js";
import { bare } from "./markdown.js";
import { Composer } from "./composer.js";
import { Here } from "./here.js";
import { List } from "./list.js";
import { nameIn } from "./message.js";
import { Person } from "./places.js";
import { Icon } from "./icons.js";

const titleOf = (place) => (place?.with ? place.with.name : place?.thread_metadata ? place.name : `#${place?.name ?? ""}`);

/** Reads out what others write while one is there. */
function useHearing(here, id) {
  const [heard, hear] = useState("");
  useEffect(() => {
    const listener = (message) => {
      if (message.channel_id === id) hear(`${nameIn(here, message)}: ${bare(message.text).slice(0, 240)}`);
    };
    here.eyes.heard.add(listener);
    return () => here.eyes.heard.delete(listener);
  }, [id]);
  return heard;
}

/** The message that a thread hangs from: it has the thread's id. */
function useStarter(here, place) {
  const above = place?.thread_metadata ? here.eyes.room(place.parent_id) : null;
  const known = above?.messages.find((one) => one.id === place.id);
  const [fetched, fetch] = useState(null);
  useChanges(above);
  useEffect(() => {
    if (!above || known) return;
    const wanted = `as=${here.eyes.id}&limit=1&around=${place.id}`;
    get(`channels/${above.id}/messages?${wanted}`).then(([one]) => fetch(one), () => null);
  }, [above?.id, place?.id, !known]);
  const starter = known ?? fetched;
  return starter?.id === place?.id ? starter : null;
}

export function Chat({ id, close }) {
  const here = useContext(Here);
  const box = useRef();
  const heard = useHearing(here, id);
  const room = here.eyes.room(id);
  const place = here.eyes.place(id);
  const starter = useStarter(here, place);
  const seen = close ? here.side === "thread" : true;
  useEffect(() => {
    room.load().catch((refusal) => here.notice(refusal));
  }, [id]);
  useEffect(() => {
    if (seen) here.eyes.read(id);
  });
  const title = titleOf(place);
  const write = () => box.current?.querySelector("textarea, input")?.focus();
  return html`<div class="chat" ref=${box}>
    <header class="bar">
      <button type="button" class="plain back" aria-label=${close ? "Back to the channel" : "Back to the channels"}
        onClick=${close ?? (() => here.show({ view: "places" }))}><${Icon} of="back" /></button>
      <h2>${title}</h2>
      ${place?.topic && html`<p class="topic" title=${place.topic}>${place.topic}</p>`}
      <span class="gap"></span>
      ${!close && here.whole && html`<button type="button" class="plain" aria-label="Members"
        aria-pressed=${String(here.side === "members")} title="Members"
        onClick=${() => members(here)}><${Icon} of="members" /></button>`}
      ${close ? html`<button type="button" class="plain shut" aria-label="Close the thread"
        onClick=${close}><${Icon} of="close" /></button>` : html`<${Person} small />`}
    </header>
    <button type="button" class="skip" onClick=${write}>Skip to the message box</button>
    <${List} room=${room} label=${title} leave=${write} starter=${starter} />
    <div class="sr" role="status" aria-live="polite">${heard}</div>
    <${Composer} place=${place} title=${title} />
  </div>`;
}

/** Shows the members, or on a wide screen hides them again; a thread gives way. */
function members(here) {
  const narrow = document.getElementById(here.name).clientWidth < 1000;
  const open = here.side === "members" && !narrow;
  here.show({ thread: null, side: open ? "" : "members", view: "side" });
}
