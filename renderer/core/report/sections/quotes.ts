// What hosts said in words worth quoting, each with who, where and when, and whether the words are theirs.
import type { Response } from "#core/model/response.ts";
import { shorten } from "../build.ts";
import { inOrder, type Matter } from "../matter.ts";
import type { TaskLine } from "#core/rules/task-line.ts";
import type { Section } from "./section.ts";

const briefCount = 2;

function sourceOf(response: Response, line: TaskLine, matter: Matter): string {
  const { words, snapshot, nameOf, hostOf } = matter;
  const person = snapshot.counterparts.find((row) => row.id === response.counterpartId && !row.deleted);
  const meeting = line.engagements.find((row) => row.id === response.engagementId);
  // Name and title as they stood on the day.
  const then =
    response.counterpartId !== null && meeting && Object.hasOwn(meeting.theirs, response.counterpartId)
      ? meeting.theirs[response.counterpartId]
      : undefined;
  const parts = [
    then?.name || person?.name || "",
    shorten(then?.title ?? "", matter.brief ? 28 : 120),
    nameOf(line.post),
    words.dayOf(response.receivedAt, hostOf(line).timeZone),
    words.text(response.verbatim ? "report.quotes.verbatim" : "report.quotes.paraphrase"),
  ];
  return parts
    .filter((part) => part !== "")
    .map(words.isolate)
    .join(", ");
}

export const quotes: Section = {
  id: "quotes",
  group: "answers",
  build: (matter) => {
    const found = matter.lines.flatMap((line) =>
      inOrder(line.responses)
        .filter((response) => response.quote.trim() !== "")
        .map((response) => ({ line, response })),
    );
    // A page has room for the surest few.
    const shown = matter.brief
      ? found
          .toSorted((a, b) => Number(b.response.verbatim) - Number(a.response.verbatim))
          .slice(0, briefCount)
      : found;
    return shown.map(({ line, response }) => ({
      kind: "quote",
      text: shorten(response.quote, matter.brief ? 220 : 1200),
      source: sourceOf(response, line, matter),
    }));
  },
};
