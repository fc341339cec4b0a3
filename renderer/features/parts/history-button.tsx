// Opens the history of a record beside it.
import { type ReactNode, useState } from "react";
import type { RecordName } from "#data/touches.ts";
import { Button } from "#ui/controls/button.tsx";
import { Drawer } from "#ui/overlays/drawer.tsx";
import { useText } from "#ui/text/use-text.ts";
import { History } from "./history.tsx";

export interface HistoryButtonProps {
  readonly records: readonly RecordName[];
  /** What the record is called. */
  readonly name: string;
}

export function HistoryButton({ records, name }: HistoryButtonProps): ReactNode {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t("history.title")}</Button>
      <Drawer title={t("history.of", { record: name })} isOpen={isOpen} onClose={() => setOpen(false)}>
        <History records={records} />
      </Drawer>
    </>
  );
}
