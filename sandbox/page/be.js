// Being somebody else.
import { html } from "./vendor/index.js";
import { Avatar } from "./avatar.js";
import { Chooser } from "./chooser.js";
import { people, standing } from "./people.js";
import { desk } from "./desk.js";

/** The pane becomes this person's, in the same place where they may be there. */
export const be = (pane, id) => desk.become(pane, id);

/** Asks whom to be; those of the server that is open come first. */
export async function beSomebody(pane) {
  await people.load();
  const here = (one) => one.guilds.some((guild) => guild.id === pane.guild);
  const everyone = [...people.all.filter(here), ...people.all.filter((one) => !here(one))];
  const items = everyone.map((one) => ({
    value: one.id,
    label: one.name,
    detail: standing(one, pane.guild),
    icon: html`<${Avatar} id=${one.id} name=${one.name} />`,
  }));
  const title = "Who would you like to be?";
  const hint = "You see what they see and do what they may do. Search by name or role.";
  const [id] = (await pane.ask(Chooser, { title, hint, items, chosen: [pane.eyes.id] })) ?? [];
  if (id) await be(pane, id);
}
