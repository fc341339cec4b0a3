// What the matrix shows, as it stands in the link.
import { z } from "zod";

export const matrixViews = ["stages", "points", "gaps"] as const;
export type MatrixView = (typeof matrixViews)[number];

export const matrixSearch = z.object({
  directive: z.string().catch(""),
  view: z.enum(matrixViews).catch("stages"),
  complete: z.enum(["show", "hide"]).catch("show"),
  /** Rows with this value in this column: "delivered:overdue", "pt-a:2". */
  only: z.string().catch(""),
  /** The cell explained beside the matrix: "<task>/<column>", the column empty for the whole row. */
  cell: z.string().catch(""),
  /** Of the gaps. */
  text: z.string().catch(""),
  kind: z.enum(["all", "stage", "point"]).catch("all"),
  sort: z.string().catch(""),
});
export type MatrixSearch = z.infer<typeof matrixSearch>;

export function partsOf(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
