// The messages of a channel, as one person sees them: a window that moves as they scroll.
import { Watched } from "./changes.js";
import { get } from "./api.js";

const PAGE = 50;
const MOST = 150;

/** Ids grow, and longer ones are greater. */
export const order = (one, other) => one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);

export class Room extends Watched {
  messages = [];
  ready = false;
  hasOlder = false;
  hasNewer = false;
  #asking = null;
  /** What was told while messages were on their way. */
  #meanwhile = [];

  constructor(person, id) {
    super();
    this.person = person;
    this.id = id;
  }

  #page(where = "") {
    return get(`channels/${this.id}/messages?as=${this.person}&limit=${PAGE}${where}`);
  }

  /** Runs one loading at a time. */
  #once(load) {
    this.#asking ??= load()
      .finally(() => (this.#asking = null))
      .then(() => {
        for (const change of this.#meanwhile.splice(0)) change();
        this.changed();
      });
    return this.#asking;
  }

  /** The newest messages again, where one reads at the end. */
  async refresh() {
    await this.#asking;
    if (this.ready && !this.hasNewer) await this.load();
  }

  /** The newest messages, where earlier ones were in sight. */
  async newest() {
    await this.#asking;
    if (this.hasNewer) await this.load();
  }

  /** The newest messages. */
  load() {
    return this.#once(async () => {
      this.messages = await this.#page();
      this.hasOlder = this.messages.length === PAGE;
      this.hasNewer = false;
      this.ready = true;
    });
  }

  /** The messages around one that somebody pointed to. */
  async around(id) {
    await this.#asking;
    return this.#once(async () => {
      this.messages = await this.#page(`&around=${id}`);
      this.hasOlder = this.hasNewer = true;
      this.ready = true;
    });
  }

  older() {
    if (!this.hasOlder || !this.messages.length) return null;
    return this.#once(async () => {
      const found = await this.#page(`&before=${this.messages[0].id}`);
      this.hasOlder = found.length === PAGE;
      const all = [...found, ...this.messages];
      this.hasNewer ||= all.length > MOST;
      this.messages = all.slice(0, MOST);
    });
  }

  newer() {
    if (!this.hasNewer || !this.messages.length) return null;
    return this.#once(async () => {
      const found = await this.#page(`&after=${this.messages.at(-1).id}`);
      this.hasNewer = found.length === PAGE;
      const all = [...this.messages, ...found];
      this.hasOlder ||= all.length > MOST;
      this.messages = all.slice(-MOST);
    });
  }

  /** A new message, or a changed one in its place; tells whether it is new here. */
  put(message) {
    if (this.#asking) this.#meanwhile.push(() => this.put(message));
    if (!this.ready) return false;
    const place = this.messages.findIndex((one) => one.id === message.id);
    if (place >= 0) {
      this.messages = this.messages.with(place, message);
    } else if (this.hasNewer || (this.hasOlder && this.messages.length && order(message.id, this.messages[0].id) < 0)) {
      return false;
    } else {
      const after = this.messages.findLastIndex((one) => order(one.id, message.id) < 0);
      this.messages = this.messages.toSpliced(after + 1, 0, message);
      if (this.messages.length > MOST) {
        this.messages = this.messages.slice(-MOST);
        this.hasOlder = true;
      }
    }
    this.changed();
    return place < 0;
  }

  drop(ids) {
    if (this.#asking) this.#meanwhile.push(() => this.drop(ids));
    const told = (one) => (ids.includes(one.referenced_message?.id) ? { ...one, referenced_message: null } : one);
    this.messages = this.messages.filter((one) => !ids.includes(one.id)).map(told);
    this.changed();
  }

  change(id, change) {
    const place = this.messages.findIndex((one) => one.id === id);
    if (place < 0) return;
    this.messages = this.messages.with(place, { ...this.messages[place], ...change(this.messages[place]) });
    this.changed();
  }
}
