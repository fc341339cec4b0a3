// The app's own page, `app://chancery`: what counts as it, and how a request for it is answered from memory.
import { type PageFiles, safetyHeaders } from "#core/host/page.ts";

export const appScheme = "app";
const host = "chancery";
export type SafeHeaders = Readonly<Record<string, string>>;
export const pageAddress = `${appScheme}://${host}/`;

/** By its parts: a text that only begins like ours is not ours. */
export function isOurPage(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === `${appScheme}:` && url.host === host;
}

/** 405 for anything but GET, 404 for whatever is not in `page`. */
export function answerFor(
  request: Pick<Request, "method" | "url">,
  page: PageFiles,
  headers: SafeHeaders = safetyHeaders,
): Response {
  if (request.method !== "GET") return new Response(null, { status: 405, headers });
  const file = isOurPage(request.url) ? page.get(new URL(request.url).pathname) : undefined;
  if (!file) return new Response(null, { status: 404, headers });
  return new Response(new Uint8Array(file.bytes), { headers: { ...headers, "Content-Type": file.mime } });
}
