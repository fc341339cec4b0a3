// Which requests the loopback host listens to at all. What fails here gets a status and not a word more.
import type { IncomingMessage } from "node:http";
import { linePath, lineProtocol } from "#core/host/line.ts";

/** Status to refuse with, or null where the request may pass. Whether it may use the API is another question. */
export function refusalOf(request: IncomingMessage, origin: string): number | null {
  if (request.method !== "GET" && request.method !== "POST") return 405;
  const { host, origin: from, "sec-fetch-site": site } = single(request);
  // Exactly our own name and port, once: the remedy against a foreign name that resolves to this machine.
  if (host === undefined || `http://${host}` !== origin) return 421;
  if (!request.url?.startsWith("/")) return 400;
  if (from !== undefined && from !== origin) return 403;
  if (site !== undefined && site !== "same-origin" && site !== "none" && !isArrival(request)) return 403;
  return null;
}

/** As above for the opening of a line, which only a script of ours has business with: its browser always names its origin. */
export function lineRefusalOf(request: IncomingMessage, origin: string): number | null {
  const refusal = refusalOf(request, origin);
  if (refusal !== null) return refusal;
  if (request.url !== linePath) return 404;
  const { origin: from, "sec-fetch-site": site } = single(request);
  if (request.method !== "GET" || from === undefined) return 403;
  if (site !== undefined && site !== "same-origin") return 403;
  return offered(request)[0] === lineProtocol ? null : 403;
}

/** The session token a page offers with its line: a script can set no other header there. */
export function tokenOf(request: IncomingMessage): string | null {
  const [, token, ...more] = offered(request);
  return token !== undefined && more.length === 0 && /^[\w-]{10,100}$/.test(token) ? token : null;
}

function offered(request: IncomingMessage): readonly string[] {
  return (single(request)["sec-websocket-protocol"] ?? "").split(",").map((name) => name.trim());
}

/** No form, link or image can set these headers. */
export function isOurScript(request: IncomingMessage): boolean {
  const { "x-chancery": mark, "content-type": type } = single(request);
  return mark === "1" && type === "application/octet-stream";
}

/**
 * Arrival at the page itself from the launch file: a browser calls that cross-site. The page holds no data, cannot be
 * framed, and does nothing without a code or a token.
 */
function isArrival(request: IncomingMessage): boolean {
  const { "sec-fetch-mode": mode, "sec-fetch-dest": destination } = single(request);
  return request.method === "GET" && request.url === "/" && mode === "navigate" && destination === "document";
}

type Checked =
  | "host"
  | "origin"
  | "content-type"
  | "x-chancery"
  | "sec-websocket-protocol"
  | "sec-fetch-site"
  | "sec-fetch-mode"
  | "sec-fetch-dest";

/** Headers by name; one that was sent twice counts as a wrong one. */
function single(request: IncomingMessage): Partial<Record<Checked, string>> {
  const found: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (values) found[name] = values.length === 1 ? (values[0] ?? "") : "sent twice";
  }
  return found;
}
