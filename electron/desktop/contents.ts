// Rules for every page the app ever holds: it stays where it is, opens nothing, embeds nothing.
import { app, type WebContents, type WebPreferences } from "electron";
import { isOurPage } from "./app-page.ts";

/** For every window. `devTools` only while developing. */
export function safePreferences(): WebPreferences {
  return {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    plugins: false,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    autoplayPolicy: "document-user-activation-required",
    devTools: !app.isPackaged,
  };
}

/** Before the first window. */
export function holdContents(): void {
  app.on("web-contents-created", (_event, contents) => hold(contents));
}

function hold(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.on("will-navigate", (event) => {
    if (!isOurPage(event.url)) event.preventDefault();
  });
  contents.on("will-frame-navigate", (event) => {
    if (!event.isMainFrame || !isOurPage(event.url)) event.preventDefault();
  });
  contents.on("will-redirect", (event) => {
    if (!isOurPage(event.url)) event.preventDefault();
  });
  contents.on("select-bluetooth-device", (event, _devices, answer) => {
    event.preventDefault();
    answer("");
  });
}
