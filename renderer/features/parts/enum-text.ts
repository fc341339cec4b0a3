// The words for members of the model's closed lists: "Delivered", "Consulate general".
import { useCallback } from "react";
import { type TextTools, useText } from "#ui/text/use-text.ts";

/** For lists of columns and other texts made outside of components. */
export function enumWord({ t, has }: Pick<TextTools, "t" | "has">, list: string, member: string): string {
  const key = `enum.${list}.${member}`;
  return has(key) ? t(key) : member;
}

/** `list` is the list's name in locales (`enum.<list>.<member>`), e.g. "postType". */
export function useEnumText(): (list: string, member: string) => string {
  const text = useText();
  return useCallback((list, member) => enumWord(text, list, member), [text]);
}
