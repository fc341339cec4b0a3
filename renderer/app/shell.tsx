// The frame with everything that surrounds a screen, around the router.
import { Outlet, RouterProvider, useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { RecordWatchProvider } from "#features/parts/record-watch.tsx";
import { useHostInfo } from "#features/parts/use-host-info.ts";
import { useWorkspace } from "#features/parts/workspace.tsx";
import { useHost } from "#host/use-host.tsx";
import { NavigationProvider } from "#ui/navigation.tsx";
import { applyAppearance } from "#ui/tokens/appearance.ts";
import { screens } from "./features.ts";
import { Frame } from "./frame.tsx";
import { useSetLocale } from "./locale.tsx";
import { makeRouter } from "./router.tsx";

export function Shell({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const [router] = useState(() => makeRouter(screens, () => <FramedOutlet onLeave={onLeave} />));
  useDeviceSettings();
  useCaptureSetting();
  useClipboardSetting();
  return (
    <NavigationProvider
      navigate={(to, options) => (options?.replace ? router.history.replace(to) : router.history.push(to))}
      hrefOf={(to) => `#${to}`}
    >
      <RecordWatchProvider>
        <RouterProvider router={router} />
      </RecordWatchProvider>
    </NavigationProvider>
  );
}

function FramedOutlet({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const { pathname } = useLocation();
  return (
    <Frame pathname={pathname} onLeave={onLeave}>
      <Outlet />
    </Frame>
  );
}

/** Where the host has a window of its own, it is kept out of captures as this device is set. */
function useCaptureSetting(): void {
  const { capture } = useWorkspace().device;
  const host = useHost();
  const info = useHostInfo();
  useEffect(() => {
    if (info?.hidesFromCapture !== true) return;
    const isHidden = capture === "system" ? info.platform === "win32" : capture === "hidden";
    void host.call("app.hideFromCapture", { isHidden });
  }, [capture, host, info]);
}

/** Where the host can, what is copied here is taken from the clipboard again. What is cut is not: it may be the only copy. */
function useClipboardSetting(): void {
  const { clipboard } = useWorkspace().device;
  const host = useHost();
  const info = useHostInfo();
  useEffect(() => {
    if (info?.clearsClipboard !== true || clipboard === "kept") return;
    // The clipboard is filled only after everybody has heard the event.
    const hear = () => setTimeout(() => void host.call("app.copied", {}), 0);
    addEventListener("copy", hear, { capture: true });
    return () => removeEventListener("copy", hear, { capture: true });
  }, [clipboard, host, info]);
}

/** Theme, density and language follow the settings of this device. */
function useDeviceSettings(): void {
  const { theme, density, locale } = useWorkspace().device;
  const setLocale = useSetLocale();
  useEffect(() => applyAppearance(theme, density), [theme, density]);
  useEffect(() => setLocale(locale), [locale, setLocale]);
}
