// Registers the app's own scheme with Electron and serves the page on it.
import { type Protocol, protocol } from "electron";
import { type PageFiles, safetyHeaders } from "#core/host/page.ts";
import { answerFor, appScheme, type SafeHeaders } from "./app-page.ts";

/** Before the app is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
}

/** Answers requests of a session from `page`. `headers` go with every answer. */
export function servePage(target: Protocol, page: PageFiles, headers: SafeHeaders = safetyHeaders): void {
  target.handle(appScheme, (request) => answerFor(request, page, headers));
}
