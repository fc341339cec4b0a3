// The app's own scheme, `app://chancery`: serves the built page from memory and nothing else.
import { type Protocol, protocol } from "electron";
import { type PageFiles, safetyHeaders } from "#core/host/page.ts";

const scheme = "app";
const host = "chancery";
export type SafeHeaders = Readonly<Record<string, string>>;
export const pageAddress = `${scheme}://${host}/`;

/** Before the app is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

/** By its parts: a text that only begins like ours is not ours. */
export function isOurPage(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === `${scheme}:` && url.host === host;
}

/** Answers requests of a session from `page`. `headers` go with every answer. */
export function servePage(target: Protocol, page: PageFiles, headers: SafeHeaders = safetyHeaders): void {
  target.handle(scheme, (request) => answerFor(request, page, headers));
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
