// How one office tells its part: its ids, its zone, and the changes it writes, map fields taken apart key by key.
import type { Change } from "../log/change.ts";
import { entities } from "../model/index.ts";
import type { PatchOf } from "../model/entity.ts";
import type { Scope } from "../model/scope.ts";
import { postScope } from "../model/scope.ts";
import type { TableName } from "../model/tables.ts";
import type { Calendar } from "./calendar.ts";
import type { SampleWrite } from "./shape.ts";

type Values<T extends TableName> = PatchOf<(typeof entities)[T]>;

/** One change of a row; each key of a map field becomes `field/key`, as a log addresses it. */
export function change<T extends TableName>(table: T, id: string, scope: Scope, values: Values<T>): Change {
  const isMap = mapsOf(table);
  const given: Readonly<Record<string, unknown>> = values;
  const flat: Record<string, unknown> = {};
  const maps: string[] = [];
  for (const name of Object.keys(given)) {
    if (isMap.has(name)) maps.push(name);
    else flat[name] = given[name];
  }
  // Keys of maps differ from row to row. Put last, they leave the objects one shape up to here, which is several times faster to fill.
  for (const name of maps) {
    for (const [key, value] of Object.entries(given[name] as object)) flat[`${name}/${key}`] = value;
  }
  return { table, id, scope, values: flat };
}

const mapFields = new Map<TableName, ReadonlySet<string>>();

function mapsOf(table: TableName): ReadonlySet<string> {
  let names = mapFields.get(table);
  if (!names) {
    const fields: readonly [string, { readonly kind: string }][] = Object.entries(entities[table].fields);
    names = new Set(fields.filter(([, { kind }]) => kind === "map").map(([name]) => name));
    mapFields.set(table, names);
  }
  return names;
}

export const directiveId = "dir-models";
export const issueId = "issue-distillation";

/** Where and by whom a part is told. `directive` is the one the office answers. */
export interface Office {
  /** "london" for the post "post-london". */
  readonly key: string;
  readonly zone: string;
  readonly country: string;
  readonly user: string;
  readonly directive?: string;
}

/** The verbs of a post's story. Days count from the anchor, clocks are local to the post. */
export interface PostTeller {
  readonly postId: string;
  readonly scope: Scope;
  day(offset: number): string;
  at(offset: number, clock: string): string;
  writes(offset: number, clock: string, ...changes: readonly Change[]): SampleWrite;
  /** Logs engagement `number` of the post now, with the changes that go with it. */
  logs(
    offset: number,
    clock: string,
    number: number,
    values: Values<"engagements">,
    ...changes: readonly Change[]
  ): SampleWrite;
  plans(number: number, values: Values<"engagements">): Change;
  task(values: Values<"demarcheTasks">): Change;
  counterpart(name: string, values: Values<"counterparts">): Change;
  response(name: string, values: Values<"responses">): Change;
  position(name: string, values: Values<"positions">): Change;
  followUp(name: string, values: Values<"followUps">): Change;
  /** A later change to a follow-up, without naming again what it belongs to. */
  amends(name: string, values: Values<"followUps">): Change;
  paper(name: string, values: Values<"documents">): Change;
}

export function postTeller(calendar: Calendar, office: Office): PostTeller {
  const { key, zone, country, user } = office;
  const postId = `post-${key}`;
  const scope = postScope(postId);
  const directive = office.directive ?? directiveId;
  const taskId = directive === directiveId ? `task-${key}` : `task-${key}-own`;
  const home = { postId, directiveId: directive, taskId };
  const at = (offset: number, clock: string): string => calendar.at(offset, clock, zone);
  const writes: PostTeller["writes"] = (offset, clock, ...changes) => ({
    device: postId,
    user,
    at: at(offset, clock),
    changes,
    unseen: [],
  });
  const engagement = (number: number, values: Values<"engagements">): Change =>
    change("engagements", `eng-${key}-${number}`, scope, { ...home, timeZone: zone, ...values });
  return {
    postId,
    scope,
    day: calendar.day,
    at,
    writes,
    logs: (offset, clock, number, values, ...changes) =>
      writes(
        offset,
        clock,
        engagement(number, { loggedBy: user, loggedAt: at(offset, clock), ...values }),
        ...changes,
      ),
    plans: (number, values) => engagement(number, { state: "planned", ...values }),
    task: (values) => change("demarcheTasks", taskId, scope, values),
    counterpart: (name, values) =>
      change("counterparts", `cp-${name}`, scope, { postId, country, ...values }),
    response: (name, values) => change("responses", `resp-${key}-${name}`, scope, { ...home, ...values }),
    position: (name, values) =>
      change("positions", `pos-${key}-${name}`, scope, { postId, country, issueId, ...values }),
    followUp: (name, values) => change("followUps", `fu-${key}-${name}`, scope, { ...home, ...values }),
    amends: (name, values) => change("followUps", `fu-${key}-${name}`, scope, values),
    paper: (name, values) =>
      change("documents", `doc-${key}-${name}`, scope, { postId, directiveId: directive, ...values }),
  };
}

export const capitalZone = "America/New_York";
export const deskOfficer = "Dana Whitfield";
export const deskDeputy = "Luis Aramburu";

/** A write made at the desk; the clock is Washington's. */
export function capitalWrites(
  calendar: Calendar,
  offset: number,
  clock: string,
  changes: readonly Change[],
  user: string = deskOfficer,
): SampleWrite {
  return { device: "capital", user, at: calendar.at(offset, clock, capitalZone), changes, unseen: [] };
}
