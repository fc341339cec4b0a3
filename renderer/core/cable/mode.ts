// How a cable as a whole tasks its action addressees, from the words of its own paragraphs.
import { spanIn, type BodyText } from "./body-text.ts";
import type { CueId } from "./cues.ts";
import type { FlowParagraph } from "./paragraphs.ts";
import type { Certainty, Found } from "./reading.ts";
import { has, type Statement } from "./statements.ts";
import type { TaskingMode } from "../model/enums.ts";

/** Cues that say it outright, the more binding first. */
const outright: readonly (readonly [CueId, TaskingMode])[] = [
  ["noInitiative", "ifRaised"],
  ["hold", "hold"],
];

/** Null where nothing tells posts to do anything. */
export function modeOf(
  body: BodyText,
  paragraphs: readonly FlowParagraph[],
  statements: readonly (readonly Statement[])[],
): Found<TaskingMode> | null {
  const own = statements.flatMap((list, k) =>
    paragraphs[k]?.postHead
      ? []
      : list.filter((statement) => !statement.quoted && !statement.fyi && statement.item < 0),
  );
  const first = (...ids: readonly CueId[]) => own.find((statement) => has(statement, ...ids));
  const found = (value: TaskingMode, statement: Statement, certainty: Certainty): Found<TaskingMode> => ({
    value,
    span: spanIn(body, statement.start, statement.end),
    certainty,
  });
  for (const [cue, mode] of outright) {
    // "IF X RAISES THIS, AWAIT INSTRUCTIONS" holds only that case.
    const statement = own.find(
      (candidate) => has(candidate, cue) && !(cue === "hold" && has(candidate, "ifRaised")),
    );
    if (statement) return found(mode, statement, "likely");
  }
  const acts = own.filter((statement) => has(statement, "action"));
  const delivers = acts.find((statement) => has(statement, "deliver", "pointsFollow", "ask"));
  const unless = first("unlessObjection");
  if (unless && acts.length > 0) return found("deliverUnlessObjection", unless, "likely");
  const info = first("infoOnly");
  if (info && !delivers) return found("info", info, "likely");
  const standing = acts.find((statement) => has(statement, "standing"));
  if (standing) return found("standing", standing, "likely");
  if (delivers) return found("deliver", delivers, "likely");
  const raised = own.find((statement) => has(statement, "ifRaised"));
  if (raised) return found("ifRaised", raised, "unsure");
  const sound = acts.find((statement) => has(statement, "soundOut"));
  if (sound) return found("soundOut", sound, "unsure");
  const brief = acts.find((statement) => has(statement, "brief"));
  if (brief) return found("briefOnly", brief, "unsure");
  const act = acts[0];
  return act ? found("deliver", act, "unsure") : null;
}
