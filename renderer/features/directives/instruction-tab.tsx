// The instruction: the cable's own words at the start, what was made of them at the end, each pointing at the other.
import { useMemo, useState } from "react";
import { SourceText, type SourceSpan } from "#ui/source-text/source-text.tsx";
import { useText } from "#ui/text/use-text.ts";
import type { TabProps } from "./directive-search.ts";
import { InstructionFields } from "./instruction-fields.tsx";
import css from "./instruction-tab.module.css";
import { ReadinessList } from "./readiness-list.tsx";
import { fieldOfPart, fieldOfSpan, pointOfSpan, useSpanLabel } from "./span-fields.ts";

export function InstructionTab({ view, search, setSearch }: TabProps) {
  const { t } = useText();
  const { directive } = view.file;
  const spanLabel = useSpanLabel();
  const [active, setActive] = useState<string | null>(null);
  const spans = useMemo(
    () =>
      Object.entries(directive.sourceSpans).map(([id, { start, end }]): SourceSpan => ({
        id,
        start,
        end,
        tone: "info",
        label: spanLabel(id),
      })),
    [directive.sourceSpans, spanLabel],
  );
  const showField = (id: string) => {
    const point = pointOfSpan(id);
    if (point !== null) return setSearch({ tab: "points", point });
    setActive(id);
    const field = document.querySelector(`[data-field="${CSS.escape(fieldOfSpan(id))}"]`);
    field?.scrollIntoView({ block: "center" });
    field?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
  };
  return (
    <div className={css["tab"]} data-has-source={directive.sourceText !== ""}>
      {directive.sourceText !== "" && (
        <section className={css["source"]} aria-label={t("directive.source")}>
          <header className={css["sourceHead"]}>
            <span className={css["sourceTitle"]}>{t("directive.source")}</span>
            <bdi className={css["sourceName"]} title={directive.sourceName}>
              {directive.sourceName}
            </bdi>
          </header>
          <SourceText
            label={t("directive.source")}
            text={directive.sourceText}
            spans={spans}
            activeId={active}
            onSpanPress={showField}
          />
        </section>
      )}
      <div className={css["fields"]}>
        <ReadinessList
          view={view}
          onOpen={(part) => {
            if (part === "points" || part === "posts") setSearch({ tab: part });
            else setSearch({ field: fieldOfPart(part) ?? "" });
          }}
        />
        <InstructionFields
          view={view}
          open={search.field === "" ? null : search.field}
          onOpenChange={(field) => setSearch({ field: field ?? "" })}
          onShowSource={setActive}
        />
      </div>
    </div>
  );
}
