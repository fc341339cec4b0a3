// What a rule has to say, in words: days, clocks and members of closed lists as the reader writes them.
import type { Fact, Sentence } from "#core/rules/sentence.ts";
import { useText } from "#ui/text/use-text.ts";

/** The text under `<prefix>.<code>` with the sentence's facts filled in. */
export function useSentenceText(): (prefix: "evidence" | "toDo", sentence: Sentence) => string {
  const { t, has, formatDay, formatInstant } = useText();
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
