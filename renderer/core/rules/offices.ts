// The offices of a counterpart over time: which was held on a day, and to what body it belongs.
import type { Counterpart, Office } from "../model/counterpart.ts";
import type { Organization } from "../model/organization.ts";

/** An office with its key in the counterpart's map. */
export interface HeldOffice extends Office {
  readonly id: string;
}

/** What is still held ends after everything that has ended. */
function end({ toOn }: Office): string {
  return toOn ?? "9999";
}

/** Latest first: those still held before those that ended, then by when they began. */
export function officesOf(counterpart: Pick<Counterpart, "offices">): HeldOffice[] {
  return Object.entries(counterpart.offices)
    .map(([id, office]) => ({ id, ...office }))
    .toSorted(
      (a, b) =>
        end(b).localeCompare(end(a), "en") ||
        (b.fromOn ?? "").localeCompare(a.fromOn ?? "", "en") ||
        (a.id < b.id ? -1 : 1),
    );
}

/** The office held on a day (ISO), the latest begun where there are several; null where none was. */
export function officeOn(counterpart: Pick<Counterpart, "offices">, day: string): HeldOffice | null {
  const held = officesOf(counterpart).filter(
    ({ fromOn, toOn }) => (fromOn === null || fromOn <= day) && (toOn === null || day <= toOn),
  );
  return held.toSorted((a, b) => (b.fromOn ?? "").localeCompare(a.fromOn ?? "", "en"))[0] ?? null;
}

/** A body and those it belongs to, from itself upwards; a chain that runs into itself ends there. */
export function bodyChain(
  organizationId: string | null,
  organizations: ReadonlyMap<string, Organization>,
): Organization[] {
  const chain: Organization[] = [];
  for (let id = organizationId; id !== null;) {
    const body = organizations.get(id);
    if (body === undefined || chain.includes(body)) break;
    chain.push(body);
    id = body.parentId;
  }
  return chain;
}
