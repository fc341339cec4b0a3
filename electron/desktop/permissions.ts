// What the page may ask of the browser beneath it: to write the clipboard and to keep its view. No device, no screen.
import type { Session } from "electron";
import { isOurPage } from "./app-page.ts";

const granted: ReadonlySet<string> = new Set(["clipboard-sanitized-write", "persistent-storage"]);

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(granted.has(permission) && details.isMainFrame && isOurPage(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => granted.has(permission) && isOurPage(origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.on("select-hid-device", (event, _details, answer) => {
    event.preventDefault();
    answer();
  });
  session.on("select-usb-device", (event, _details, answer) => {
    event.preventDefault();
    answer();
  });
  session.on("select-serial-port", (event, _ports, _contents, answer) => {
    event.preventDefault();
    answer("");
  });
}
