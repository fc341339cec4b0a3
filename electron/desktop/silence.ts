// Keeps the app from talking to anything: names resolve to nothing, requests beyond the app's own scheme are cancelled.
import { app, type Session } from "electron";
import { isOurPage } from "./app-page.ts";

/** Before the app is ready. */
export function silenceNetwork(): void {
  app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  app.commandLine.appendSwitch("disable-background-networking");
  app.commandLine.appendSwitch("disable-component-update");
  app.commandLine.appendSwitch("disable-domain-reliability");
  app.commandLine.appendSwitch("no-pings");
  app.commandLine.appendSwitch("disable-features", "MediaRouter,OptimizationHints");
  app.on("certificate-error", (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on("login", (event) => event.preventDefault());
  app.on("select-client-certificate", (event, _contents, _url, _list, answer) => {
    event.preventDefault();
    answer();
  });
}

/** Once the app is ready. */
export function silenceResolver(): void {
  app.configureHostResolver({ secureDnsMode: "off", enableBuiltInResolver: false });
}

/** Our own page and its blobs, and Chromium's developer tools where they may be opened. */
export async function silenceSession(session: Session): Promise<void> {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isOurPage(url) && !isLocal(url) });
  });
  session.setSpellCheckerEnabled(false);
  // On macOS the system's checker is used and takes no languages.
  if (process.platform !== "darwin") session.setSpellCheckerLanguages([]);
  session.on("will-download", (event) => event.preventDefault());
  await session.setProxy({ mode: "direct" });
}

function isLocal(address: string): boolean {
  const scheme = URL.parse(address)?.protocol;
  if (scheme === "blob:") return address.startsWith("blob:app://chancery/");
  return scheme === "data:" || (scheme === "devtools:" && !app.isPackaged);
}
