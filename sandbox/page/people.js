// Everyone there is on this Discord.
import { Watched } from "./changes.js";
import { get } from "./api.js";

class People extends Watched {
  all = [];
  bots = [];
  #names = new Map();

  async load() {
    const { people: all, bots } = await get("people");
    [this.all, this.bots] = [all, bots];
    this.#names = new Map([...all, ...bots].map((one) => [one.id, one.name]));
    this.changed();
  }

  name(id) {
    return this.#names.get(id) ?? "somebody";
  }

  /** Who one is first: a plain member, if there is one. */
  first() {
    const inside = this.all.filter((one) => one.guilds.length);
    return inside.find((one) => !one.guilds.some((guild) => guild.owns || guild.roles.length)) ?? inside[0] ?? this.all[0];
  }
}

export const people = new People();

/** A person's roles in a server, or in all, in words. */
export function standing(person, guild) {
  const inside = person.guilds.filter((one) => !guild || guild === "dms" || one.id === guild);
  const words = inside.flatMap((one) => [...(one.owns ? ["owner"] : []), ...one.roles]);
  if (!inside.length) return person.guilds.length ? "not in this server" : "in no server";
  return [...new Set(words)].join(", ") || "member";
}
