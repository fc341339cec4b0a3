// Says that a record has two versions, and leads to where one is chosen.
import { Link } from "#ui/controls/link.tsx";
import { Badge } from "#ui/display/badge.tsx";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";

/** Nothing where the record is undisputed. */
export function ConflictBadge({ conflicts }: { readonly conflicts: readonly string[] }) {
  const { t } = useText();
  if (conflicts.length === 0) return null;
  return (
    <Link to={links.decisions()} tone="plain">
      <Badge tone="warning" title={t("conflict.badge.means", { count: conflicts.length })}>
        {t("conflict.badge")}
      </Badge>
    </Link>
  );
}
