// How a Chromium-family browser is started for Chancery: a profile of its own, and no way to anywhere but this machine.

/** The resolver rule also stops what the other switches leave: the browser finds no name but loopback. */
const silent = [
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
  "--no-proxy-server",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-component-extensions-with-background-pages",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-extensions",
  "--disable-sync",
  "--disable-quic",
  "--disable-breakpad",
  "--metrics-recording-only",
  "--no-pings",
  "--password-store=basic",
  "--use-mock-keychain",
  "--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication,InterestFeedContentSuggestions",
];

/** Root cannot have Chromium's sandbox; everybody else keeps it. */
export function silentSwitches(profile: string): readonly string[] {
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return [...silent, ...asRoot, `--user-data-dir=${profile}`];
}
