// People's clock, as the sandbox serves it, and times in words.
import { Watched } from "./changes.js";
import { post } from "./api.js";

class Clock extends Watched {
  #base = Date.now() / 1000;
  #since = performance.now();
  speed = 1;

  constructor() {
    super();
    setInterval(() => this.changed(), 1000);
  }

  /** Unix seconds. */
  now() {
    return this.#base + ((performance.now() - this.#since) / 1000) * this.speed;
  }

  take({ now, speed }) {
    [this.#base, this.#since, this.speed] = [now, performance.now(), speed];
    this.changed();
  }

  async tell(change) {
    this.take(await post("clock", change));
  }
}

export const clock = new Clock();

const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  s: { dateStyle: "short", timeStyle: "short" },
  S: { dateStyle: "short", timeStyle: "medium" },
};
// unit, its seconds, and from how many on it is used: 50 minutes are an hour
const UNITS = [
  ["year", 31536000, 27648000],
  ["month", 2592000, 2246400],
  ["day", 86400, 79200],
  ["hour", 3600, 2700],
  ["minute", 60, 45],
  ["second", 1, 0],
];
const made = new Map();

function format(style) {
  if (!made.has(style)) made.set(style, new Intl.DateTimeFormat("en-GB", STYLES[style] ?? STYLES.f));
  return made.get(style);
}

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** As Discord writes `<t:unix:style>`. */
export function written(unix, style) {
  if (style !== "R") return format(style).format(unix * 1000);
  const away = unix - clock.now();
  const [unit, size] = UNITS.find(([, , from]) => Math.abs(away) >= from);
  return relative.format(Math.round(away / size), unit);
}

export const day = (unix) => new Date(unix * 1000).toDateString();

/** Beside a message: the hour today, the date before. */
export function beside(unix) {
  const today = day(clock.now()) === day(unix);
  return today ? written(unix, "t") : written(unix, "s");
}
