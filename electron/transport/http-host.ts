// The browser edition's door: a server on loopback that serves the page and passes asks to `dispatch`.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type EventName, type Events, type Services } from "#core/host/contract.ts";
import { dispatch } from "#core/host/dispatch.ts";
import { AppError } from "#core/host/errors.ts";
import { type PageFiles, safetyHeaders } from "#core/host/page.ts";
import { maxRequestBytes, pack, unpack } from "#core/host/wire.ts";
import { failed, type Result } from "#core/lib/result.ts";
import { EventStreams } from "./event-streams.ts";
import { carriesBytes, isOurScript, refusalOf, tokenOf } from "./http-guard.ts";
import { LaunchCodes } from "./launch-codes.ts";
import { bodyOf } from "./request-body.ts";

export interface HttpHostOptions {
  readonly services: Services;
  readonly page: PageFiles;
  /** 0 lets the system choose: for tests only, since a browser keeps its view by port. */
  readonly port: number;
  readonly report: (error: unknown) => void;
  /** Hears how many pages are connected, after each change. */
  readonly onPages: (open: number) => void;
  /** A launch code was offered that had been used, was late or never given. */
  readonly onRefusedCode: (why: "unknown" | "late" | "used") => void;
}

export interface HttpHost {
  readonly origin: string;
  /** The page's address with a fresh launch code in its fragment: good once, for half a minute. */
  newAddress(): string;
  announce<E extends EventName>(event: E, detail: Events[E]): void;
  close(): Promise<void>;
}

const address = "127.0.0.1";

/** Rejects with `EADDRINUSE` where the port is taken: never moves to another, where the page would find an empty view. */
export async function openHttpHost(options: HttpHostOptions): Promise<HttpHost> {
  const codes = new LaunchCodes(() => performance.now());
  const streams = new EventStreams(options.onPages);
  const server = createServer({
    maxHeaderSize: 8192,
    headersTimeout: 5000,
    requestTimeout: 30_000,
    connectionsCheckingInterval: 1000,
    keepAliveTimeout: 5000,
  });
  server.maxConnections = 16;
  await listen(server, options.port);
  const bound = server.address();
  const origin = `http://${address}:${typeof bound === "object" && bound ? bound.port : options.port}`;
  const door = new Door(options, origin, codes, streams);
  server.on("request", (request, response) => {
    door.answer(request, response).catch((error: unknown) => {
      if (!request.destroyed) options.report(error);
      response.destroy();
    });
  });
  return {
    origin,
    newAddress: () => `${origin}/#launch=${codes.newCode()}`,
    announce: (event, detail) => streams.send(event, detail),
    close: () =>
      new Promise((resolve) => {
        streams.end();
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 1000).unref();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: address, port, exclusive: true }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

class Door {
  readonly #options: HttpHostOptions;
  readonly #origin: string;
  readonly #codes: LaunchCodes;
  readonly #streams: EventStreams;

  constructor(options: HttpHostOptions, origin: string, codes: LaunchCodes, streams: EventStreams) {
    this.#options = options;
    this.#origin = origin;
    this.#codes = codes;
    this.#streams = streams;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refusalOf(request, this.#origin);
    if (refusal !== null) return refuse(response, refusal);
    const url = request.url ?? "";
    if (request.method === "GET") {
      if (url === "/events") return this.#openStream(request, response);
      return this.#sendFile(url, response);
    }
    if (!isOurScript(request) || !carriesBytes(request)) return refuse(response, 403);
    if (url === "/session") return this.#openSession(request, response);
    if (!this.#hasSession(request)) return refuse(response, 403);
    if (!url.startsWith("/api/")) return refuse(response, 404);
    return this.#call(url.slice("/api/".length), request, response);
  }

  #sendFile(url: string, response: ServerResponse): void {
    const file = this.#options.page.get(url);
    if (!file) return refuse(response, 404);
    // Names under assets/ carry a hash of their content; the page itself must always be asked for.
    const caching = url.startsWith("/assets/") ? "max-age=31536000, immutable" : "no-cache";
    response.writeHead(200, {
      ...safetyHeaders,
      "Cache-Control": caching,
      "Content-Type": file.mime,
      "Content-Length": file.bytes.byteLength,
    });
    response.end(file.bytes);
  }

  #openStream(request: IncomingMessage, response: ServerResponse): void {
    if (!isOurScript(request) || !this.#hasSession(request)) return refuse(response, 403);
    response.writeHead(200, bytesHeaders);
    this.#streams.add(response);
  }

  async #openSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request, 1000);
    const exchange = this.#codes.exchange(Buffer.from(body ?? []).toString("latin1"));
    if (exchange.kind === "refused") {
      this.#options.onRefusedCode(exchange.why);
      return refuse(response, 403);
    }
    sendBytes(response, Buffer.from(exchange.token));
  }

  async #call(method: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request, maxRequestBytes);
    if (!body) return refuse(response, 413);
    sendBytes(response, pack(await this.#resultOf(method, body), bytesOf));
  }

  async #resultOf(method: string, body: Uint8Array): Promise<Result<unknown>> {
    let ask: unknown;
    try {
      ask = unpack(body, textOf);
    } catch (error) {
      if (error instanceof AppError) return failed(error.code, error.facts);
      throw error;
    }
    return dispatch(this.#options.services, method, ask, this.#options.report);
  }

  #hasSession(request: IncomingMessage): boolean {
    const token = tokenOf(request);
    return token !== null && this.#codes.isSession(token);
  }
}

const bytesHeaders = {
  ...safetyHeaders,
  "Cache-Control": "no-store",
  "Content-Type": "application/octet-stream",
};

function sendBytes(response: ServerResponse, bytes: Uint8Array): void {
  response.writeHead(200, { ...bytesHeaders, "Content-Length": bytes.byteLength });
  response.end(bytes);
}

/** Closes the connection too: an unread body must not be taken for the next request. */
function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, {
    ...safetyHeaders,
    "Cache-Control": "no-store",
    Connection: "close",
    "Content-Length": 0,
  });
  response.end();
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

function textOf(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new AppError("host/bad-ask", { method: "", where: "utf-8" });
  }
}
