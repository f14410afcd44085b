// The messages of a room in a list that scrolls: at the end it follows, elsewhere it stays where one reads,
// until one is answered oneself.
import { html, useContext, useEffect, useLayoutEffect, useRef, useState } from "./vendor/index.js";
import { useChanges } from "./changes.js";
import { day, written } from "./clock.js";
import { rove } from "./dialog.js";
import { Here } from "./here.js";
import { Message } from "./message.js";

const NEAR = 60;
const AHEAD = 600;
const TOGETHER_S = 7 * 60;

/** Whether a message goes on under the one before, without a new head. */
function goesOn(one, before) {
  if (!before || before.system || one.system || one.interaction || one.message_reference) return false;
  if (one.components.length || before.components.length) return false;
  const same = one.author.id === before.author.id && one.author.username === before.author.username;
  return same && one.ephemeral === before.ephemeral && one.at - before.at < TOGETHER_S && day(one.at) === day(before.at);
}

/** Keeps the place in the list over a change of what is in it. */
function useScroll(room, list, empty) {
  const here = useContext(Here);
  const kept = useRef({ end: true });
  const remember = () => {
    const box = list.current;
    const near = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    // what grew since the list was at its end does not take it away from there: only going up does
    const end = near || (kept.current.end && box.scrollTop >= kept.current.scrolled);
    const top = box.getBoundingClientRect().top;
    const first = [...box.querySelectorAll("[data-message]")].find((one) => one.getBoundingClientRect().bottom > top);
    const at = first && first.getBoundingClientRect().top;
    kept.current = { end: end && !room.hasNewer, scrolled: box.scrollTop, id: first?.dataset.message, at };
    return { box, end };
  };
  const settle = () => {
    const box = list.current;
    const { end, id, at } = kept.current;
    if (end) {
      box.scrollTop = box.scrollHeight;
      kept.current.scrolled = box.scrollTop;
    } else if (id) {
      const first = box.querySelector(`[data-message="${id}"]`);
      if (first) box.scrollTop += first.getBoundingClientRect().top - at;
    }
  };
  useLayoutEffect(settle, [room.messages, room.hasOlder, room.ready]);
  useEffect(() => {
    const watcher = new ResizeObserver(settle);
    watcher.observe(list.current.firstElementChild);
    watcher.observe(list.current);
    return () => watcher.disconnect();
  }, [empty]);
  const toEnd = async () => {
    await room.newest();
    if (!list.current) return;
    kept.current = { end: true };
    settle();
  };
  useEffect(() => {
    const listener = (message) => {
      const own = message.interaction_metadata?.user.id === here.eyes.id;
      if (own && message.channel_id === room.id) toEnd().catch((refusal) => here.notice(refusal));
    };
    here.eyes.heard.add(listener);
    return () => here.eyes.heard.delete(listener);
  }, [room]);
  const onScroll = () => {
    const { box, end } = remember();
    if (box.scrollTop < AHEAD) room.older();
    if (end || box.scrollHeight - box.scrollTop - box.clientHeight < AHEAD) room.newer();
  };
  return { onScroll, kept, remember, toEnd };
}

export function List({ room, label, leave, starter }) {
  const here = useContext(Here);
  useChanges(room);
  const list = useRef();
  const empty = room.ready && !room.messages.length && !starter;
  const { onScroll, kept, remember, toEnd } = useScroll(room, list, empty);
  const [at, be] = useState(null);
  const marked = useJump(room, list, kept, remember);
  const last = room.messages.at(-1)?.id;
  const reach = room.messages.some((one) => one.id === at) ? at : last;
  const keys = (event) => {
    if (event.key === "Escape") return leave();
    if (event.target.matches("[data-message]")) rove(event, "[data-message]");
    return null;
  };
  const seen = (event) => be(event.target.closest("[data-message]")?.dataset.message ?? at);
  const present = () => toEnd().catch((refusal) => here.notice(refusal));
  if (empty) {
    return html`<div class="scroll empty" ref=${list}><p>Nothing has been written here yet.</p></div>`;
  }
  return html`<div class="scroll" ref=${list} onScroll=${onScroll} onKeyDown=${keys} onFocusIn=${seen} role="region"
    aria-label=${`Messages in ${label}`}>
    <ol class="messages" aria-label=${`Messages in ${label}`}>
      ${room.ready && !room.hasOlder && html`<li class="beginning">This is where ${label} begins.</li>`}
      ${starter && !room.hasOlder && html`<li
        class="starter"><${Message} message=${starter} compact=${false} reach=${-1} whole=${here.whole} /></li>`}
      ${room.messages.map((one, place) => {
        const before = room.messages[place - 1];
        const newDay = !before || day(before.at) !== day(one.at);
        return html`<li key=${one.id}>
          ${newDay && html`<div class="day"><span>${written(one.at, "D")}</span></div>`}
          <${Message} message=${one} compact=${!newDay && goesOn(one, before)} reach=${one.id === reach ? 0 : -1}
            marked=${marked === one.id} whole=${here.whole} />
        </li>`;
      })}
    </ol>
    ${room.hasNewer && html`<button type="button" class="present"
      onClick=${present}>You are reading earlier messages. To the newest ↓</button>`}
  </div>`;
}

/** Goes to a message that somebody pointed to. */
function useJump(room, list, kept, remember) {
  const here = useContext(Here);
  const [marked, mark] = useState(null);
  const wanted = here.jump?.channel === room.id ? here.jump.message : null;
  const find = () => list.current?.querySelector(`[data-message="${wanted}"]`);
  useEffect(() => {
    if (!wanted || !room.ready) return;
    const go = async () => {
      here.jump = null;
      kept.current = {};
      if (!find()) await room.around(wanted);
      setTimeout(() => {
        const found = find();
        if (!found) return here.notice("That message is gone.");
        found.scrollIntoView({ block: "center" });
        found.focus({ preventScroll: true });
        mark(wanted);
        return remember();
      }, 30);
    };
    go().catch((refusal) => here.notice(refusal));
  }, [wanted, room.ready]);
  return marked;
}

