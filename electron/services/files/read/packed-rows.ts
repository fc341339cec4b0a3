// The rows of a table, packed in batches: a large one takes less memory than its file, and a thread hands it to another
// without a copy.
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { ReadFile, ReadTable, Rows } from "#core/host/open-files.ts";
import type { TableRow } from "#core/host/shapes.ts";

/** What the readers here make of a file. */
export interface PackedFile extends ReadFile {
  readonly table: PackedTable | null;
}

export interface PackedTable extends ReadTable {
  readonly rows: PackedRows;
}

/** Rows that follow one another, as a text packed. */
export interface RowBatch {
  /** How many there are up to its last one, from the beginning of the table. */
  readonly end: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Letters of a batch; small, so that what is unpacked for one answer is soon forgotten. */
const batchLetters = 48 * 1024;

export class PackedRows implements Rows {
  readonly batches: readonly RowBatch[];

  constructor(batches: readonly RowBatch[]) {
    this.batches = batches;
  }

  get length(): number {
    return this.batches.at(-1)?.end ?? 0;
  }

  slice(from: number, to: number): readonly TableRow[] {
    const first = this.batches.findIndex(({ end }) => end > from);
    if (first < 0) return [];
    const start = this.batches[first - 1]?.end ?? 0;
    const rows: TableRow[] = [];
    for (let at = first; start + rows.length < to; at += 1) {
      const batch = this.batches[at];
      if (batch === undefined) break;
      rows.push(...unpacked(batch));
    }
    return rows.slice(from - start, to - start);
  }
}

export class RowPacker {
  readonly #batches: RowBatch[] = [];
  #pending: TableRow[] = [];
  #letters = 0;

  get length(): number {
    return (this.#batches.at(-1)?.end ?? 0) + this.#pending.length;
  }

  add(row: TableRow): void {
    this.#pending.push(row);
    for (const cell of row.cells) this.#letters += cell.length + 4;
    if (this.#letters >= batchLetters) this.#pack();
  }

  /** Of all that were added. */
  packed(): PackedRows {
    if (this.#pending.length > 0) this.#pack();
    return new PackedRows(this.#batches);
  }

  #pack(): void {
    // The fastest level: it is paid for each time a file is read.
    const bytes = Uint8Array.from(deflateRawSync(JSON.stringify(this.#pending), { level: 1 }));
    this.#batches.push({ end: this.length, bytes });
    this.#pending = [];
    this.#letters = 0;
  }
}

function unpacked({ bytes }: RowBatch): readonly TableRow[] {
  return JSON.parse(
    inflateRawSync(bytes, { chunkSize: 2 * batchLetters }).toString("utf8"),
  ) as readonly TableRow[];
}
