// What the bots asked of Discord, and what broke its rules.
import { Watched } from "./changes.js";
import { get, listen } from "./api.js";

const KEPT = 400;
const FIRST = 150;

class Log extends Watched {
  lines = [];
  violations = [];
  isOpen = false;
  #stop = null;
  #count = 0;

  async open() {
    this.isOpen = true;
    this.#stop = listen("requests=1", (item) => item.type === "request" && this.#add(item), () => this.#load());
    this.changed();
    await this.#load();
  }

  close() {
    this.#stop?.();
    this.isOpen = false;
    this.changed();
  }

  async #load() {
    this.lines = await get(`requests?limit=${FIRST}`);
    await this.#look();
  }

  async #look() {
    this.violations = await get("violations");
    this.changed();
  }

  #add(line) {
    if (this.lines.at(-1)?.number >= line.number) return;
    this.lines = [...this.lines, line].slice(-KEPT);
    if (line.violations !== this.#count) {
      this.#count = line.violations;
      // the answer itself is looked at just after it is told
      setTimeout(() => this.#look(), 50);
    }
    this.changed();
  }
}

export const log = new Log();
