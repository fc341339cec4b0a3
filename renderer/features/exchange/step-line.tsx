// The steps of an import on one line: where one is, what is behind, what comes. A step behind can be gone back to.
import { Check } from "lucide-react";
import { Button } from "react-aria-components";
import { cx } from "#ui/lib/classes.ts";
import { useText } from "#ui/text/use-text.ts";
import css from "./step-line.module.css";

const importSteps = ["source", "map", "plan", "done"] as const;
export type ImportStep = (typeof importSteps)[number];

export interface StepLineProps {
  readonly current: ImportStep;
  /** Given for steps behind that can be gone back to. */
  readonly onGoBack?: ((step: ImportStep) => void) | undefined;
}

export function StepLine({ current, onGoBack }: StepLineProps) {
  const { t } = useText();
  const at = importSteps.indexOf(current);
  return (
    <nav aria-label={t("import.steps")}>
      <ol className={css["line"]}>
        {importSteps.map((step, index) => {
          const isBehind = index < at;
          const word = (
            <>
              <span className={css["number"]} aria-hidden>
                {isBehind ? <Check /> : index + 1}
              </span>
              {t(`import.step.${step}`)}
            </>
          );
          return (
            <li
              key={step}
              className={cx(css["step"], isBehind && css["behind"], index === at && css["current"])}
              aria-current={index === at ? "step" : undefined}
            >
              {isBehind && onGoBack !== undefined ? (
                <Button className={css["back"] ?? ""} onPress={() => onGoBack(step)}>
                  {word}
                </Button>
              ) : (
                <span className={css["word"]}>{word}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
