// The second step: what the rows are, where their headings stand, and which column is read into which field.
import type { ReactNode } from "react";
import { type DayOrder, dayOrders } from "#core/exchange/day-order.ts";
import { targetNames } from "#core/exchange/target.ts";
import { RadioGroup } from "#ui/controls/radio-group.tsx";
import { Select } from "#ui/controls/select.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { useText } from "#ui/text/use-text.ts";
import { DirectivePicker } from "../parts/directive-picker.tsx";
import { PostPicker } from "../parts/post-picker.tsx";
import css from "./import-screen.module.css";
import type { ImportFile } from "./import-file.ts";
import { MapTable } from "./map-table.tsx";
import { guessedSettings, type ImportSettings } from "./mapping.ts";
import { ShapeFields } from "./shape-fields.tsx";
import type { Importing } from "./use-import.ts";

export function MapStep({ importing }: { readonly importing: Importing }): ReactNode {
  const { file, settings } = importing;
  if (file === null || settings === null) return null;
  return <Mapped importing={importing} file={file} settings={settings} />;
}

interface MappedProps {
  readonly importing: Importing;
  readonly file: ImportFile;
  readonly settings: ImportSettings;
}

function Mapped({ importing, file, settings }: MappedProps): ReactNode {
  const { t, formatList } = useText();
  const { target, say, needsDayOrder } = importing;
  const targetOptions = targetNames.map((id) => ({ id, label: t(`import.target.${id}`) }));
  return (
    <div className={css["step"]}>
      <p className={css["lead"]}>
        {t(file.table.head.length === 0 ? "import.map.leadKnown" : "import.map.lead", {
          name: file.name,
          rows: file.rows.length,
          left: file.table.rejects.length,
        })}
      </p>
      <div className={css["fields"]}>
        <Select
          label={t("import.map.target")}
          options={targetOptions}
          value={settings.target}
          onChange={(next) => say(guessedSettings(next, file.table.headings))}
        />
        <ShapeFields file={file} onReread={(options) => void importing.reread(options)} />
      </div>
      {file.table.ignored.length > 0 && (
        <p className={css["muted"]}>
          {t("import.map.ignored", {
            what: formatList(file.table.ignored.map((what) => t(`import.ignored.${what}`))),
          })}
        </p>
      )}
      {file.table.notes.map(({ code, facts }) => (
        <Callout key={JSON.stringify(facts)} tone={code === "alsoHolds" ? "info" : "warning"}>
          {t(`import.note.${code}`, facts)}
        </Callout>
      ))}
      {importing.isAsLastTime && <Callout tone="info">{t("import.map.asLastTime")}</Callout>}
      {!importing.canPlan && (
        <Callout tone="warning" isAnnounced>
          {t(`import.map.needs.${target.name}`)}
        </Callout>
      )}
      <MapTable importing={importing} file={file} settings={settings} />
      <Defaults importing={importing} settings={settings} />
      {(needsDayOrder || settings.dayOrder !== null) && (
        <DayOrderChoice order={settings.dayOrder} onChange={(dayOrder) => say({ ...settings, dayOrder })} />
      )}
    </div>
  );
}

/** What is said once for all rows that do not say it themselves. */
function Defaults({ importing, settings }: Omit<MappedProps, "file">): ReactNode {
  const { t } = useText();
  const { target, known, say } = importing;
  return (
    <div className={css["fields"]}>
      {target.asks.includes("post") && (
        <PostPicker
          label={t("import.map.post")}
          hint={t("import.map.post.hint")}
          isOptional
          posts={known?.posts ?? []}
          value={settings.postId}
          onChange={(postId) => say({ ...settings, postId })}
        />
      )}
      {target.asks.includes("directive") && (
        <DirectivePicker
          label={t("import.map.directive")}
          hint={t("import.map.directive.hint")}
          isOptional
          directives={known?.directives ?? []}
          value={settings.directiveId}
          onChange={(directiveId) => say({ ...settings, directiveId })}
        />
      )}
    </div>
  );
}

function DayOrderChoice(props: {
  readonly order: DayOrder | null;
  readonly onChange: (order: DayOrder) => void;
}): ReactNode {
  const { t } = useText();
  return (
    <RadioGroup
      label={t("import.map.dayOrder")}
      hint={t("import.map.dayOrder.hint")}
      isInline
      options={dayOrders.map((id) => ({ id, label: t(`import.dayOrder.${id}`) }))}
      value={props.order}
      onChange={props.onChange}
    />
  );
}
