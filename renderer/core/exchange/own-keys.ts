// Keys by which records are known outside: those of other address books and calendars, and those this app gives out itself.
import { asText } from "../lib/as-text.ts";
import type { RowBase } from "../model/entity.ts";
import type { Values } from "./plan.ts";

type Keyed = Pick<RowBase, "id"> & { readonly externalId: string };

const uuidPrefix = "urn:uuid:";

/** What a record is called in cards and calendars: the key it came with, else its own id. */
export function keyOutside({ externalId, id }: Keyed): string {
  return externalId === "" ? uuidPrefix + id : externalId;
}

const deadlinePrefix = "chancery-deadline:";

/** What a date of a directive is called in calendars. It is no follow-up, and comes back as none. */
export function deadlineKey(id: string, what: string): string {
  return `${deadlinePrefix}${id}:${what}`;
}

export function isDeadlineKey(key: string): boolean {
  return key.startsWith(deadlinePrefix);
}

/** What a key of a file says: which record it is, if any, and what of it is kept. */
interface KeyRead<T> {
  readonly key: string;
  readonly record: T | null;
  /** An id of this app's own is not kept a second time. */
  readonly values: Values;
}

export class OwnKeys<T extends Keyed> {
  readonly #byKey: ReadonlyMap<string, T>;
  readonly #byId: ReadonlyMap<string, T>;

  constructor(records: readonly T[]) {
    this.#byId = new Map(records.map((record) => [record.id, record]));
    this.#byKey = new Map(
      records.flatMap((record) => (record.externalId === "" ? [] : [[record.externalId, record] as const])),
    );
  }

  read(said: unknown): KeyRead<T> {
    const key = asText(said);
    if (key === "") return { key, record: null, values: {} };
    const id = key.toLowerCase().startsWith(uuidPrefix) ? key.slice(uuidPrefix.length) : key;
    const own = this.#byId.get(id) ?? this.#byId.get(id.toLowerCase());
    if (own) return { key, record: own, values: {} };
    return { key, record: this.#byKey.get(key) ?? null, values: { externalId: key } };
  }
}
