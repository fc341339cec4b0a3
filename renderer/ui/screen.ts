// What a feature says about one of its screens. The app shell makes routes of it; features never meet the router.
import { createContext, useContext, type ComponentType } from "react";
import type { z } from "zod";

/** "/directives/$directiveId" -> { directiveId: string } */
export type ParamsOf<Path extends string> = Path extends `${string}$${infer Name}/${infer Rest}`
  ? { readonly [Key in Name | keyof ParamsOf<`/${Rest}`>]: string }
  : Path extends `${string}$${infer Name}`
    ? { readonly [Key in Name]: string }
    : { readonly [Key in never]: string };

export interface ScreenProps<Path extends string, Search> {
  readonly params: ParamsOf<Path>;
  readonly search: Search;
  /** Changes some of the search; the rest stays. Replaces the history entry, so that Back leaves the screen. */
  readonly setSearch: (next: Partial<Search>) => void;
}

export interface Screen<Path extends string = string, Search = unknown> {
  /** Segments after "$" are parameters: "/posts/$postId". */
  readonly path: Path;
  /** Filters, sort and selection that live in the link. Every field needs a default. */
  readonly search: z.ZodType<Search>;
  readonly component: ComponentType<ScreenProps<Path, Search>>;
}

export function defineScreen<const Path extends string, Search>(
  screen: Screen<Path, Search>,
): Screen<Path, Search> {
  return screen;
}

/** A screen whose path and search the shell need not know by type. */
// `any` in this one place: component props are contravariant, so no narrower type holds every screen in one list.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyScreen = Screen<string, any>;

export interface NavigateOptions {
  /** Takes the place of the current history entry. */
  readonly replace?: boolean;
}

/** Goes to a path of the app, such as "/posts/12?tab=open". */
export type Navigate = (to: string, options?: NavigateOptions) => void;

export const NavigateContext = createContext<Navigate | null>(null);

export function useNavigate(): Navigate {
  const navigate = useContext(NavigateContext);
  if (navigate === null) throw new Error("useNavigate needs a NavigationProvider above it");
  return navigate;
}
