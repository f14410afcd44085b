// One pane: a person at their client, where they are in it, and what they do.
import { get, Refusal } from "./api.js";
import { Watched } from "./changes.js";
import { people } from "./people.js";
import { FormDialog } from "./form.js";

const TEXT = new Set([0, 5]);

export class Pane extends Watched {
  guild = null;
  channel = null;
  thread = null;
  /** On a narrow screen one is seen at a time: "places", "chat" or "side". */
  view = "chat";
  /** Beside the chat: "members", "thread" or nothing. */
  side = "members";
  jump = null;
  replying = null;
  dialogs = [];
  notices = [];
  /** What waits for an answer, and messages whose button got none. */
  doing = new Watched();
  busy = new Set();
  failed = new Map();
  drafts = new Map();
  /** The channel one was in, by server. */
  last = {};
  #number = 0;

  constructor(eyes) {
    super();
    this.eyes = eyes;
    this.name = `p${(Pane.count = (Pane.count ?? 0) + 1)}`;
    this.forget = eyes.watch(() => this.changed());
  }

  get whole() {
    return this.eyes.guild(this.guild);
  }

  get member() {
    return this.whole?.members.find((one) => one.id === this.eyes.id) ?? null;
  }

  nameOf(id) {
    const here = this.whole?.members.find((one) => one.id === id);
    return here?.nick ?? here?.name ?? people.name(id);
  }

  /** Whether a bit of Discord's permissions is granted in this place. */
  may(place, bit) {
    return Boolean(place && BigInt(place.permissions) & (1n << BigInt(bit)));
  }

  /** Goes to a place as given in an address; where one may not be, to its server, or to one's first. */
  async start(at) {
    await this.eyes.load();
    const guild = at.guild ?? this.eyes.guilds[0]?.id ?? "dms";
    await this.go(guild, at.channel).catch(() => null);
    if (!this.guild) await this.go(this.eyes.guilds[0]?.id ?? "dms");
    if (at.thread) await this.go(guild, at.thread);
    if (at.view) this.view = at.view;
    this.changed();
  }

  /** Opens a server or the DMs ("dms"), a channel or thread in it, and a message in that. */
  async go(guild, channel = null, message = null) {
    const home = guild === "@me" ? "dms" : guild;
    const whole = home === "dms" ? null : await this.eyes.whole(home);
    if (home !== "dms" && !whole) return this.notice("You are not in that server.");
    const thread = whole?.threads.find((one) => one.id === channel);
    const wanted = thread ? thread.parent_id : channel;
    const seen = home === "dms" ? this.eyes.dms : whole.channels;
    const place = wanted ? seen.find((one) => one.id === wanted) : this.#first(home, seen);
    if (wanted && !place) {
      if (!this.guild) this.#at(home, null, null);
      return this.notice("You cannot see that channel.");
    }
    this.#at(home, place?.id ?? null, thread?.id ?? null);
    this.jump = message && { channel: channel, message };
    this.changed();
  }

  #at(guild, channel, thread) {
    if (this.channel !== channel) this.replying = null;
    [this.guild, this.channel, this.thread] = [guild, channel, thread];
    if (channel) this.last[guild] = channel;
    if (thread) this.side = "thread";
    else if (this.side === "thread") this.side = "members";
    this.view = thread ? "side" : channel ? "chat" : "places";
  }

  #first(home, seen) {
    const known = this.last[home];
    return seen.find((one) => one.id === known) ?? seen.find((one) => home === "dms" || TEXT.has(one.type));
  }

  show(change) {
    Object.assign(this, change);
    this.changed();
  }

  closeSide() {
    this.show({ thread: null, side: this.side === "thread" ? "members" : "", view: "chat" });
  }

  commands(channel, kind) {
    return get(`channels/${channel}/commands?as=${this.eyes.id}`).then((all) => all.filter((one) => one.type === kind));
  }

  /** Does something that an application answers; `at` is the message it is done on. */
  async do(verb, body, { key = verb, at = null } = {}) {
    if (this.busy.has(key)) return null;
    this.busy.add(key);
    if (at) this.failed.delete(at.id);
    this.doing.changed();
    try {
      const answer = await this.eyes.act(verb, body);
      this.#answered(answer, at);
      return answer;
    } catch (refusal) {
      this.notice(refusal);
      return null;
    } finally {
      this.busy.delete(key);
      this.doing.changed();
    }
  }

  #answered(answer, at) {
    if (answer?.failed && at) this.failed.set(at.id, answer.failed);
    else if (answer?.failed) this.notice(answer.failed);
    if (answer?.form) this.ask(FormDialog, { form: answer.form });
  }

  /** Does something that needs no answer. */
  async quietly(verb, body) {
    try {
      return (await this.eyes.act(verb, body)) ?? true;
    } catch (refusal) {
      this.notice(refusal);
      return null;
    }
  }

  /** Opens a dialog; gives what was chosen in it, undefined when it was left. */
  ask(dialog, props) {
    return new Promise((answered) => {
      const key = (this.#number += 1);
      const done = (answer) => {
        this.dialogs = this.dialogs.filter((one) => one.key !== key);
        this.changed();
        answered(answer);
      };
      this.dialogs = [...this.dialogs, { key, dialog, props: { ...props, done } }];
      this.changed();
    });
  }

  /** Says something about what was done, for some seconds. */
  notice(what) {
    if (what instanceof Error && !(what instanceof Refusal)) console.error(what);
    const one = { key: (this.#number += 1), text: what instanceof Error ? what.message : what };
    this.notices = [...this.notices, one];
    this.changed();
    setTimeout(() => this.hush(one.key), 9000);
  }

  hush(key) {
    this.notices = this.notices.filter((one) => one.key !== key);
    this.changed();
  }
}
