// What can be chosen: options of a menu, people, roles, channels.
import { html } from "./vendor/index.js";
import { Avatar } from "./avatar.js";

const STRING = 3;
const USERS = 5;
const ROLES = 6;
const MENTIONABLES = 7;

const emoji = (one) => (one?.id ? `:${one.name}:` : one?.name);

export function peopleHere(here) {
  const dm = here.eyes.dms.find((one) => one.id === here.channel);
  const inside = here.whole?.members ?? [here.eyes.you, ...(dm ? [dm.with] : [])];
  return inside.map((one) => ({
    value: one.id,
    label: one.nick ?? one.name,
    detail: one.nick ? one.name : one.bot ? "app" : undefined,
    icon: html`<${Avatar} id=${one.id} name=${one.nick ?? one.name} bot=${one.bot} />`,
  }));
}

export function rolesHere(here) {
  return (here.whole?.roles ?? []).map((one) => ({ value: one.id, label: `@${one.name.replace(/^@/, "")}`, detail: "role" }));
}

export function channelsHere(here, types) {
  const all = here.whole ? [...here.whole.channels, ...here.whole.threads] : [];
  return all
    .filter((one) => !types?.length || types.includes(one.type))
    .map((one) => ({ value: one.id, label: `#${one.name}`, detail: one.topic }));
}

/** The items of a select menu, in a message or a form. */
export function itemsOf(here, component) {
  const { type, options = [], channel_types: types } = component;
  if (type === STRING) {
    return options.map((one) => ({
      value: one.value,
      label: one.label,
      detail: one.description,
      icon: one.emoji && html`<span class="emoji">${emoji(one.emoji)}</span>`,
    }));
  }
  if (type === USERS) return peopleHere(here);
  if (type === ROLES) return rolesHere(here);
  if (type === MENTIONABLES) return [...peopleHere(here), ...rolesHere(here)];
  return channelsHere(here, types);
}

/** What is chosen before anybody chose. */
export function defaultsOf(component) {
  const named = component.default_values?.map((one) => one.id) ?? [];
  return [...(component.options ?? []).filter((one) => one.default).map((one) => one.value), ...named];
}

export { emoji };
