// What single posts are told: "FOR BONN, LONDON: ...", "LIMA MAY USE ...", "BEIJING WILL BE INSTRUCTED SEPTEL".
import { spanIn, type BodyText } from "./body-text.ts";
import type { FlowParagraph } from "./paragraphs.ts";
import { placeOf } from "./post-names.ts";
import type { CableHeader, Found, PostInstruction } from "./reading.ts";
import { has, type Statement } from "./statements.ts";
import type { TaskingMode } from "../model/enums.ts";

/** The mode a stretch puts its posts in, by the strongest cue of what it tells them to do; `deliver` where none says otherwise. */
function modeIn(given: readonly Statement[]): TaskingMode {
  const orders = given.filter((statement) => has(statement, "action"));
  const statements = orders.length > 0 ? orders : given;
  const any = (...ids: Parameters<typeof has>[1][]) => statements.some((statement) => has(statement, ...ids));
  if (any("hold")) return "hold";
  if (any("separate") && !any("ask")) return "separateInstruction";
  if (any("infoOnly")) return "info";
  if (any("noInitiative")) return "ifRaised";
  if (any("coordinate") && any("brief", "ask")) return "coordinate";
  if (any("soundOut") && !any("deliver")) return "soundOut";
  if (any("ask", "deliver")) return any("unlessObjection") ? "deliverUnlessObjection" : "deliver";
  if (any("brief")) return "briefOnly";
  if (any("ifRaised")) return "ifRaised";
  if (any("standing")) return "standing";
  return any("unlessObjection") ? "deliverUnlessObjection" : "deliver";
}

function headed(
  body: BodyText,
  paragraph: FlowParagraph,
  statements: readonly Statement[],
): Found<PostInstruction> | null {
  const head = paragraph.postHead;
  if (!head || paragraph.end <= paragraph.textStart) return null;
  return {
    value: {
      posts: head.posts,
      mode: modeIn(statements.filter((statement) => !statement.quoted)),
      text: body.flow.text.slice(paragraph.textStart, paragraph.end),
    },
    span: spanIn(body, paragraph.start, paragraph.end),
    certainty: head.certainty,
  };
}

interface Named {
  readonly name: string;
  readonly words: readonly string[];
}

/** Addressees by the words of their places, for finding them in sentences. Collective ones name no post. */
function namedPosts(header: CableHeader): Map<string, Named[]> {
  const byFirst = new Map<string, Named[]>();
  for (const { value } of header.addressees) {
    if (value.collective) continue;
    const place = placeOf(value.name);
    const words = place.split(" ");
    const first = words[0] ?? "";
    if (first.length < 3) continue;
    const list = byFirst.get(first) ?? [];
    if (!list.some((known) => known.name === place)) byFirst.set(first, [...list, { name: place, words }]);
  }
  return byFirst;
}

/** Posts named in a sentence, with the index of the word behind the first run of names. */
function postsIn(
  body: BodyText,
  statement: Statement,
  byFirst: Map<string, Named[]>,
): { names: string[]; headEnd: number } {
  const names: string[] = [];
  let headEnd = statement.firstWord;
  for (let at = statement.firstWord; at < statement.lastWord; at += 1) {
    const match = byFirst
      .get(body.words[at]?.text ?? "")
      ?.filter((named) => named.words.every((word, k) => body.words[at + k]?.text === word))
      .toSorted((one, other) => other.words.length - one.words.length)[0];
    if (!match) continue;
    if (names.length < mostNames && !names.includes(match.name)) names.push(match.name);
    if (
      at === headEnd ||
      (at === headEnd + 1 && ["AND", "EMBASSY", "AMEMBASSY", "THE"].includes(body.words[headEnd]?.text ?? ""))
    ) {
      headEnd = at + match.words.length;
    }
    at += match.words.length - 1;
  }
  return { names, headEnd };
}

/** More posts than this in one sentence make a list, not an instruction. */
const mostNames = 40;

const modals = new Set(["MAY", "SHOULD", "WILL", "IS", "ARE", "NEED", "MUST", "SHALL"]);

function namedIn(
  body: BodyText,
  statement: Statement,
  byFirst: Map<string, Named[]>,
): Found<PostInstruction> | null {
  if (statement.quoted) return null;
  const { names, headEnd } = postsIn(body, statement, byFirst);
  if (names.length === 0) return null;
  const separate = has(statement, "separate");
  const heads =
    headEnd > statement.firstWord &&
    modals.has(body.words[headEnd]?.text ?? "") &&
    has(statement, "action", "brief", "deliver", "optional");
  if (!separate && !heads) return null;
  return {
    value: {
      posts: names,
      mode: separate ? "separateInstruction" : modeIn([statement]),
      text: body.flow.text.slice(statement.start, statement.end),
    },
    span: spanIn(body, statement.start, statement.end),
    certainty: separate ? "likely" : "unsure",
  };
}

/** Instructions to single posts, in order. `statements` per paragraph. */
export function postInstructionsOf(
  body: BodyText,
  header: CableHeader,
  paragraphs: readonly FlowParagraph[],
  statements: readonly (readonly Statement[])[],
): Found<PostInstruction>[] {
  const byFirst = namedPosts(header);
  return paragraphs.flatMap((paragraph, k) => {
    const own = statements[k] ?? [];
    const head = headed(body, paragraph, own);
    if (head) return [head];
    return own.flatMap((statement) => namedIn(body, statement, byFirst) ?? []);
  });
}
