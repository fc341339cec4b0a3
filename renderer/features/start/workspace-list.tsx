// The workspaces of this machine, the last used first, and what keeps one from opening.
import { useState, type ReactNode } from "react";
import type { WorkspaceSummary } from "#core/host/shapes.ts";
import { Button } from "#ui/controls/button.tsx";
import { Badge } from "#ui/display/badge.tsx";
import { useText } from "#ui/text/use-text.ts";
import { BackupsDialog } from "./backups-dialog.tsx";
import css from "./start-screen.module.css";

interface WorkspaceListProps {
  readonly workspaces: readonly WorkspaceSummary[];
  readonly onOpen: (workspace: WorkspaceSummary) => Promise<void>;
  /** There is another workspace now. */
  readonly onChanged: () => Promise<void>;
}

export function WorkspaceList({ workspaces, onOpen, onChanged }: WorkspaceListProps): ReactNode {
  const { t, formatInstant } = useText();
  const [lookingAt, setLookingAt] = useState<string | null>(null);
  const zone = Temporal.Now.timeZoneId();
  const latestFirst = workspaces.toSorted((a, b) => lastUse(b).localeCompare(lastUse(a)));
  return (
    <section aria-label={t("start.workspaces")}>
      <h2>{t("start.workspaces")}</h2>
      <ul className={css["list"]}>
        {latestFirst.map((workspace) => (
          <li key={workspace.id} className={css["entry"]}>
            <div className={css["words"]}>
              <strong>
                <bdi>{workspace.label}</bdi>
              </strong>
              <span className={css["when"]}>
                {t("start.lastUsed", { when: formatInstant(lastUse(workspace), zone) })}
              </span>
              {workspace.trouble && <Badge tone="warning">{t(`start.trouble.${workspace.trouble}`)}</Badge>}
            </div>
            <Button tone="quiet" onPress={() => setLookingAt(workspace.id)}>
              {t("start.backups")}
            </Button>
            <Button
              tone="secondary"
              isDisabled={workspace.trouble === "newer" || workspace.trouble === "damaged"}
              onPress={() => void onOpen(workspace)}
            >
              {t("start.open", { label: workspace.label })}
            </Button>
          </li>
        ))}
      </ul>
      {lookingAt !== null && (
        <BackupsDialog
          id={lookingAt}
          onClose={() => setLookingAt(null)}
          onRestored={() => void onChanged()}
        />
      )}
    </section>
  );
}

function lastUse({ lastOpenedAt, createdAt }: WorkspaceSummary): string {
  return lastOpenedAt ?? createdAt;
}
