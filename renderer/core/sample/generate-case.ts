// One generated directive with its points and tasks, and one generated engagement with what follows from it.
import type { Change } from "../log/change.ts";
import {
  askOutcomes,
  engagementTypes,
  pointKinds,
  pointOutcomes,
  reactions,
  responseCategories,
  stances,
} from "../model/enums.ts";
import { postScope } from "../model/scope.ts";
import { generatedIssues, type MadePost } from "./generate-base.ts";
import { commentText, counterArguments, places, reportText, subjects, type Dice } from "./generate-words.ts";
import { capitalZone, change } from "./teller.ts";

const hour = 3_600_000;
const dayLength = 24 * hour;
const pointsEach = 6;

export function isoInstant(ms: number): string {
  return new Date(ms).toISOString();
}

function isoDay(ms: number): string {
  return isoInstant(ms).slice(0, 10);
}

function directiveIdOf(number: number): string {
  return `gd-${number}`;
}

function taskIdOf(number: number, post: MadePost): string {
  return `gt-${number}-${post.id}`;
}

function pointIdOf(number: number, at: number): string {
  return `gpt-${number}-${at + 1}`;
}

export function directiveChanges(number: number, sentMs: number, dice: Dice): Change[] {
  const id = directiveIdOf(number);
  return [
    change("directives", id, "all", {
      mrn: `STATE ${100_000 + number}`,
      subject: dice.pick(subjects).toUpperCase(),
      sentAt: isoInstant(sentMs),
      origin: "SECSTATE WASHDC",
      status: "transmitted",
      objectives: { inform: { kind: "inform", text: reportText(dice) } },
      background: reportText(dice),
      ask: dice.chance(0.5) ? "That the government support the common line." : "",
      level: "director",
      writtenMaterial: "nonPaper",
      deliverBy: { kind: "day", value: isoDay(sentMs + 12 * dayLength), timeZone: capitalZone, text: "" },
      reportBy: { kind: "day", value: isoDay(sentMs + 14 * dayLength), timeZone: capitalZone, text: "" },
      issueId: `gi-${1 + (number % generatedIssues)}`,
      sourceText: Array.from({ length: 8 }, (_, at) => `${at + 1}. ${reportText(dice).toUpperCase()}`).join(
        "\n\n",
      ),
    }),
    ...Array.from({ length: pointsEach }, (_, at) =>
      change("talkingPoints", pointIdOf(number, at), "all", {
        directiveId: id,
        order: at + 1,
        label: String.fromCodePoint(65 + at),
        kind: at < 3 ? "mustSay" : dice.pick(pointKinds),
        text: reportText(dice).slice(0, 260),
        topics: [dice.pick(subjects)],
      }),
    ),
  ];
}

export function taskChange(number: number, post: MadePost, sentMs: number, dice: Dice): Change {
  const share = dice.below(100);
  const addressed = share < 80 ? "action" : share < 95 ? "info" : "exempt";
  return change("demarcheTasks", taskIdOf(number, post), postScope(post.id), {
    directiveId: directiveIdOf(number),
    postId: post.id,
    addressed,
    mode: addressed === "action" ? "deliver" : addressed,
    ...(addressed === "exempt" ? { exemptReason: "reliefGranted" as const, exemptClearedBy: "Desk" } : {}),
    taskedAt: isoInstant(sentMs),
    owner: post.user,
  });
}

/** What one engagement writes. `first`: the post's first on this directive, which delivers. */
export function engagementChanges(
  number: number,
  directive: number,
  post: MadePost,
  loggedMs: number,
  first: boolean,
  dice: Dice,
): Change[] {
  const scope = postScope(post.id);
  const id = `ge-${number}`;
  const heldAt = isoInstant(loggedMs - (1 + dice.below(6)) * hour);
  // Spread last: an object begun with a spread is many times dearer to fill.
  const home = { postId: post.id, directiveId: directiveIdOf(directive), taskId: taskIdOf(directive, post) };
  const person = post.counterparts[dice.below(post.counterparts.length)];
  const counterpartId = person?.id ?? null;
  const held = dice.chance(0.92);
  const changes = [
    change("engagements", id, scope, {
      type: dice.pick(engagementTypes),
      state: held ? "held" : "notHeld",
      at: heldAt,
      timeZone: post.zone,
      place: dice.pick(places),
      subject: dice.pick(subjects),
      ours: { officer: { name: post.user, rank: "Economic Officer" } },
      theirs: person ? { [person.id]: { name: person.name, title: person.title } } : {},
      loggedBy: post.user,
      loggedAt: isoInstant(loggedMs),
      ...(held ? heldValues(directive, dice) : { notHeldReason: "Called off by the host." }),
      ...home,
    }),
  ];
  if (!held) return changes;
  if (first) {
    const reported = dice.chance(0.8);
    changes.push(
      change("demarcheTasks", home.taskId, scope, {
        deliveredAt: heldAt,
        ...(reported
          ? { reportedAt: isoInstant(loggedMs), replyMrn: `${post.city.toUpperCase()} ${number % 10_000}` }
          : {}),
        ...(dice.chance(0.5) ? { answeredAt: heldAt } : {}),
      }),
    );
  }
  if (dice.chance(0.6))
    changes.push(
      change("responses", `gr-${number}`, scope, {
        engagementId: id,
        counterpartId,
        receivedAt: heldAt,
        category: dice.pick(responseCategories),
        authority: "official",
        text: commentText(dice),
        confidence: "medium",
        ...home,
      }),
    );
  if (dice.chance(0.4))
    changes.push(
      change("followUps", `gf-${number}`, scope, {
        what: commentText(dice),
        owner: post.user,
        waitingOn: dice.pick(["us", "host", "capital"]),
        status: dice.pick(["open", "waitingOnHost", "done", "dropped"]),
        priority: dice.pick(["high", "normal", "low"]),
        dueOn: isoDay(loggedMs + dice.below(30) * dayLength),
        engagementId: id,
        counterpartId,
        ...home,
      }),
    );
  if (dice.chance(0.15))
    changes.push(
      change("positions", `gs-${number}`, scope, {
        issueId: `gi-${1 + (directive % generatedIssues)}`,
        postId: post.id,
        country: `Country of ${post.city}`,
        counterpartId,
        on: isoDay(loggedMs),
        stance: dice.pick(stances),
        confidence: "medium",
        engagementId: id,
      }),
    );
  return changes;
}

function heldValues(directive: number, dice: Dice) {
  const points = Array.from({ length: pointsEach }, (_, at) => [
    pointIdOf(directive, at),
    {
      outcome: dice.chance(0.7) ? ("delivered" as const) : dice.pick(pointOutcomes),
      note: "",
      leftInWriting: dice.chance(0.2),
    },
  ]);
  return {
    levelReached: dice.pick(["minister", "deputyMinister", "director", "desk"]),
    language: "English",
    points: Object.fromEntries(points),
    instrument: dice.pick(["nonPaper", "noneOral", "aideMemoire"]),
    paper: dice.pick(["accepted", "accepted", "refused", "notOffered"]),
    reaction: dice.pick(reactions),
    askOutcome: dice.pick(askOutcomes),
    counterArguments: dice.chance(0.5) ? [dice.pick(counterArguments)] : [],
    report: reportText(dice),
    comment: commentText(dice),
  } as const;
}
