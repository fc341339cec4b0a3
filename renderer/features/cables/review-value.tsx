// A field's value as it reads: in the cable's words, and what Chancery makes of them.
import type { ReviewValue } from "#core/cable/review.ts";
import { zoneFrom } from "#core/rules/calendar.ts";
import { Badge } from "#ui/display/badge.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useDeadlineText } from "../parts/deadline-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { MarkingBadge } from "../parts/marking-badge.tsx";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./review-row.module.css";

export function ReviewValueText({ value }: { readonly value: ReviewValue }) {
  const { t, formatDay, formatInstant } = useText();
  const enumText = useEnumText();
  const { deadline } = useDeadlineText();
  const { settings } = useWorkspace();
  if (typeof value === "string") return <bdi>{value}</bdi>;
  switch (value.kind) {
    case "marking":
      return <MarkingBadge marking={value.marking} isLong />;
    case "precedence":
      return enumText("precedence", value.precedence);
    case "instant":
      return (
        <>
          <bdi>{value.text}</bdi>{" "}
          {value.at !== "" && (
            <span className={css["quiet"]}>
              {t("cable.value.capital", {
                when: formatInstant(value.at, zoneFrom(settings.capitalTimeZone)),
                capital: settings.capitalName,
              })}
            </span>
          )}
        </>
      );
    case "list":
      return <bdi>{value.words.join(", ")}</bdi>;
    case "reference": {
      const { label, mrn, on, notal } = value.cited;
      return (
        <>
          {label !== "" && `${label}. `}
          <bdi>{mrn}</bdi>{" "}
          <span className={css["quiet"]}>
            {[
              enumText("referenceKind", value.paper),
              on === null ? "" : formatDay(on),
              notal ? t("cable.value.notal") : "",
            ]
              .filter(Boolean)
              .join(", ")}
          </span>
        </>
      );
    }
    case "addressee":
      return <bdi>{value.addressee.name}</bdi>;
    case "objective":
      return (
        <>
          <Badge>{enumText("objectiveKind", value.objective)}</Badge> <bdi>{value.text}</bdi>
        </>
      );
    case "level":
      return (
        <>
          {value.level !== null && <Badge>{enumText("level", value.level)}</Badge>} <bdi>{value.text}</bdi>
        </>
      );
    case "written":
      return (
        <>
          {value.material !== null && <Badge>{enumText("writtenMaterial", value.material)}</Badge>}{" "}
          <bdi>{value.text}</bdi>
        </>
      );
    case "mode":
      return enumText("taskingMode", value.mode);
    case "postInstruction":
      return (
        <>
          <strong>
            <bdi>{value.posts.join(", ")}</bdi>
          </strong>{" "}
          <Badge>{enumText("taskingMode", value.mode)}</Badge> <bdi>{value.text}</bdi>
        </>
      );
    case "point": {
      const { label, kind, text, portion, verbatim } = value.point;
      return (
        <>
          {label !== "" && `${label} `}
          <Badge tone={kind === "mustSay" ? "info" : "neutral"}>{enumText("pointKind", kind)}</Badge>{" "}
          {portion !== null && <MarkingBadge marking={portion} />}{" "}
          {verbatim && <Badge isOutlined>{t("directive.points.verbatim")}</Badge>} <bdi>{text}</bdi>
        </>
      );
    }
    case "deadline": {
      const words = deadline({ ...value.deadline, timeZone: null });
      return (
        <>
          {words}{" "}
          {value.deadline.text !== "" && value.deadline.text !== words && (
            <q className={css["quiet"]}>
              <bdi>{value.deadline.text}</bdi>
            </q>
          )}
        </>
      );
    }
  }
}
