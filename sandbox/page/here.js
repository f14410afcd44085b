// What the parts of a pane know of where they are.
import { createContext } from "./vendor/index.js";

/** The pane: `eyes`, `pane`, `go`, `act`, `say` and the rest of pane.js. */
export const Here = createContext(null);

/** The tab index of what is inside a message: only the message one is at can be entered by Tab. */
export const Reach = createContext(0);
