// What Chromium and Electron have and Node 20 lacks: IndexedDB, Temporal, WebSocket, web locks, the scheduler, promises with their resolvers.
import { setImmediate } from "node:timers/promises";
import "fake-indexeddb/auto";
import "temporal-polyfill/global";
import { WebSocket as NodeWebSocket } from "ws";

/** As a page of the host that is asked would open one: it names its origin. */
class PageWebSocket extends NodeWebSocket {
  constructor(address: string, protocols: string[]) {
    super(address, protocols, { origin: new URL(address).origin.replace(/^ws/, "http") });
    // In a browser an error nobody listens for is no exception.
    this.addEventListener("error", () => undefined);
  }
}
const scheduler = { postTask: (task: () => unknown) => setImmediate().then(task) };
Object.assign(globalThis, { WebSocket: PageWebSocket, scheduler });

/** One holder of a lock at a time, in the order in which they asked. */
const turns = new Map<string, Promise<unknown>>();
function request<T>(name: string, task: () => Promise<T>): Promise<T> {
  const turn = (turns.get(name) ?? Promise.resolve()).then(task);
  turns.set(
    name,
    turn.catch(() => undefined),
  );
  return turn;
}
Object.defineProperty(globalThis, "navigator", { value: { locks: { request } }, configurable: true });

if (!("withResolvers" in Promise)) Object.assign(Promise, { withResolvers });

function withResolvers<T>(): PromiseWithResolvers<T> {
  const made: Partial<PromiseWithResolvers<T>> = {};
  const promise = new Promise<T>((resolve, reject) => Object.assign(made, { resolve, reject }));
  return Object.assign(made, { promise }) as PromiseWithResolvers<T>;
}
