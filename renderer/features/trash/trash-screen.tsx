// What was moved to the trash, by whom and when; nothing in it is gone, and all of it can be restored.
import { type ReactNode, useState } from "react";
import { z } from "zod";
import { restore, trashed, type TrashLine } from "#data/trash.ts";
import { useLive } from "#data/use-live.tsx";
import { Button } from "#ui/controls/button.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { defineScreen } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { Ready } from "../parts/ready.tsx";
import { useCommand } from "../parts/use-command.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./trash-screen.module.css";

/** How many acts are drawn at first, and with each press for more. */
const step = 100;

function TrashScreen(): ReactNode {
  const { t } = useText();
  const live = useLive(trashed, []);
  return (
    <div className={css["screen"]}>
      <PageHeader title={t("trash.title")} meta={t("trash.what")} />
      <Ready live={live}>
        {(lines) =>
          lines.length === 0 ? <EmptyState>{t("trash.empty")}</EmptyState> : <TrashTable lines={lines} />
        }
      </Ready>
    </div>
  );
}

function TrashTable({ lines }: { readonly lines: readonly TrashLine[] }): ReactNode {
  const { t } = useText();
  const [shown, setShown] = useState(step);
  const rest = lines.length - shown;
  return (
    <div className={css["body"]}>
      <table className={css["table"]}>
        <thead>
          <tr>
            <th scope="col">{t("trash.column.what")}</th>
            <th scope="col">{t("trash.column.kind")}</th>
            <th scope="col">{t("trash.column.who")}</th>
            <th scope="col">{t("trash.column.when")}</th>
            <th scope="col">
              <span className={css["unsaid"]}>{t("trash.restore")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, shown).map((line) => (
            <TrashRow key={line.key} line={line} />
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <Button onPress={() => setShown(shown + step)}>
          {t("trash.older", { count: Math.min(rest, step) })}
        </Button>
      )}
    </div>
  );
}

function TrashRow({ line }: { readonly line: TrashLine }): ReactNode {
  const { t, formatInstant } = useText();
  const { settings } = useWorkspace();
  const { table, title, at, user, records } = line;
  return (
    <tr>
      <th scope="row">
        <bdi>{title}</bdi>
        {records.length > 1 && (
          <span className={css["more"]}> {t("trash.andMore", { count: records.length - 1 })}</span>
        )}
      </th>
      <td className={css["kind"]}>{t(`record.${table}`)}</td>
      <td>
        <bdi>{user === "" ? t("decisions.unnamed") : user}</bdi>
      </td>
      <td>
        <time dateTime={at}>{formatInstant(at, settings.capitalTimeZone)}</time>
      </td>
      <td>
        <RestoreButton line={line} />
      </td>
    </tr>
  );
}

function RestoreButton({ line }: { readonly line: TrashLine }): ReactNode {
  const { t } = useText();
  const run = useCommand();
  const { records, title } = line;
  return (
    <Button size="small" onPress={() => void run(restore(records), t("trash.restored", { name: title }))}>
      <span aria-hidden>{t("trash.restore")}</span>
      <span className={css["unsaid"]}>{t("trash.restore.of", { name: title })}</span>
    </Button>
  );
}

export const trashScreen = defineScreen({
  path: "/trash",
  search: z.object({}),
  component: TrashScreen,
});
