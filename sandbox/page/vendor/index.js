// Preact 10.29.8 (MIT) and htm 3.1.1 (Apache 2.0) as they are on npm; only the import in hooks.js names its file.
import { Component, Fragment, createContext, h, render } from "./preact.js";
import htm from "./htm.js";

export * from "./hooks.js";
export { Component, Fragment, createContext, render };
export const html = htm.bind(h);
