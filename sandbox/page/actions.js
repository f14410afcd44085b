// What can be done with a message or a member: their context menus.
import { html } from "./vendor/index.js";
import { Menu } from "./dialog.js";
import { Chooser } from "./chooser.js";
import { EMOJI, QUICK } from "./emoji.js";
import { Ask } from "./ask.js";
import { be } from "./be.js";
import { people, standing } from "./people.js";

const USER_MENU = 2;
const MESSAGE_MENU = 3;
const MANAGE_MESSAGES = 13;
const REPLY = 19;

const named = (message) => ({ channel: message.channel_id, message: message.id });

function react(here, message, emoji) {
  const had = message.reactions?.some((one) => one.me && one.emoji.name === emoji);
  return here.quietly(had ? "unreact" : "react", { ...named(message), emoji });
}

export async function pickEmoji(here, message) {
  const [emoji] = (await here.ask(Chooser, { title: "Add a reaction", items: EMOJI })) ?? [];
  if (emoji) await react(here, message, emoji);
}

/** The commands of applications that fit, as menu items. */
async function apps(here, channel, kind, target) {
  const found = await here.commands(channel, kind).catch(() => []);
  const items = found.map((one) => ({
    label: one.name,
    detail: one.app,
    do: () => here.do("menu", { channel, name: one.name, ...target }),
  }));
  return items.length ? [{ heading: "Apps" }, ...items] : [];
}

/** The menu of a message. */
export async function onMessage(here, message, at) {
  const place = here.eyes.place(message.channel_id);
  const whole = !message.ephemeral;
  const items = [];
  if (whole) {
    items.push({ label: "Reply", do: () => here.show({ replying: { channel: message.channel_id, message } }) });
    items.push({ label: "Add a reaction …", do: () => pickEmoji(here, message) });
  }
  if (message.thread) items.push({ label: "Open the thread", do: () => here.go(here.guild, message.thread.id) });
  if (message.mine && message.type % REPLY === 0) items.push({ label: "Edit", do: () => edit(here, message) });
  if (whole) items.push(...(await apps(here, message.channel_id, MESSAGE_MENU, { message: message.id })));
  if (!whole) items.push({ label: "Dismiss", do: () => here.quietly("delete", named(message)) });
  else if (message.mine || here.may(place, MANAGE_MESSAGES)) {
    items.push({ label: "Delete", danger: true, do: () => here.quietly("delete", named(message)) });
  }
  const top = (done) => html`<div class="quick" role="group" aria-label="React">
    ${QUICK.map((one) => html`<button type="button" aria-label=${`React with ${one}`}
      onClick=${() => (done(), react(here, message, one))}>${one}</button>`)}
  </div>`;
  here.ask(Menu, { label: "Message", items, at, top: whole && here.may(place, 6) ? top : undefined });
}

async function edit(here, message) {
  const text = await here.ask(Ask, { title: "Edit your message", value: message.content, most: 2000 });
  if (text && text !== message.content) here.quietly("edit", { ...named(message), text });
}

/** The menu of a member. */
export async function onMember(here, id, at) {
  const person = people.all.find((one) => one.id === id);
  const bot = people.bots.find((one) => one.id === id);
  if (!person && !bot) return;
  const items = [{ heading: `${here.nameOf(id)} · ${person ? standing(person, here.guild) : "app"}` }];
  if (person && id !== here.eyes.id) items.push({ label: `Be ${person.name}`, do: () => be(here, id) });
  if (bot) items.push({ label: "Message", do: () => write(here, id) });
  if (here.channel) items.push(...(await apps(here, here.channel, USER_MENU, { user: id })));
  here.ask(Menu, { label: here.nameOf(id), items, at });
}

/** Opens the DM with a bot. */
export async function write(here, app) {
  const dm = await here.quietly("dm", { app });
  if (!dm) return;
  await here.eyes.load();
  await here.go("dms", dm.id);
}
