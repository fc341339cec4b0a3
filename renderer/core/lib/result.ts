// Errors as values: a code with its facts, or an answer.

/** `code` is `area/what` with a text in locales under `error.<code>`; `facts` fill its placeholders. */
export interface Failure {
  readonly ok: false;
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

export type Result<T> = { readonly ok: true; readonly value: T } | Failure;

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failed(code: string, facts: Failure["facts"] = {}): Failure {
  return { ok: false, code, facts };
}
