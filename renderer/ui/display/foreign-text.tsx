// A name, address or file name from outside: in its own direction, and nothing invisible left invisible.
import { useText } from "../text/use-text.ts";
import css from "./foreign-text.module.css";
import { partsOf } from "./hidden-characters.ts";

/** The text with a chip for each hidden character, in the direction of what is around it. */
export function HiddenShown({ text }: { readonly text: string }) {
  const { t } = useText();
  return partsOf(text).map((part, at) =>
    part.kind === "text" ? (
      part.text
    ) : (
      // The parts of one text never move, so their place is their key.
      // oxlint-disable-next-line react/no-array-index-key
      <span
        key={at}
        className={css["hidden"]}
        title={t("ui.foreign.invisible", { code: part.code })}
        dir="ltr"
      >
        {part.code}
      </span>
    ),
  );
}

export function ForeignText({ text, lang }: { readonly text: string; readonly lang?: string | undefined }) {
  return (
    <bdi lang={lang} translate="no">
      <HiddenShown text={text} />
    </bdi>
  );
}
