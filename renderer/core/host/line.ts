// What goes over the one line between a page and the loopback host: asks to the host, answers and events to the page.
import { z } from "zod";
import type { Result } from "../lib/result.ts";

/** Where the line is opened, and the WebSocket subprotocol spoken on it; the page offers its session token as a second. */
export const linePath = "/line";
export const lineProtocol = "chancery.1";

/** Close codes of our own. */
export const lineCloses = {
  /** The token is not one of a session of this host. */
  noSession: 4403,
  /** A message was no ask. */
  badMessage: 4400,
} as const;

/** Page to host. `id` is the page's own count; answers may come in another order. */
export const lineAsk = z.strictObject({ id: z.int().min(0), method: z.string(), ask: z.unknown() });

export type LineAsk = z.infer<typeof lineAsk>;

/** Host to page: an answer to the ask of that id, or an event. The host is trusted by its page. */
export type LineMessage =
  | { readonly id: number; readonly result: Result<unknown> }
  | { readonly event: string; readonly detail: unknown };
