// All panes, and the address that remembers them.
import { Watched } from "./changes.js";
import { Eyes } from "./eyes.js";
import { people } from "./people.js";
import { Pane } from "./pane.js";

const VIEWS = new Set(["places", "chat", "side"]);

class Desk extends Watched {
  panes = [];
  #written = "";

  /** Opens what the address says: person/server/channel/thread/view, two of them with "|" between. */
  async open() {
    await people.load();
    const wanted = this.#read(location.hash);
    const first = people.first();
    if (!first) return;
    await Promise.all((wanted.length ? wanted : [{ person: first.id }]).map((at) => this.#add(at)));
    addEventListener("hashchange", () => this.#back());
  }

  #read(hash) {
    const parts = decodeURIComponent(hash.replace(/^#/, "")).split("|").filter(Boolean).slice(0, 2);
    return parts
      .map((one) => one.split("/"))
      .filter(([person]) => people.all.some((one) => one.id === person))
      .map(([person, guild, channel, thread, view]) => ({
        person,
        guild: guild || undefined,
        channel: channel || undefined,
        thread: thread || undefined,
        view: VIEWS.has(view) ? view : undefined,
      }));
  }

  async #add({ person, ...at }) {
    const pane = new Pane(new Eyes(person));
    pane.watch(() => this.#write());
    await pane.start(at);
    this.panes = [...this.panes, pane];
    this.#write();
    this.changed();
    return pane;
  }

  /** A second pane, of somebody else, in the same place. */
  async split() {
    const [one] = this.panes;
    const near = people.all.filter((each) => each.guilds.some((guild) => guild.id === one.guild));
    const other = (near.length > 1 ? near : people.all).find((each) => each.id !== one.eyes.id);
    if (other) await this.#add({ person: other.id, guild: one.guild, channel: one.guild === "dms" ? undefined : one.channel });
  }

  leave(pane) {
    this.panes = this.panes.filter((one) => one !== pane);
    pane.eyes.close();
    this.#write();
    this.changed();
  }

  async become(pane, id) {
    if (pane.eyes.id === id) return;
    const next = new Pane(new Eyes(id));
    next.watch(() => this.#write());
    await next.start(pane.guild === "dms" ? {} : { guild: pane.guild, channel: pane.channel });
    next.side = pane.side === "thread" ? "members" : pane.side;
    this.panes = this.panes.map((one) => (one === pane ? next : one));
    pane.eyes.close();
    this.#write();
    this.changed();
  }

  #address() {
    const each = (one) => [one.eyes.id, one.guild ?? "", one.channel ?? "", one.thread ?? "", one.view].join("/");
    return `#${this.panes.map(each).join("|")}`;
  }

  /** Going somewhere makes a step that "back" takes again; on a phone that is how one leaves a channel. */
  #write() {
    const now = this.#address();
    if (now === this.#written || !this.panes.length) return;
    const first = !this.#written;
    this.#written = now;
    history[first ? "replaceState" : "pushState"](null, "", now);
  }

  #back() {
    if (location.hash === this.#written) return;
    this.#written = location.hash;
    this.#read(location.hash).forEach(({ person, ...at }, place) => {
      const pane = this.panes[place];
      if (pane?.eyes.id !== person) return;
      Object.assign(pane, { guild: at.guild ?? null, channel: at.channel ?? null, thread: at.thread ?? null });
      pane.side = at.thread ? "thread" : pane.side === "thread" ? "members" : pane.side;
      pane.show({ view: at.view ?? "chat" });
    });
  }
}

export const desk = new Desk();
