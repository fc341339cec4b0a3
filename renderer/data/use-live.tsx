// The bridge from the view to React: a question asked again whenever a table it read has changed.
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { AppError } from "#core/host/errors.ts";
import type { Failure } from "#core/lib/result.ts";
import { failed } from "#core/lib/result.ts";
import type { Session } from "./session.ts";
import type { Ask, Notice, View } from "./view/view.ts";

export type Live<T> =
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly value: T }
  | { readonly state: "failed"; readonly failure: Failure };

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }): ReactNode {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The open workspace. Only screens inside the frame ask for it. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("No workspace is open here.");
  return session;
}

/**
 * The answer to `ask`, kept current. Asks again when `deps` change or a table it read has changed; the old answer
 * stays up meanwhile, so that nothing flickers.
 */
export function useLive<T>(ask: Ask<T>, deps: readonly unknown[]): Live<T> {
  const { view } = useSession();
  const [live, setLive] = useState<Live<T>>({ state: "loading" });
  useEffect(() => {
    const asking = new Asking(view, ask, setLive);
    return () => asking.stop();
    // `ask` is a new function on every render; `deps` say when it asks something else.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [view, ...deps]);
  return live;
}

class Asking<T> {
  readonly #read = new Set<Notice["table"]>();
  readonly #stopHearing: () => void;
  readonly #ask: () => Promise<T>;
  readonly #show: (live: Live<T>) => void;
  #stopped = false;
  #running = false;
  #stale = false;

  constructor(view: View, ask: Ask<T>, show: (live: Live<T>) => void) {
    this.#ask = () => ask(recording(view, this.#read));
    this.#show = show;
    this.#stopHearing = view.onChange(({ table }) => {
      if (this.#read.has(table)) void this.#run();
    });
    void this.#run();
  }

  stop(): void {
    this.#stopped = true;
    this.#stopHearing();
  }

  async #run(): Promise<void> {
    this.#stale = true;
    if (this.#running) return;
    this.#running = true;
    while (this.#stale && !this.#stopped) {
      this.#stale = false;
      const live = await this.#answer();
      if (!this.#stopped) this.#show(live);
    }
    this.#running = false;
  }

  async #answer(): Promise<Live<T>> {
    try {
      return { state: "ready", value: await this.#ask() };
    } catch (error) {
      const failure =
        error instanceof AppError ? failed(error.code, error.facts) : failed("view/unavailable", {});
      return { state: "failed", failure };
    }
  }
}

/** The view, noting which tables an ask reads. */
function recording(view: View, read: Set<Notice["table"]>): View {
  return {
    page: (table, query) => (read.add(table), view.page(table, query)),
    get: (table, ids) => (read.add(table), view.get(table, ids)),
    aggregate: (table, query) => (read.add(table), view.aggregate(table, query)),
    find: (text, limit) => view.find(text, limit),
    waiting: () => (read.add("conflicts"), view.waiting()),
    values: (table, id, path) => (read.add(table), view.values(table, id, path)),
    onChange: (hear) => view.onChange(hear),
  };
}
