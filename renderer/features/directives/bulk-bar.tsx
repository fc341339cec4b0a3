// What can be done with several posts at once. Each act is one write, and undone as one.
import { useState } from "react";
import { calendarOf } from "#core/exchange/calendar-out.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Toolbar } from "#ui/layout/toolbar.tsx";
import { useText } from "#ui/text/use-text.ts";
import { ListExport } from "../parts/list-export.tsx";
import { AssignDialog, ExemptDialog, ShiftDialog } from "./bulk-dialogs.tsx";
import { BulkVariantDialog } from "./bulk-variant-dialog.tsx";
import type { CaseView } from "./case-view.ts";
import { directiveName } from "./directive-columns.tsx";
import { useDueEntries } from "./due-dates.ts";
import { usePostColumns } from "./post-columns.tsx";
import css from "./posts-tab.module.css";

export interface BulkBarProps {
  readonly view: CaseView;
  readonly lines: readonly TaskLine[];
  readonly onClear: () => void;
}

const dialogs = ["assign", "exempt", "shift", "variant"] as const;
type BulkAct = (typeof dialogs)[number];

export function BulkBar({ view, lines, onClear }: BulkBarProps) {
  const { t } = useText();
  const [act, setAct] = useState<BulkAct | null>(null);
  const columns = usePostColumns();
  const dueEntries = useDueEntries(view.file.directive);
  useCommands([
    { id: "tasks.assign", labelKey: "bulk.assign", keys: "a", run: () => setAct("assign") },
    { id: "tasks.exempt", labelKey: "bulk.exempt", keys: "e", run: () => setAct("exempt") },
    { id: "tasks.shift", labelKey: "bulk.shift", keys: "d", run: () => setAct("shift") },
    { id: "tasks.variant", labelKey: "bulk.variant", keys: "v", run: () => setAct("variant") },
  ]);
  const shared = { lines, onClose: () => setAct(null) };
  return (
    <>
      <Toolbar
        label={t("bulk.title")}
        end={
          <Button tone="quiet" keys="Escape" onPress={onClear}>
            {t("bulk.clear")}
          </Button>
        }
      >
        <span className={css["chosen"]} role="status">
          {t("bulk.chosen", { count: lines.length })}
        </span>
        <Button keys="a" onPress={() => setAct("assign")}>
          {t("bulk.assign")}
        </Button>
        <Button keys="e" onPress={() => setAct("exempt")}>
          {t("bulk.exempt")}
        </Button>
        <Button keys="d" onPress={() => setAct("shift")}>
          {t("bulk.shift")}
        </Button>
        <Button keys="v" onPress={() => setAct("variant")} isDisabled={view.points.length === 0}>
          {t("bulk.variant")}
        </Button>
        <ListExport
          title={t("bulk.export.name", { directive: directiveName(view.file.directive) })}
          columns={columns}
          rows={lines}
          sort={null}
          recordOf={({ task }) => task}
          records={{ format: "ics", of: (rows, marking) => calendarOf(dueEntries(rows), marking) }}
        />
      </Toolbar>
      {act === "assign" && <AssignDialog {...shared} />}
      {act === "exempt" && <ExemptDialog {...shared} />}
      {act === "shift" && <ShiftDialog {...shared} />}
      {act === "variant" && <BulkVariantDialog view={view} {...shared} />}
    </>
  );
}
