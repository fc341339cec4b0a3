// What the file of a pouch is called: its number tells those of one day apart, and which is to be opened first.
import { useText } from "#ui/text/use-text.ts";
import { useWorkspace } from "../parts/workspace.tsx";

/** Without extension, by the office it is for and the number it will have. */
export function usePouchName(): (office: string) => (number: number) => string {
  const { t } = useText();
  const { today, settings } = useWorkspace();
  return (office) => (number) =>
    t("pouches.file", { from: settings.officeName, office, date: today, number: String(number) });
}
