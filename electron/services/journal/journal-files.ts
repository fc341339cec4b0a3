// The few file-system calls the journal makes, so that a test can stand in for the disk and its failures.

/** One journal file, open for reading and appending. Offsets and sizes in bytes. */
export interface JournalFile {
  size(): Promise<number>;
  /** Exactly `length` bytes from `offset`; fewer only where the file ends. */
  read(offset: number, length: number): Promise<Uint8Array>;
  write(offset: number, bytes: Uint8Array): Promise<void>;
  truncate(size: number): Promise<void>;
  /** Returns once the bytes are on the disk itself. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The folder the journal's files lie in; names never hold a separator. */
export interface JournalFiles {
  names(): Promise<readonly string[]>;
  open(name: string): Promise<JournalFile>;
  /** A new file with these bytes, there as a whole or not at all. */
  create(name: string, bytes: Uint8Array): Promise<void>;
}
