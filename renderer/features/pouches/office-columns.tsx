// The columns of the list of offices.
import { useMemo } from "react";
import type { Post } from "#core/model/post.ts";
import type { LackingOffice } from "#data/pouch/seal.ts";
import type { GridColumn } from "#ui/data-grid/column.ts";
import { StateMark } from "#ui/display/state-mark.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./pouches-screen.module.css";

export function useOfficeColumns(posts: readonly Post[]): readonly GridColumn<LackingOffice>[] {
  const { t, formatInstant, formatNumber } = useText();
  const zone = useWorkspace().settings.capitalTimeZone;
  return useMemo(() => {
    const names = new Map(posts.map(({ id, name }) => [id, name]));
    return [
      {
        id: "office",
        heading: t("pouches.column.office"),
        value: ({ office }) => office.office,
        cell: ({ office }) => (
          <span className={css["name"]}>
            <bdi className={css["word"]}>{office.office}</bdi>
          </span>
        ),
        grows: true,
        width: 220,
      },
      {
        id: "post",
        heading: t("pouches.column.post"),
        value: ({ office }) =>
          office.role === "desk"
            ? t("pouches.role.desk")
            : (names.get(office.postId ?? "") ?? t("pouches.noPost")),
        width: 160,
      },
      {
        id: "standing",
        heading: t("pouches.column.standing"),
        value: ({ office }) => t(standingKey(office)),
        cell: ({ office }) => (
          <StateMark
            shape={
              office.standing === "revoked" ? "cross" : office.comparedOn === null ? "half-circle" : "check"
            }
            tone={
              office.standing === "revoked" ? "danger" : office.comparedOn === null ? "warning" : "success"
            }
            label={t(standingKey(office))}
            isPlain
          />
        ),
        width: 200,
      },
      {
        id: "came",
        heading: t("pouches.column.came"),
        value: ({ lastCameAt }) => lastCameAt,
        text: ({ lastCameAt }) =>
          lastCameAt === null ? t("pouches.never") : formatInstant(lastCameAt, zone),
        cell: ({ lastCameAt }) =>
          lastCameAt === null ? t("pouches.never") : formatInstant(lastCameAt, zone),
        width: 168,
      },
      {
        id: "lacks",
        heading: t("pouches.column.lacks"),
        title: t("pouches.column.lacks.means"),
        value: ({ entries }) => entries,
        text: ({ entries }) => formatNumber(entries),
        align: "end",
        width: 96,
      },
    ];
  }, [posts, t, formatInstant, formatNumber, zone]);
}

function standingKey({ standing, comparedOn }: LackingOffice["office"]) {
  if (standing === "revoked") return "pouches.standing.revoked" as const;
  return comparedOn === null ? ("pouches.standing.trusted" as const) : ("pouches.standing.compared" as const);
}
