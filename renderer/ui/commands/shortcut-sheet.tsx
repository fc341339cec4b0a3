// The keys of the current screen, from the same registry that runs them.
import { useState } from "react";
import { Dialog } from "../overlays/dialog.tsx";
import { Keys } from "../display/kbd.tsx";
import { useText } from "../text/use-text.ts";
import { byGroup } from "./groups.ts";
import type { CommandRegistry } from "./registry.ts";
import css from "./shortcut-sheet.module.css";

interface SheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly registry: CommandRegistry;
}

function SheetList({ registry }: Pick<SheetProps, "registry">) {
  const { t } = useText();
  // Read once, before the sheet's own layer hides what it lists.
  const [entries] = useState(() => [
    ...registry.commands().filter((command) => command.keys !== undefined),
    ...registry.hints(),
  ]);
  return (
    <div className={css["columns"]}>
      {byGroup(entries).map(([groupKey, members]) => (
        <section key={groupKey} className={css["group"]}>
          <h3 className={css["heading"]}>{t(groupKey)}</h3>
          <dl className={css["list"]}>
            {members.map((member) => (
              <div key={member.id} className={css["row"]}>
                <dt>{t(member.labelKey, "labelValues" in member ? member.labelValues : undefined)}</dt>
                <dd>
                  <Keys keys={member.keys ?? ""} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

export function ShortcutSheet({ isOpen, onClose, registry }: SheetProps) {
  const { t } = useText();
  return (
    <Dialog title={t("ui.shortcuts.title")} isOpen={isOpen} onClose={onClose} size="large">
      <SheetList registry={registry} />
    </Dialog>
  );
}
