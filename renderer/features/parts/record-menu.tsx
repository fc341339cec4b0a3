// What may be done with any record: look up its history, move it to the trash.
import { Ellipsis } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { RecordName } from "#data/touches.ts";
import { MenuButton } from "#ui/controls/menu-button.tsx";
import { Drawer } from "#ui/overlays/drawer.tsx";
import { useText } from "#ui/text/use-text.ts";
import { History } from "./history.tsx";
import { useTrash } from "./use-trash.tsx";

export interface RecordMenuProps {
  readonly record: RecordName;
  readonly name: string;
  /** Why it cannot go to the trash, where that is so. */
  readonly keptBecause?: string | undefined;
  readonly onMoved: () => void;
}

export function RecordMenu({ record, name, keptBecause, onMoved }: RecordMenuProps): ReactNode {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const trash = useTrash(onMoved);
  return (
    <>
      <MenuButton
        label={t("recordMenu.label")}
        icon={<Ellipsis aria-hidden />}
        actions={[
          { id: "history", label: t("history.title") },
          {
            id: "trash",
            label: t("trash.move"),
            detail: keptBecause,
            isDisabled: keptBecause !== undefined,
            isDanger: true,
            startsGroup: true,
          },
        ]}
        onAction={(id) => (id === "history" ? setOpen(true) : void trash.move(record, name))}
      />
      <Drawer title={t("history.of", { record: name })} isOpen={isOpen} onClose={() => setOpen(false)}>
        <History records={[record]} />
      </Drawer>
      {trash.question}
    </>
  );
}
