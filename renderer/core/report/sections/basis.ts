// What the figures rest on: how many engagements, from when to when, and what may still change them.
import { paragraph } from "../build.ts";
import type { Section } from "./section.ts";

export const basis: Section = {
  id: "basis",
  group: null,
  build: ({ lines, counted, words, snapshot, nameOf, zoneOf, brief }) => {
    const held = lines.flatMap((line) =>
      line.engagements
        .filter((row) => row.state === "held" && row.at !== null)
        .map((row) => ({ at: row.at ?? "", zone: zoneOf(row, line), post: line.task.postId })),
    );
    const times = held.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
    const [first, last] = [times[0], times.at(-1)];
    const unlogged = counted.filter((line) => line.evidence.because.code === "notedOnly");
    const { conflictCount } = snapshot;
    const texts = [
      first && last
        ? words.text("report.basis.engagements", {
            count: held.length,
            posts: new Set(held.map(({ post }) => post)).size,
            from: words.dayOf(first.at, first.zone),
            to: words.dayOf(last.at, last.zone),
          })
        : words.text("report.basis.none"),
      unlogged.length === 0
        ? ""
        : words.text("report.basis.unlogged", {
            count: unlogged.length,
            names: words.list(unlogged.map((line) => nameOf(line.post))),
          }),
      conflictCount === 0 ? "" : words.text("report.basis.conflicts", { count: conflictCount }),
    ];
    const said = texts.filter((text) => text !== "");
    return brief ? [paragraph(said.join(" "), "quiet")] : said.map((text) => paragraph(text));
  },
};
