// An expected failure in plain words: what happened, what it means for the work, what to do.
import type { Failure } from "#core/lib/result.ts";
import { useText } from "#ui/text/use-text.ts";

/** The sentence of a failure's code, with its facts filled in. */
export function useFailureText(): (failure: Failure) => string {
  const { t, has } = useText();
  return ({ code, facts }) => {
    const key = `error.${code}`;
    return t(has(key) ? key : "error.host/unexpected", facts);
  };
}
