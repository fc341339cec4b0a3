// Objections of the host: picked from those heard elsewhere, so that they can be counted, or typed.
import { useMemo } from "react";
import { objectionTally } from "#core/rules/objections.ts";
import { MultiComboBox } from "#ui/controls/multi-combo-box.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import type { LogCase } from "./log-case.ts";
import { useLogField } from "./log-fields.tsx";

export function CounterArguments({ known }: { readonly known: LogCase }) {
  const { t, formatList } = useText();
  const { settings } = useWorkspace();
  const { value, onChange, name, error } = useLogField("counterArguments");
  const heard = useMemo(() => {
    const nameOf = new Map(known.posts.map((post) => [post.id, post.name]));
    return objectionTally(known.onDirective, known.points, settings.capitalTimeZone).map(
      ({ text, heardAt }) => ({
        id: text,
        label: text,
        detail: t("engagement.counterArguments.heard", {
          posts: formatList(heardAt.flatMap(({ postId }) => nameOf.get(postId) ?? [])),
        }),
      }),
    );
  }, [known.posts, known.onDirective, known.points, settings.capitalTimeZone, t, formatList]);
  return (
    <MultiComboBox
      name={name}
      error={error}
      label={t("engagement.counterArguments")}
      hint={t("engagement.counterArguments.hint")}
      isOptional
      options={heard}
      value={value}
      onChange={(texts) => onChange([...texts])}
      onCreate={(text) => onChange([...value, text])}
    />
  );
}
