// The points of one post in short, with how its variant departs from the base, and the way into the variant editor.
import { useState } from "react";
import type { TaskLine } from "#core/rules/task-line.ts";
import { Button } from "#ui/controls/button.tsx";
import { Badge } from "#ui/display/badge.tsx";
import { cx } from "#ui/lib/classes.ts";
import { useText } from "#ui/text/use-text.ts";
import type { CaseView } from "./case-view.ts";
import { pointName } from "./point-name.ts";
import css from "./task-panel.module.css";
import { VariantDialog } from "./variant-dialog.tsx";

export function TaskPoints({ view, line }: { readonly view: CaseView; readonly line: TaskLine }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {line.points.length === 0 ? (
        <p className={css["muted"]}>{t("task.no-points")}</p>
      ) : (
        <>
          <p className={css["muted"]}>
            {t("task.points-made", {
              made: line.pointsMade,
              of: line.pointsExpected,
              missing: line.mustSayMissing.length,
            })}
          </p>
          <ol className={css["points"]}>
            {line.points.map(({ point, text, variant }) => (
              <li key={point.id} className={css["point"]}>
                <span>{pointName(point)}</span>
                <span className={cx(css["pointText"], variant === "dropped" && css["dropped"])} title={text}>
                  <bdi>{text}</bdi>
                </span>
                {variant === "asGiven" ? <span /> : <Badge tone="info">{t(`variant.${variant}`)}</Badge>}
              </li>
            ))}
          </ol>
        </>
      )}
      <Button size="small" onPress={() => setOpen(true)}>
        {t("variant.open")}
      </Button>
      {isOpen && <VariantDialog view={view} line={line} onClose={() => setOpen(false)} />}
    </>
  );
}
