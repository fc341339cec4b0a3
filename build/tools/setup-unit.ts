// What Chromium and Electron have and Node 20 lacks: IndexedDB, Temporal and WebSocket.
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
Object.assign(globalThis, { WebSocket: PageWebSocket });
