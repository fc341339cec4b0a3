// One answer of the host: its kind and day, who spoke with what authority, the words, and the post's comment apart.
import { dayIn, zoneFrom } from "#core/rules/calendar.ts";
import type { Response } from "#core/model/response.ts";
import type { EngagementFile } from "#data/engagement-file.ts";
import { Badge } from "#ui/display/badge.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./engagement-screen.module.css";

export function AnswerCard({
  response,
  file,
}: {
  readonly response: Response;
  readonly file: EngagementFile;
}) {
  const { t, formatDay, formatList } = useText();
  const enumText = useEnumText();
  const { settings } = useWorkspace();
  const { engagement, post, positions, task } = file;
  const { category, authority, receivedAt, text, quote, verbatim, comment, undertakings, counterpartId } =
    response;
  const zone = zoneFrom(engagement.timeZone, post?.timeZone ?? "", settings.capitalTimeZone);
  const isAtTable = receivedAt === engagement.at;
  const speaker = engagement.theirs[counterpartId ?? ""]?.name ?? "";
  const stand = positions.find((row) => row.responseId === response.id);
  const source = [
    speaker,
    authority === null ? "" : enumText("authority", authority),
    isAtTable || receivedAt === null ? t("engagement.answer.atTable") : formatDay(dayIn(receivedAt, zone)),
  ].filter((word) => word !== "");
  return (
    <article className={css["answer"]}>
      <header className={css["answerHead"]}>
        <strong>{enumText("responseCategory", category)}</strong>
        {task?.answeredAt !== null && task?.answeredAt === receivedAt && (
          <Badge tone="success">{t("engagement.answer.theAnswer")}</Badge>
        )}
        <bdi className={css["muted"]}>{source.join(" · ")}</bdi>
      </header>
      {text !== "" && <p dir="auto">{text}</p>}
      {quote !== "" && (
        <blockquote className={css["quote"]} dir="auto">
          {quote}
          <footer className={css["muted"]}>
            {t(verbatim ? "engagement.answer.verbatim" : "engagement.answer.rendered")}
          </footer>
        </blockquote>
      )}
      {Object.keys(undertakings).length > 0 && (
        <p className={css["muted"]} dir="auto">
          {t("engagement.answer.undertakings", {
            list: formatList(Object.values(undertakings).map((row) => row.text)),
          })}
        </p>
      )}
      {stand !== undefined && (
        <p className={css["muted"]}>
          {t("engagement.answer.stand", { stance: enumText("stance", stand.stance) })}
        </p>
      )}
      {comment !== "" && (
        <p className={css["aside"]} dir="auto">
          <span className={css["muted"]}>{t("engagement.answer.comment")} </span>
          {comment}
        </p>
      )}
    </article>
  );
}
