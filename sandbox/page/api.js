// The sandbox's control API (its table of requests is in sandbox/control/__init__.py).

/** What the person's client would not do, or what is not there; its message is meant for people. */
export class Refusal extends Error {}

async function ask(method, path, body) {
  const wanted = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  let answer;
  try {
    answer = await fetch(`/sandbox/${path}`, wanted);
  } catch {
    throw new Refusal("The sandbox does not answer. Is it still running?");
  }
  const given = await answer.json().catch(() => null);
  if (answer.ok) return given;
  throw new Refusal(given?.refused ?? given?.missing ?? given?.wrong ?? `The sandbox answered ${answer.status}.`);
}

export const get = (path) => ask("GET", path);
export const post = (path, body) => ask("POST", path, body);

/** Listens until it is told to stop, also after a break; `onOpen` is for what was missed until then. */
export function listen(query, onItem, onOpen) {
  let socket = null;
  let stopped = false;
  let tries = 0;
  const open = () => {
    socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/sandbox/live?${query}`);
    socket.onopen = () => {
      tries = 0;
      onOpen?.();
    };
    socket.onmessage = (frame) => onItem(JSON.parse(frame.data));
    socket.onclose = () => {
      if (stopped) return;
      tries += 1;
      setTimeout(() => stopped || open(), Math.min(500 * tries, 5000));
    };
  };
  open();
  return () => {
    stopped = true;
    socket.close();
  };
}
