// Discord's markdown as a tree. Nothing here makes HTML: the tree is drawn by words.js, piece by piece.
import { written } from "./clock.js";

const INLINE = [
  ["escape", /^\\([^\p{L}\p{N}\s])/u],
  ["code", /^(`+)([\s\S]*?[^`])\1(?!`)/],
  ["spoiler", /^\|\|([\s\S]+?)\|\|/],
  ["bold", /^\*\*([\s\S]+?)\*\*(?!\*)/],
  ["under", /^__([\s\S]+?)__(?!_)/],
  ["strike", /^~~([\s\S]+?)~~/],
  ["italic", /^\*(?!\s)([\s\S]*?[^\s*])\*(?!\*)/],
  ["italic", /^_(?!_)([\s\S]*?[^_])_(?![\p{L}\p{N}_])/u],
  ["user", /^<@!?(\d+)>/],
  ["role", /^<@&(\d+)>/],
  ["channel", /^<#(\d+)>/],
  ["command", /^<\/([-\w ]+):\d+>/],
  ["time", /^<t:(-?\d{1,11})(?::([tTdDfFsSR]))?>/],
  ["emoji", /^<a?:(\w+):\d+>/],
  ["everyone", /^@(everyone|here)\b/],
  ["masked", /^\[((?:[^[\]\\]|\\.)+)\]\(<?(https?:\/\/[^\s<>)]+)>?\)/],
  ["quiet", /^<(https?:\/\/[^\s<>]+)>/],
  ["link", /^https?:\/\/[^\s<>]*[^\s<>.,:;"')\]*_~|]/],
];
const NESTED = new Set(["spoiler", "bold", "under", "strike", "italic"]);
// where no mark can begin, text is taken as it is
const PLAIN = /^(?:[\p{L}\p{N} ,;.!?'"\n…–—-](?!ttps?:\/\/))+/u;

function piece(kind, match) {
  if (NESTED.has(kind)) return { kind, inner: inline(match[1]) };
  if (kind === "escape") return { kind: "text", text: match[1] };
  if (kind === "code") return { kind, text: match[2].trim() };
  if (kind === "time") return { kind, unix: Number(match[1]), style: match[2] ?? "f" };
  if (kind === "masked") return { kind: "link", url: match[2], inner: inline(match[1]) };
  if (kind === "quiet") return { kind: "link", url: match[1], inner: [{ kind: "text", text: match[1] }] };
  if (kind === "link") return { kind, url: match[0], inner: [{ kind: "text", text: match[0] }] };
  if (kind === "everyone") return { kind, name: match[1] };
  if (kind === "command" || kind === "emoji") return { kind, name: match[1] };
  return { kind, id: match[1] };
}

function next(text, before) {
  for (const [kind, pattern] of INLINE) {
    // a mark inside a word is no mark: snake_case
    if (kind === "italic" && text[0] === "_" && /[\p{L}\p{N}]$/u.test(before)) continue;
    const match = pattern.exec(text);
    if (match) return [piece(kind, match), match[0].length];
  }
  return null;
}

/** The pieces of a run of text. */
export function inline(text) {
  const found = [];
  let plain = "";
  let rest = text;
  const flush = () => {
    if (plain) found.push({ kind: "text", text: plain });
    plain = "";
  };
  while (rest) {
    const one = next(rest, plain);
    if (one) {
      flush();
      found.push(one[0]);
      rest = rest.slice(one[1]);
      continue;
    }
    const length = PLAIN.exec(rest)?.[0].length ?? [...rest.slice(0, 2)][0].length;
    plain += rest.slice(0, length);
    rest = rest.slice(length);
  }
  flush();
  return found;
}

const BLOCKS = [
  ["fence", /^```(?:[\w+-]*\n)?([\s\S]+?)```\n?/],
  ["heading", /^(#{1,3}) +([^\n]+)(?:\n|$)/],
  ["small", /^-# +([^\n]+)(?:\n|$)/],
  ["quote", /^>>> ?([\s\S]+)/],
  ["quote", /^(?:> ?[^\n]*(?:\n|$))+/],
  ["list", /^(?: *(?:[-*]|\d+\.) +[^\n]+(?:\n|$))+/],
];

function block(kind, match) {
  if (kind === "fence") return { kind, text: match[1].replace(/\n$/, "") };
  if (kind === "heading") return { kind, level: match[1].length, inner: inline(match[2]) };
  if (kind === "small") return { kind, inner: inline(match[1]) };
  if (kind === "quote") {
    const words = match[0].startsWith(">>>") ? match[1] : match[0].replace(/^> ?/gm, "").replace(/\n$/, "");
    return { kind, inner: inline(words) };
  }
  const lines = match[0].trimEnd().split("\n");
  const items = lines.map((line) => inline(line.replace(/^ *(?:[-*]|\d+\.) +/, "")));
  return { kind, ordered: /^ *\d/.test(lines[0]), items };
}

/** The blocks of a text. */
export function parse(text) {
  const found = [];
  let words = "";
  let rest = text;
  const flush = () => {
    const bare = words.replace(/\n$/, "");
    if (bare) found.push({ kind: "words", inner: inline(bare) });
    words = "";
  };
  while (rest) {
    const hit = BLOCKS.map(([kind, pattern]) => [kind, pattern.exec(rest)]).find(([, match]) => match);
    if (hit) {
      flush();
      found.push(block(...hit));
      rest = rest.slice(hit[1][0].length);
      continue;
    }
    const end = rest.indexOf("\n") + 1 || rest.length;
    words += rest.slice(0, end);
    rest = rest.slice(end);
  }
  flush();
  return found;
}

/** The bare words, for a preview or to be read aloud. */
export function bare(text) {
  const say = (one) => {
    if (one.kind === "spoiler") return "(spoiler)";
    if (one.kind === "emoji") return `:${one.name}:`;
    if (one.kind === "time") return written(one.unix, one.style);
    if (one.kind === "link" && one.inner.length === 1 && one.inner[0].text === one.url) return "link";
    return one.text ?? one.inner?.map(say).join("") ?? one.items?.flat().map(say).join(" ") ?? one.name ?? "";
  };
  return parse(text).map(say).join(" ").replace(/\s+/g, " ").trim();
}
