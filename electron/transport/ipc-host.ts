// The desktop's door: one channel from the page to `dispatch`, one for events back.
import type { IpcMain, IpcMainInvokeEvent, WebContents } from "electron";
import type { EventName, Events, Services } from "#core/host/contract.ts";
import { dispatch } from "#core/host/dispatch.ts";

export interface IpcHostOptions {
  readonly ipc: Pick<IpcMain, "handle">;
  readonly services: Services;
  /** Whether a URL is the app's own page. */
  readonly isOurPage: (url: string) => boolean;
  readonly report: (error: unknown) => void;
}

/** Answers Results. An ask from any frame but the main one of our own page is thrown back before it is looked at. */
export function openIpcHost({ ipc, services, isOurPage, report }: IpcHostOptions): void {
  ipc.handle("chancery", (event, method: unknown, ask: unknown) => {
    if (!isTrusted(event, isOurPage)) throw new Error("ask from an unknown sender");
    return dispatch(services, method, ask, report);
  });
}

export function announceTo<E extends EventName>(
  contents: Pick<WebContents, "send">,
  event: E,
  detail: Events[E],
): void {
  contents.send("chancery.event", event, detail);
}

/** The frame is null once it has navigated away or been destroyed. */
function isTrusted({ senderFrame }: IpcMainInvokeEvent, isOurPage: (url: string) => boolean): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOurPage(senderFrame.url);
}
