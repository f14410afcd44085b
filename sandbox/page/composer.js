// The box to write in: messages, replies, and slash commands.
import { html, useContext, useEffect, useId, useRef, useState } from "./vendor/index.js";
import { useChanges } from "./changes.js";
import { peopleHere } from "./choices.js";
import { Here } from "./here.js";
import { nameIn } from "./message.js";
import { Offers } from "./offers.js";
import { Options } from "./options.js";
import { fitting, offered } from "./slash.js";
import { Icon } from "./icons.js";

const MOST = 2000;
const COUNT_FROM = 1800;
const SEND_MESSAGES = 11;
const SEND_IN_THREADS = 38;

export function Composer({ place, title }) {
  const here = useContext(Here);
  const [command, run] = useState(null);
  const thread = Boolean(place?.thread_metadata);
  const locked = thread && place.thread_metadata.locked && !here.may(place, 34);
  const may = here.may(place, thread ? SEND_IN_THREADS : SEND_MESSAGES) && !locked;
  if (!place) return null;
  const replying = here.replying?.channel === place.id ? here.replying.message : null;
  return html`<footer class="composer">
    <${Waiting} />
    ${replying && html`<p class="replying">Replying to <b>${nameIn(here, replying)}</b>
      <button type="button" class="plain" aria-label="Do not reply"
        onClick=${() => here.show({ replying: null })}><${Icon} of="close" /></button></p>`}
    ${command
      ? html`<${Options} key=${command.path} command=${command} channel=${place.id} done=${() => run(null)} />`
      : html`<${Writing} key=${place.id} ...${{ place, title, may, locked, replying, run }} />`}
  </footer>`;
}

function Waiting() {
  const here = useContext(Here);
  useChanges(here.doing);
  const waits = ["run", "menu"].some((one) => here.busy.has(one));
  return html`<p class="waiting" role="status">${waits ? "Sending the command …" : ""}</p>`;
}

function refusal(may, locked) {
  if (locked) return "This thread is locked.";
  return may ? "" : "You may not write here.";
}

function Writing({ place, title, may, locked, replying, run }) {
  const here = useContext(Here);
  const [text, write] = useState(here.drafts.get(place.id) ?? "");
  const [commands, offer] = useState(null);
  const [at, move] = useState(0);
  const box = useRef();
  const id = useId();
  const slash = /^\/[^\n]*$/.test(text) ? text.slice(1).toLowerCase() : null;
  const found = slash === null || !commands ? [] : fitting(commands, slash);
  const mention = slash === null ? mentioning(here, text, box.current) : null;
  const list = found.length ? found.map(shownAs) : mention?.found ?? [];
  useEffect(() => {
    here.drafts.set(place.id, text);
    if (slash !== null && !commands) offered(here, place.id).then(offer, (refusal) => here.notice(refusal));
    if (slash === null && commands) offer(null);
  }, [text]);
  useEffect(() => {
    const exact = commands?.find((one) => `/${one.path} ` === text && one.options.length);
    if (exact) start(exact);
  }, [text, commands]);
  useEffect(() => grow(box.current), [text]);
  useEffect(() => replying && box.current?.focus(), [replying]);
  const pick = (one) => {
    if (!mention) return start(one.value);
    write(mention.put(one));
    return box.current.focus();
  };
  const start = (one) => {
    write("");
    here.drafts.delete(place.id);
    if (one.options.length) run(one);
    else here.do("run", { channel: place.id, name: one.path, options: {} });
  };
  const send = async () => {
    const words = named(here, text).trim();
    if (!words || words.length > MOST) return;
    write("");
    here.show({ replying: null });
    if (!(await here.quietly("say", { channel: place.id, text: words, reply_to: replying?.id }))) write(text);
  };
  const enter = () => (slash === null ? send() : here.notice("There is no such command here."));
  const onInput = (event) => {
    const typed = event.target.value;
    write(typed);
    move(0);
  };
  const keys = (event) => {
    const active = list[Math.min(at, list.length - 1)];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (active && step) move((Math.min(at, list.length - 1) + step + list.length) % list.length);
    else if (active && (event.key === "Enter" || event.key === "Tab") && !event.shiftKey) pick(active);
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) enter();
    else if (event.key === "Escape" && (text.startsWith("/") || replying)) leave();
    else if (event.key === "ArrowUp" && !text) box.current.closest(".chat").querySelector('[data-message][tabindex="0"]')?.focus();
    else return;
    event.preventDefault();
  };
  const leave = () => {
    if (text.startsWith("/")) write("");
    here.show({ replying: null });
  };
  const why = refusal(may, locked);
  const open = list.length > 0;
  return html`<div class="writing">
    ${open && html`<${Offers}
      id=${id} list=${list} at=${Math.min(at, list.length - 1)} pick=${pick} label=${mention ? "People" : "Commands"} />`}
    ${slash !== null && commands && !open && html`<p class="offers none">There is no command /${slash} for you here.</p>`}
    <button type="button" class="plain slash" aria-label="Commands" title="Commands"
      onClick=${() => (write("/"), box.current.focus())}>/</button>
    <textarea ref=${box} rows="1" aria-label=${why || `Message ${title}`} placeholder=${why || `Message ${title}`} value=${text}
      role="combobox" aria-autocomplete="list" aria-expanded=${String(open)} aria-controls=${open ? `${id}list` : undefined}
      aria-activedescendant=${open ? `${id}-${Math.min(at, list.length - 1)}` : undefined}
      readonly=${Boolean(why) && !text.startsWith("/")} onInput=${onInput} onKeyDown=${keys}></textarea>
    ${text.length > COUNT_FROM && html`<span class=${text.length > MOST ? "count over" : "count"}>${MOST - text.length}</span>`}
    <button type="button" class="plain send" aria-label="Send" disabled=${!text.trim() || slash !== null || Boolean(why)}
      onClick=${send}><${Icon} of="send" /></button>
  </div>`;
}

const shownAs = (one) => ({ label: `/${one.path}`, detail: one.description, aside: one.app, value: one });

function grow(box) {
  if (!box) return;
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight}px`;
}

/** People whose name begins as what stands after the last @. */
function mentioning(here, text, box) {
  const upTo = text.slice(0, box?.selectionStart ?? text.length);
  const typed = /(?:^|\s)@([\p{L}\p{N} _-]{0,20})$/u.exec(upTo)?.[1];
  if (typed === undefined) return null;
  const begins = (one) => one.label.toLowerCase().startsWith(typed.toLowerCase()) && one.label !== typed.trim();
  const found = peopleHere(here).filter(begins).slice(0, 8);
  const put = (one) => `${upTo.slice(0, upTo.length - typed.length)}${one.label} ${text.slice(upTo.length)}`;
  return found.length ? { found, put } : null;
}

/** Names after @ as Discord sends them. */
function named(here, text) {
  if (!text.includes("@")) return text;
  const longest = [...peopleHere(here)].sort((one, other) => other.label.length - one.label.length);
  return longest.reduce((words, one) => words.replaceAll(`@${one.label}`, `<@${one.value}>`), text);
}
