// How the page reaches its host, whichever it is.
import type { Result } from "../lib/result.ts";
import type { Answers, Ask, EventName, Events, Method } from "./contract.ts";

export interface HostBridge {
  /** Asks; an expected failure is a value, never a throw. */
  call<M extends Method>(method: M, ask: Ask<M>): Promise<Result<Answers[M]>>;
  /** Hears an event; answers the function that stops hearing. */
  on<E extends EventName>(event: E, hear: (detail: Events[E]) => void): () => void;
}
