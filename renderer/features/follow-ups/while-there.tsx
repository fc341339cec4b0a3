// After one is done: what else is open at the same post, while one is there.
import type { ReactNode } from "react";
import { Button } from "#ui/controls/button.tsx";
import { Day } from "#ui/display/time.tsx";
import { Drawer } from "#ui/overlays/drawer.tsx";
import { useText } from "#ui/text/use-text.ts";
import { DueMark } from "./due-mark.tsx";
import type { FollowUpLine } from "./follow-up-lines.ts";
import css from "./follow-ups-screen.module.css";

export interface WhileThereProps {
  readonly postName: string;
  /** Open ones of the post. */
  readonly lines: readonly FollowUpLine[];
  readonly onComplete: (line: FollowUpLine) => void;
  readonly onClose: () => void;
}

export function WhileThere({ postName, lines, onComplete, onClose }: WhileThereProps): ReactNode {
  const { t } = useText();
  return (
    <Drawer title={t("followUps.there", { post: postName })} isOpen onClose={onClose}>
      {lines.length === 0 ? (
        <p>{t("followUps.there.none", { post: postName })}</p>
      ) : (
        <ul className={css["rest"]}>
          {lines.map((line) => (
            <li key={line.followUp.id} className={css["restLine"]}>
              <div>
                <bdi>{line.followUp.what}</bdi>
                <div className={css["restMore"]}>
                  <DueMark bucket={line.bucket} />
                  {line.followUp.dueOn !== null && <Day on={line.followUp.dueOn} today={line.today} />}
                  <bdi>{line.followUp.owner}</bdi>
                </div>
              </div>
              <Button size="small" onPress={() => onComplete(line)}>
                {t("followUp.complete", { count: 1 })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Drawer>
  );
}
