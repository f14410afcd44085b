// Reactions of a message, after somebody added one or took it back.

const key = (emoji) => emoji.id ?? emoji.name.replaceAll("\ufe0f", "");

/** What changes in the message, seen by `viewer`. */
export function reacted(message, event, data, viewer) {
  const had = message.reactions ?? [];
  const meant = (one) => key(one.emoji) === key(data.emoji);
  if (event === "MESSAGE_REACTION_REMOVE_ALL") return { reactions: [] };
  if (event === "MESSAGE_REACTION_REMOVE_EMOJI") return { reactions: had.filter((one) => !meant(one)) };
  const step = event === "MESSAGE_REACTION_ADD" ? 1 : -1;
  const own = data.user_id === viewer;
  const all = had.some(meant) ? had : [...had, { emoji: data.emoji, count: 0, me: false }];
  const changed = all.map((one) =>
    meant(one) ? { ...one, count: one.count + step, me: own ? step > 0 : one.me } : one,
  );
  return { reactions: changed.filter((one) => one.count > 0) };
}
