// Posts already there that may be the one somebody is about to enter.
import type { ReactNode } from "react";
import type { LikePost } from "#core/rules/post-matches.ts";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { RecordMatches } from "../parts/record-matches.tsx";

interface PostMatchesProps {
  readonly matches: readonly LikePost[];
  readonly onOpen: (id: string) => void;
}

export function PostMatches({ matches, onOpen }: PostMatchesProps): ReactNode {
  const { t, formatDay, formatList } = useText();
  const enumText = useEnumText();
  return (
    <RecordMatches
      label={t("post.matches")}
      lead={t("post.matches.lead", { count: matches.length })}
      matches={matches.map(({ post, because }) => ({
        id: post.id,
        name: post.name,
        otherName: post.city === post.name ? "" : post.city,
        sign: because.includes("sameName") ? t("post.because.sameName") : "",
        line: [enumText("postType", post.type), post.country].filter(Boolean).join(", "),
        facts: [
          { term: t("person.why"), text: formatList(because.map((reason) => t(`post.because.${reason}`))) },
          { term: t("post.region"), text: post.region },
          { term: t("post.addressNames"), text: formatList(post.addressNames) },
          { term: t("post.alsoAccreditedTo"), text: formatList(post.alsoAccreditedTo) },
          { term: t("post.closedOn"), text: post.closedOn === null ? "" : formatDay(post.closedOn) },
          { term: t("post.note"), text: post.note },
        ],
      }))}
      actionLabel={t("counterparts.open")}
      onAction={onOpen}
    />
  );
}
