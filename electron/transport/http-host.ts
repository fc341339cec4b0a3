// The browser edition's door: a server on loopback that serves the page, and passes what it asks on its line to `dispatch`.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { type EventName, type Events, type Services } from "#core/host/contract.ts";
import { dispatch } from "#core/host/dispatch.ts";
import { lineCloses, lineProtocol } from "#core/host/line.ts";
import { type PageFiles, safetyHeaders } from "#core/host/page.ts";
import { maxRequestBytes } from "#core/host/wire.ts";
import { isOurScript, lineRefusalOf, refusalOf, tokenOf } from "./http-guard.ts";
import { LaunchCodes } from "./launch-codes.ts";
import { Lines } from "./lines.ts";
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
const graceMs = 1000;

/** Rejects with `EADDRINUSE` where the port is taken: never moves to another, where the page would find an empty view. */
export async function openHttpHost(options: HttpHostOptions): Promise<HttpHost> {
  const codes = new LaunchCodes(() => performance.now());
  const lines = new Lines({
    answer: ({ method, ask }) => dispatch(options.services, method, ask, options.report),
    onChange: options.onPages,
  });
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
  const door = new Door(options, origin, codes, lines);
  server.on("request", (request, response) => {
    door.answer(request, response).catch((error: unknown) => {
      if (!request.destroyed) options.report(error);
      response.destroy();
    });
  });
  server.on("upgrade", (request, socket, head) => door.openLine(request, socket, head));
  return {
    origin,
    newAddress: () => `${origin}/#launch=${codes.newCode()}`,
    announce: (event, detail) => lines.send(event, detail),
    close: () =>
      new Promise((resolve) => {
        lines.end();
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => {
          server.closeAllConnections();
          door.cutLines();
        }, graceMs).unref();
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
  readonly #lines: Lines;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: maxRequestBytes,
    handleProtocols: () => lineProtocol,
  });

  constructor(options: HttpHostOptions, origin: string, codes: LaunchCodes, lines: Lines) {
    this.#options = options;
    this.#origin = origin;
    this.#codes = codes;
    this.#lines = lines;
    this.#sockets.on("wsClientError", (_error, socket) => refuseLine(socket, 400));
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refusalOf(request, this.#origin);
    if (refusal !== null) return refuse(response, refusal);
    const url = request.url ?? "";
    if (request.method === "GET") return this.#sendFile(url, response);
    if (!isOurScript(request)) return refuse(response, 403);
    if (url !== "/session") return refuse(response, 404);
    return this.#openSession(request, response);
  }

  /** A page without a session is let in only to be told so: a script cannot read the status of a refused line. */
  openLine(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const refusal = lineRefusalOf(request, this.#origin);
    if (refusal !== null) return refuseLine(socket, refusal);
    const token = tokenOf(request);
    this.#sockets.handleUpgrade(request, socket, head, (line) => {
      if (token !== null && this.#codes.isSession(token)) this.#lines.add(line);
      else line.close(lineCloses.noSession);
    });
  }

  /** Those too whose page does not answer that they are closed. */
  cutLines(): void {
    for (const line of this.#sockets.clients) line.terminate();
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

  async #openSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request, 1000);
    if (!body) return refuse(response, 413);
    const exchange = this.#codes.exchange(Buffer.from(body).toString("latin1"));
    if (exchange.kind === "refused") {
      this.#options.onRefusedCode(exchange.why);
      return refuse(response, 403);
    }
    response.writeHead(200, {
      ...safetyHeaders,
      "Cache-Control": "no-store",
      "Content-Type": "application/octet-stream",
    });
    response.end(exchange.token);
  }
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

function refuseLine(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
