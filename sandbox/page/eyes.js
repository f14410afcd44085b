// What one person sees: their servers, DMs and rooms, kept up to date by what they are told.
import { Watched } from "./changes.js";
import { clock } from "./clock.js";
import { get, listen, post } from "./api.js";
import { reacted } from "./reactions.js";
import { Room } from "./room.js";

const RELOAD_MS = 80;
const QUIET = new Set(["TYPING_START", "CHANNEL_PINS_UPDATE", "INTERACTION_CREATE", "THREAD_MEMBERS_UPDATE"]);

export class Eyes extends Watched {
  you = null;
  guilds = [];
  dms = [];
  unread = new Map();
  heard = new Set();
  #whole = new Map();
  #rooms = new Map();
  #reload = null;

  constructor(id) {
    super();
    this.id = id;
    this.close = listen(`as=${id}`, (item) => this.#told(item), () => this.#caughtUp());
  }

  async load() {
    const state = await get(`state?as=${this.id}&brief=1`);
    this.you = state.you;
    this.guilds = state.guilds;
    this.dms = state.dms;
    clock.take(state.clock);
    await Promise.all([...this.#whole.keys()].map((id) => this.#fetch(id)));
    this.changed();
  }

  /** A server with all that is in it; null until it is loaded. */
  guild(id) {
    if (!id || id === "dms") return null;
    if (!this.#whole.has(id)) {
      this.#whole.set(id, null);
      this.#fetch(id).then(() => this.changed());
    }
    return this.#whole.get(id);
  }

  async whole(id) {
    if (!this.#whole.get(id)) await this.#fetch(id);
    return this.#whole.get(id);
  }

  async #fetch(id) {
    const found = await get(`guilds/${id}?as=${this.id}`).catch(() => null);
    if (found) this.#whole.set(id, found);
    else this.#whole.delete(id);
  }

  /** A channel, thread or DM by its id, among what is loaded. */
  place(id) {
    const inside = [...this.#whole.values()].filter(Boolean).flatMap((one) => [...one.channels, ...one.threads]);
    return [...this.dms, ...inside].find((one) => one.id === id) ?? null;
  }

  room(id) {
    if (!this.#rooms.has(id)) this.#rooms.set(id, new Room(this.id, id));
    return this.#rooms.get(id);
  }

  read(channel) {
    if (this.unread.delete(channel)) this.changed();
  }

  act(verb, body) {
    return post(`act/${verb}`, { as: this.id, ...body });
  }

  /** Looks again at everything: what happened while nobody listened was not told. */
  #caughtUp() {
    this.#soon();
    for (const room of this.#rooms.values()) room.refresh().catch(() => null);
  }

  #told(item) {
    if (item.type === "clock") clock.take(item);
    else if (item.event?.startsWith("MESSAGE_")) this.#message(item.event, item.data, item.messages?.[this.id]);
    else if (item.type === "event" && !QUIET.has(item.event)) this.#soon();
  }

  #message(event, data, message) {
    const room = this.#rooms.get(data.channel_id);
    if (event === "MESSAGE_CREATE") this.#arrived(room, data, message);
    else if (event === "MESSAGE_UPDATE") room?.put(message);
    else if (event === "MESSAGE_DELETE") room?.drop([data.id]);
    else if (event === "MESSAGE_DELETE_BULK") room?.drop(data.ids);
    else room?.change(data.message_id, (one) => reacted(one, event, data, this.id));
  }

  #arrived(room, data, message) {
    const place = this.place(message.channel_id);
    if (place) {
      place.last_message_id = message.id;
      if ("message_count" in place) place.message_count += 1;
    } else {
      this.#soon();
    }
    room?.put(message);
    const had = this.unread.get(message.channel_id) ?? { count: 0, pings: 0, guild: data.guild_id ?? place?.guild_id };
    if (!message.mine) {
      const loud = message.pings_me || !data.guild_id;
      const now = { ...had, count: had.count + 1, pings: had.pings + (loud ? 1 : 0) };
      this.unread.set(message.channel_id, now);
      for (const hear of this.heard) hear(message);
    }
    this.changed();
  }

  #soon() {
    clearTimeout(this.#reload);
    this.#reload = setTimeout(() => this.load().catch(() => null), RELOAD_MS);
  }
}
