// Finds the page's host: the desktop's preload, else the loopback server that served the page.
import type { HostBridge } from "#core/host/bridge.ts";
import { done, failed, type Result } from "#core/lib/result.ts";
import { loopbackBridge, openSession } from "./loopback.ts";
import { ipcBridge, type PreloadDoor } from "./ipc.ts";

declare global {
  interface Window {
    readonly chancery?: PreloadDoor;
  }
}

const tokenKey = "chancery.session";
const launchFragment = /^#launch=([\w-]{10,100})$/;

/**
 * The bridge to whichever host there is. Fails with `host/no-session` where the page was opened without a launch code
 * or with a spent one, with `host/unreachable` where nobody answers.
 */
export function connect(): Promise<Result<HostBridge>> {
  // A code is good once, so two callers at the same time share one answer; after a failure the next tries anew.
  connecting ??= connectOnce().finally(() => (connecting = null));
  return connecting;
}

let connecting: Promise<Result<HostBridge>> | null = null;

async function connectOnce(): Promise<Result<HostBridge>> {
  if (window.chancery) return done(ipcBridge(window.chancery));
  try {
    const token = await sessionToken();
    if (token === null) return failed("host/no-session");
    const bridge = loopbackBridge(token);
    const info = await bridge.call("app.info", {});
    if (info.ok) return done(bridge);
    bridge.close();
    return info;
  } catch (error) {
    if (error instanceof TypeError) return failed("host/unreachable");
    throw error;
  }
}

/** A fresh code wins over the token kept for reloads; it is taken out of the address bar before anything else. */
async function sessionToken(): Promise<string | null> {
  const code = launchFragment.exec(location.hash)?.[1];
  if (code === undefined) return sessionStorage.getItem(tokenKey);
  history.replaceState(null, "", location.pathname + location.search);
  const token = await openSession(code);
  if (token !== null) sessionStorage.setItem(tokenKey, token);
  return token;
}
