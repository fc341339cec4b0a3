// Binds links and useNavigate to whatever router the shell has.
import type { ReactNode } from "react";
import { RouterProvider } from "react-aria-components";
import { NavigateContext, type Navigate } from "./screen.ts";

export interface NavigationProviderProps {
  readonly navigate: Navigate;
  /** The address that stands in the page for a path of the app: "/posts" -> "#/posts". */
  readonly hrefOf: (path: string) => string;
  readonly children: ReactNode;
}

export function NavigationProvider({ navigate, hrefOf, children }: NavigationProviderProps) {
  return (
    <NavigateContext value={navigate}>
      <RouterProvider navigate={(path) => navigate(path)} useHref={hrefOf}>
        {children}
      </RouterProvider>
    </NavigateContext>
  );
}
