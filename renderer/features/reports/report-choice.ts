// What a report is to hold, as it stands in the link: template, sections and period.
import { z } from "zod";
import { saveFormats } from "#core/host/shapes.ts";
import { sections } from "#core/report/sections/index.ts";
import { templates } from "#core/report/templates/index.ts";

export const reportSearch = z.object({
  directive: z.string().default(""),
  template: z
    .enum(templates.map(({ id }) => id))
    .catch("status")
    .default("status"),
  /** Ids in order, parted by commas; empty: as the template has them. */
  sections: z.string().default(""),
  /** Day; empty: from the baselines. */
  since: z.string().default(""),
  format: z.enum(saveFormats).catch("docx").default("docx"),
});
export type ReportSearch = z.infer<typeof reportSearch>;

export function templateOf(search: ReportSearch): (typeof templates)[number] {
  const template = templates.find(({ id }) => id === search.template) ?? templates[0];
  if (!template) throw new Error("There is no report template.");
  return template;
}

/** Sections in the order they are printed. */
export function chosenSections(search: ReportSearch): readonly string[] {
  if (search.sections === "") return templateOf(search).sections;
  return search.sections.split(",").filter((id) => sections.some((section) => section.id === id));
}

/** Adds a section where the full list has it, or takes it out. */
export function withSection(chosen: readonly string[], id: string, isWanted: boolean): string {
  if (!isWanted) return chosen.filter((other) => other !== id).join(",");
  return [...chosen, id].join(",");
}

/** Swaps a section with its neighbour. */
export function movedSection(chosen: readonly string[], id: string, by: -1 | 1): string {
  const from = chosen.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= chosen.length) return chosen.join(",");
  return chosen
    .with(from, chosen[to] ?? id)
    .with(to, id)
    .join(",");
}
