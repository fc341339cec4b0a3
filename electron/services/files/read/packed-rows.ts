// The rows of a table as bytes: what a large one takes in memory is what stands in it, and a thread can hand them to another
// without a copy.
import type { ReadFile, ReadTable, Rows } from "#core/host/open-files.ts";
import type { TableRow } from "#core/host/shapes.ts";

/** What the readers here make of a file. */
export interface PackedFile extends ReadFile {
  readonly table: PackedTable | null;
}

export interface PackedTable extends ReadTable {
  readonly rows: PackedRows;
}

const batchRows = 250;

export class PackedRows implements Rows {
  readonly length: number;
  readonly #batches: readonly Uint8Array<ArrayBuffer>[];

  /** `batches` as they stand in another's `batches`. */
  constructor(length: number, batches: readonly Uint8Array<ArrayBuffer>[]) {
    this.length = length;
    this.#batches = batches;
  }

  get batches(): readonly Uint8Array<ArrayBuffer>[] {
    return this.#batches;
  }

  slice(from: number, to: number): readonly TableRow[] {
    const first = Math.floor(from / batchRows);
    const wanted = this.#batches.slice(first, Math.ceil(to / batchRows)).flatMap(unpacked);
    return wanted.slice(from - first * batchRows, to - first * batchRows);
  }
}

export class RowPacker {
  readonly #batches: Uint8Array<ArrayBuffer>[] = [];
  #pending: TableRow[] = [];

  get length(): number {
    return this.#batches.length * batchRows + this.#pending.length;
  }

  add(row: TableRow): void {
    this.#pending.push(row);
    if (this.#pending.length === batchRows) this.#pack();
  }

  /** Of all that were added. */
  packed(): PackedRows {
    const { length } = this;
    if (this.#pending.length > 0) this.#pack();
    return new PackedRows(length, this.#batches);
  }

  #pack(): void {
    this.#batches.push(new TextEncoder().encode(JSON.stringify(this.#pending)));
    this.#pending = [];
  }
}

function unpacked(batch: Uint8Array): readonly TableRow[] {
  return JSON.parse(new TextDecoder().decode(batch)) as readonly TableRow[];
}
