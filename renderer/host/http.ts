// The bridge of the browser edition: asks go to the loopback host by POST, events come on one long answer.
import type { HostBridge } from "#core/host/bridge.ts";
import type { Answers, Ask, EventName, Events, Method } from "#core/host/contract.ts";
import { AppError } from "#core/host/errors.ts";
import { maxRequestBytes, pack, unpack } from "#core/host/wire.ts";
import { failed, type Result } from "#core/lib/result.ts";

export interface HttpBridge extends HostBridge {
  /** Stops listening for events and asking again. */
  close(): void;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const retryMs = 1000;

/** `origin` is the host's, without a slash at the end; the page's own where it is left out. */
export function httpBridge(token: string, origin = ""): HttpBridge {
  const heard = new Listeners();
  const stop = new AbortController();
  const headers = { Authorization: `Bearer ${token}`, "X-Chancery": "1" };
  void listen(`${origin}/events`, headers, heard, stop.signal);
  return {
    call: (method, ask) => call(`${origin}/api/${method}`, headers, ask),
    on: (event, hear) => heard.add(event, hear),
    close: () => stop.abort(),
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

async function call<M extends Method>(
  url: string,
  headers: Record<string, string>,
  ask: Ask<M>,
): Promise<Result<Answers[M]>> {
  const body = pack(ask, (text) => encoder.encode(text));
  if (body.byteLength > maxRequestBytes) return failed("file/too-large", { limitMegabytes: 50 });
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/octet-stream" },
      body,
    });
    if (answer.status === 403) return failed("host/no-session");
    if (!answer.ok) return failed("host/unexpected");
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return unpack(bytes, (some) => decoder.decode(some)) as Result<Answers[M]>;
  } catch (error) {
    // `fetch` says with a TypeError that nobody answered; an answer that cannot be unpacked is no answer either.
    if (error instanceof TypeError || error instanceof AppError) return failed("host/unreachable");
    throw error;
  }
}

/** Keeps one line open to the host for as long as the page lives: the host takes it as a sign of life. */
async function listen(
  url: string,
  headers: Record<string, string>,
  heard: Listeners,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const answer = await fetch(url, { headers, signal });
      if (answer.status === 403) return;
      if (answer.ok && answer.body) await readLines(answer.body, (line) => heard.announce(line));
    } catch (error) {
      if (!(error instanceof TypeError) && !signal.aborted) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, retryMs));
  }
}

async function readLines(body: ReadableStream<Uint8Array>, take: (line: string) => void): Promise<void> {
  let rest = "";
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line !== "") take(line);
  }
}

class Listeners {
  readonly #byEvent = new Map<string, Set<(detail: never) => void>>();

  add<E extends EventName>(event: E, hear: (detail: Events[E]) => void): () => void {
    const some = this.#byEvent.get(event) ?? new Set();
    this.#byEvent.set(event, some.add(hear));
    return () => some.delete(hear);
  }

  announce(line: string): void {
    const { event, detail } = JSON.parse(line) as { event: string; detail: never };
    for (const hear of this.#byEvent.get(event) ?? []) hear(detail);
  }
}
