// The words for members of the model's closed lists: "Delivered", "Consulate general".
import { useText } from "#ui/text/use-text.ts";

/** `list` is the list's name in locales (`enum.<list>.<member>`), e.g. "postType". */
export function useEnumText(): (list: string, member: string) => string {
  const { t, has } = useText();
  return (list, member) => {
    const key = `enum.${list}.${member}`;
    return has(key) ? t(key) : member;
  };
}
