// What the directive has and lacks, each part a way to the place where it is put right.
import type { ReadinessPart } from "#core/rules/readiness.ts";
import { ShapeMark } from "#ui/display/state-mark.tsx";
import { cx } from "#ui/lib/classes.ts";
import { useText } from "#ui/text/use-text.ts";
import type { CaseView } from "./case-view.ts";
import css from "./instruction-tab.module.css";

export interface ReadinessListProps {
  readonly view: CaseView;
  readonly onOpen: (part: ReadinessPart) => void;
}

const counted: ReadonlySet<ReadinessPart> = new Set(["points", "posts", "objective"]);

export function ReadinessList({ view, onOpen }: ReadinessListProps) {
  const { t } = useText();
  const missing = view.readiness.filter(({ count }) => count === 0).length;
  return (
    // Folded away where nothing is missing; the whole list is one press away.
    <details className={css["readiness"]} open={missing > 0}>
      <summary className={css["readinessHead"]}>
        {missing === 0 ? t("readiness.complete") : t("readiness.missing", { count: missing })}
      </summary>
      <ul className={css["parts"]} aria-label={t("readiness.title")}>
        {view.readiness.map(({ part, count, isNeeded }) => (
          <li key={part}>
            <button
              type="button"
              className={cx(css["part"], count === 0 && isNeeded && css["missing"])}
              onClick={() => onOpen(part)}
            >
              <ShapeMark shape={count > 0 ? "check" : isNeeded ? "triangle" : "circle"} />
              <span className={css["partWord"]}>{t(`readiness.${part}`)}</span>
              <span className={css["partCount"]}>
                {count === 0 ? t("readiness.none") : counted.has(part) ? count : t("readiness.there")}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
