// Which requests the loopback host listens to at all. What fails here gets a status and not a word more.
import type { IncomingMessage } from "node:http";

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

/** The bearer token of a request that was made by our own script: no form, link or image can set these headers. */
export function tokenOf(request: IncomingMessage): string | null {
  return /^Bearer ([\w-]{10,100})$/.exec(single(request).authorization ?? "")?.[1] ?? null;
}

export function isOurScript(request: IncomingMessage): boolean {
  return single(request)["x-chancery"] === "1";
}

export function carriesBytes(request: IncomingMessage): boolean {
  return single(request)["content-type"] === "application/octet-stream";
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
  | "authorization"
  | "content-type"
  | "x-chancery"
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
