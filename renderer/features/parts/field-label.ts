// The word for a field, by which history, decisions and undo name it.
import type { TableName } from "#core/model/tables.ts";
import type { TextTools } from "#ui/text/use-text.ts";

/** `path` is `field` or `field/key`; the field's own name where it has no word. */
export function fieldLabel({ t, has }: Pick<TextTools, "t" | "has">, table: TableName, path: string): string {
  const field = path.split("/")[0] ?? path;
  if (field === "deleted") return t("field.deleted");
  const key = `field.${table}.${field}`;
  return has(key) ? t(key) : field;
}
