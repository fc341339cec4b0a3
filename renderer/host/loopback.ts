// The bridge of the browser edition: one line to the loopback host, on which asks go and answers and events come.
import type { HostBridge } from "#core/host/bridge.ts";
import type { Answers, Ask, EventName, Events, Method } from "#core/host/contract.ts";
import { type LineAsk, lineCloses, type LineMessage, linePath, lineProtocol } from "#core/host/line.ts";
import { maxRequestBytes, pack, unpack } from "#core/host/wire.ts";
import { failed, type Failure, type Result } from "#core/lib/result.ts";

export interface LoopbackBridge extends HostBridge {
  /** Stops listening for events and asking again. */
  close(): void;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const retryMs = 1000;

/**
 * `origin` is the host's, without a slash at the end; the page's own where it is left out. A line that breaks is
 * opened again, and what had been asked on it is answered with `host/unreachable`: nobody knows what came of it.
 */
export function loopbackBridge(token: string, origin: string = location.origin): LoopbackBridge {
  const heard = new Listeners();
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  let asked = 0;
  let isClosed = false;
  let line: Promise<WebSocket | Failure> = openLine();

  function openLine(): Promise<WebSocket | Failure> {
    const socket = new WebSocket(origin.replace(/^http/, "ws") + linePath, [lineProtocol, token]);
    socket.binaryType = "arraybuffer";
    socket.addEventListener("message", ({ data }) => take(data as ArrayBuffer));
    return new Promise((resolve) => {
      socket.addEventListener("open", () => resolve(socket));
      socket.addEventListener("close", ({ code }) => {
        const why = failed(code === lineCloses.noSession ? "host/no-session" : "host/unreachable");
        resolve(why);
        lose(why);
      });
    });
  }

  function lose(why: Failure): void {
    line = Promise.resolve(why);
    for (const answer of waiting.values()) answer(why);
    waiting.clear();
    if (!isClosed && why.code !== "host/no-session") setTimeout(reopen, retryMs);
  }

  function reopen(): void {
    if (!isClosed) line = openLine();
  }

  function take(data: ArrayBuffer): void {
    const message = unpack(new Uint8Array(data), (bytes) => decoder.decode(bytes)) as LineMessage;
    if ("event" in message) return heard.announce(message.event, message.detail);
    waiting.get(message.id)?.(message.result);
    waiting.delete(message.id);
  }

  async function call<M extends Method>(method: M, ask: Ask<M>): Promise<Result<Answers[M]>> {
    const id = asked++;
    const packed = pack({ id, method, ask } satisfies LineAsk, (text) => encoder.encode(text));
    if (packed.byteLength > maxRequestBytes) return failed("file/too-large", { limitMegabytes: 50 });
    const socket = await line;
    if (!(socket instanceof WebSocket)) return socket;
    return new Promise((resolve) => {
      waiting.set(id, (result) => resolve(result as Result<Answers[M]>));
      socket.send(packed);
    });
  }

  return {
    call,
    on: (event, hear) => heard.add(event, hear),
    close: () => {
      isClosed = true;
      void line.then((socket) => socket instanceof WebSocket && socket.close());
    },
  };
}

/** Exchanges a launch code for a session token; null where the host refuses it. */
export async function openSession(code: string, origin = ""): Promise<string | null> {
  const answer = await fetch(`${origin}/session`, {
    method: "POST",
    headers: { "X-Chancery": "1", "Content-Type": "application/octet-stream" },
    body: encoder.encode(code),
  });
  return answer.ok ? answer.text() : null;
}

class Listeners {
  readonly #byEvent = new Map<string, Set<(detail: never) => void>>();

  add<E extends EventName>(event: E, hear: (detail: Events[E]) => void): () => void {
    const some = this.#byEvent.get(event) ?? new Set();
    this.#byEvent.set(event, some.add(hear));
    return () => some.delete(hear);
  }

  announce(event: string, detail: unknown): void {
    for (const hear of this.#byEvent.get(event) ?? []) hear(detail as never);
  }
}
