// The choices of a report: which directive, which template, which sections in which order, since when, as what.
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { saveFormats } from "#core/host/shapes.ts";
import type { Directive } from "#core/model/directive.ts";
import { sections } from "#core/report/sections/index.ts";
import { templates } from "#core/report/templates/index.ts";
import { Button } from "#ui/controls/button.tsx";
import { Checkbox } from "#ui/controls/checkbox.tsx";
import { DateField } from "#ui/controls/date-field.tsx";
import { IconButton } from "#ui/controls/icon-button.tsx";
import { Select } from "#ui/controls/select.tsx";
import { FactsList } from "#ui/display/facts-list.tsx";
import { useText } from "#ui/text/use-text.ts";
import { DirectivePicker } from "../parts/directive-picker.tsx";
import { chosenSections, movedSection, type ReportSearch, templateOf, withSection } from "./report-choice.ts";
import css from "./reports-screen.module.css";

interface ReportOptionsProps {
  readonly directives: readonly Directive[];
  readonly directive: Directive;
  readonly marking: string;
  readonly search: ReportSearch;
  readonly setSearch: (next: Partial<ReportSearch>) => void;
}

export function ReportOptions(props: ReportOptionsProps): ReactNode {
  const { t, has } = useText();
  const { directives, directive, marking, search, setSearch } = props;
  const hint = `report.template.${templateOf(search).id}.hint`;
  return (
    <>
      <DirectivePicker
        label={t("reports.directive")}
        directives={directives}
        value={directive.id}
        onChange={(id) => id !== null && setSearch({ directive: id })}
      />
      <Select
        label={t("reports.template")}
        hint={has(hint) ? t(hint) : undefined}
        options={templates.map(({ id }) => {
          const key = `report.template.${id}`;
          return { id, label: has(key) ? t(key) : id };
        })}
        value={search.template}
        onChange={(template) => setSearch({ template, sections: "" })}
      />
      <Select
        label={t("reports.format")}
        options={saveFormats.map((id) => ({ id, label: t(`reports.format.${id}`) }))}
        value={search.format}
        onChange={(format) => setSearch({ format })}
      />
      <DateField
        label={t("reports.since")}
        hint={t("reports.since.hint")}
        value={search.since === "" ? null : search.since}
        onChange={(since) => setSearch({ since: since ?? "" })}
        isOptional
      />
      <FactsList
        facts={[{ label: t("reports.marking"), value: marking, title: t("reports.marking.hint") }]}
      />
      <SectionList search={search} setSearch={setSearch} />
    </>
  );
}

function SectionList({ search, setSearch }: Pick<ReportOptionsProps, "search" | "setSearch">): ReactNode {
  const { t, has } = useText();
  const chosen = chosenSections(search);
  const rest = sections.map(({ id }) => id).filter((id) => !chosen.includes(id));
  const name = (id: string) => {
    const key = `report.section.${id}`;
    return has(key) ? t(key) : id;
  };
  return (
    <fieldset className={css["sections"]}>
      <legend>{t("reports.sections")}</legend>
      <ul>
        {[...chosen, ...rest].map((id) => (
          <li key={id} className={css["sectionLine"]}>
            <Checkbox
              isSelected={chosen.includes(id)}
              onChange={(isWanted) => setSearch({ sections: withSection(chosen, id, isWanted) })}
            >
              {name(id)}
            </Checkbox>
            {chosen.includes(id) && (
              <span className={css["moves"]}>
                <IconButton
                  size="small"
                  label={t("reports.up", { section: name(id) })}
                  icon={<ArrowUp aria-hidden />}
                  isDisabled={chosen[0] === id}
                  onPress={() => setSearch({ sections: movedSection(chosen, id, -1) })}
                />
                <IconButton
                  size="small"
                  label={t("reports.down", { section: name(id) })}
                  icon={<ArrowDown aria-hidden />}
                  isDisabled={chosen.at(-1) === id}
                  onPress={() => setSearch({ sections: movedSection(chosen, id, 1) })}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      {search.sections !== "" && (
        <Button tone="quiet" size="small" onPress={() => setSearch({ sections: "" })}>
          {t("reports.asTemplate")}
        </Button>
      )}
    </fieldset>
  );
}
