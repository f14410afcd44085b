// The slash commands that are offered in a place.
const SLASH = 1;
const NESTED = new Set([1, 2]);

/** Each command, or each of its subcommands, with the path one types. */
function paths(command, body = command, path = command.name) {
  const inner = (body.options ?? []).filter((one) => NESTED.has(one.type));
  if (inner.length) return inner.flatMap((one) => paths(command, one, `${path} ${one.name}`));
  return [{ path, description: body.description, options: body.options ?? [], app: command.app }];
}

export async function offered(here, channel) {
  const found = await here.commands(channel, SLASH);
  return found.flatMap((one) => paths(one)).sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Those that begin so first, then those that contain it. */
export function fitting(commands, typed) {
  const wanted = typed.trimStart();
  const begins = commands.filter((one) => one.path.startsWith(wanted));
  return [...begins, ...commands.filter((one) => !begins.includes(one) && one.path.includes(wanted))];
}
