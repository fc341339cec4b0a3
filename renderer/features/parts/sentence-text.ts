// What a rule has to say, in words: days, clocks and members of closed lists as the reader writes them.
import { useMemo } from "react";
import type { Fact, Sentence } from "#core/rules/sentence.ts";
import { type TextTools, useText } from "#ui/text/use-text.ts";

export type SentenceText = (prefix: "evidence" | "toDo", sentence: Sentence) => string;

/** The text under `<prefix>.<code>` with the sentence's facts filled in; the same function while the language is. */
export function useSentenceText(): SentenceText {
  const text = useText();
  return useMemo(() => sentenceTextOf(text), [text]);
}

function sentenceTextOf({ t, has, formatDay, formatInstant }: TextTools): SentenceText {
  const word = (fact: Fact): string | number => {
    if (typeof fact !== "object") return fact;
    if ("day" in fact) return fact.day === "" ? "" : formatDay(fact.day);
    if ("instant" in fact) return formatInstant(fact.instant, fact.timeZone);
    const key = `enum.${fact.label}`;
    return has(key) ? t(key) : fact.label;
  };
  return (prefix, { code, facts }) => {
    const key = `${prefix}.${code}`;
    const values = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, word(fact)]));
    return has(key) ? t(key, values) : code;
  };
}
