// Routes made of the features' screens. Search is plain text in the address; each screen's schema reads it.
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type RouterHistory,
  useLocation,
  useNavigate as useRouterNavigate,
  useParams,
  useSearch,
} from "@tanstack/react-router";
import { type ReactNode, useCallback } from "react";
import { asText } from "#core/lib/as-text.ts";
import type { AnyScreen } from "#ui/screen.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { NotFoundScreen } from "./not-found-screen.tsx";

type PlainSearch = Readonly<Record<string, unknown>>;

/** A router over `screens`, whose root is `frame`. */
export function makeRouter(
  screens: readonly AnyScreen[],
  frame: () => ReactNode,
): ReturnType<typeof createRouter> {
  const root = createRootRoute({ component: frame, notFoundComponent: NotFoundScreen });
  const children = screens.map((screen) =>
    createRoute({
      getParentRoute: () => root,
      path: screen.path,
      validateSearch: (raw: PlainSearch) => readSearch(screen, raw),
      component: () => <ScreenHost screen={screen} />,
    }),
  );
  const history: RouterHistory = createHashHistory();
  return createRouter({
    routeTree: root.addChildren(children),
    history,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch,
    defaultPreload: false,
    scrollRestoration: false,
  });
}

/** A link somebody mistyped opens the screen with its defaults rather than failing. */
function readSearch(screen: AnyScreen, raw: PlainSearch): PlainSearch {
  const read = screen.search.safeParse(raw);
  return (read.success ? read.data : screen.search.parse({})) as PlainSearch;
}

function stringifySearch(search: PlainSearch): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== "" && value !== false)
      query.set(name, asText(value));
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

function ScreenHost({ screen }: { readonly screen: AnyScreen }): ReactNode {
  const params: Readonly<Record<string, string>> = useParams({ strict: false });
  const search: PlainSearch = useSearch({ strict: false });
  const navigate = useRouterNavigate();
  const { pathname } = useLocation();
  const setSearch = useCallback(
    (next: PlainSearch) =>
      void navigate({ to: ".", search: (before: PlainSearch) => ({ ...before, ...next }), replace: true }),
    [navigate],
  );
  const Component = screen.component;
  return (
    <ErrorBoundary key={pathname}>
      <Component params={params} search={search} setSearch={setSearch} />
    </ErrorBoundary>
  );
}
