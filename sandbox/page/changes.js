// Something that others watch, and the hook by which a component watches it.
import { useEffect, useReducer } from "./vendor/index.js";

export class Watched {
  #watchers = new Set();

  watch(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  changed() {
    for (const watcher of [...this.#watchers]) watcher();
  }
}

/** Renders the component again whenever one of these changes. */
export function useChanges(...watched) {
  const [, again] = useReducer((count) => count + 1, 0);
  useEffect(() => {
    const ends = watched.filter(Boolean).map((one) => one.watch(again));
    return () => ends.forEach((end) => end());
  }, watched);
}
