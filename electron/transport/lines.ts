// The open lines to the pages: asks come in and answers and events go out, and while one is open somebody is there.
import type { RawData, WebSocket } from "ws";
import { lineAsk, lineCloses, type LineAsk, type LineMessage } from "#core/host/line.ts";
import { AppError } from "#core/host/errors.ts";
import { pack, unpack } from "#core/host/wire.ts";
import type { Result } from "#core/lib/result.ts";

const beatMs = 15_000;

export interface LinesOptions {
  /** Answers an ask; never rejects. */
  readonly answer: (ask: LineAsk) => Promise<Result<unknown>>;
  /** Hears how many lines are open, after each that opens or closes. */
  readonly onChange: (open: number) => void;
}

export class Lines {
  readonly #lines = new Set<WebSocket>();
  readonly #options: LinesOptions;

  constructor(options: LinesOptions) {
    this.#options = options;
  }

  /** Takes a line whose page has shown that it may ask. */
  add(line: WebSocket): void {
    this.#lines.add(line);
    line.on("message", (data) => void this.#hear(line, data));
    // What breaks a line closes it, and closing is heard below.
    line.on("error", () => undefined);
    const stopBeating = keepAlive(line);
    line.once("close", () => {
      stopBeating();
      this.#lines.delete(line);
      this.#options.onChange(this.#lines.size);
    });
    this.#options.onChange(this.#lines.size);
  }

  /** To each page. */
  send(event: string, detail: unknown): void {
    const packed = pack({ event, detail } satisfies LineMessage, bytesOf);
    for (const line of this.#lines) line.send(packed);
  }

  end(): void {
    for (const line of this.#lines) line.close(1001);
  }

  async #hear(line: WebSocket, data: RawData): Promise<void> {
    const ask = askIn(data);
    if (!ask) return line.close(lineCloses.badMessage);
    const result = await this.#options.answer(ask);
    if (line.readyState === line.OPEN) line.send(pack({ id: ask.id, result } satisfies LineMessage, bytesOf));
  }
}

/** A page that was killed says no goodbye: a beat that is not answered by the next ends its line. */
function keepAlive(line: WebSocket): () => void {
  let isHeard = true;
  line.on("pong", () => (isHeard = true));
  const beat = setInterval(() => {
    if (!isHeard) return line.terminate();
    isHeard = false;
    line.ping();
  }, beatMs);
  return () => clearInterval(beat);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

/** The ask a message carries; null where it carries none. */
function askIn(data: RawData): LineAsk | null {
  if (!Buffer.isBuffer(data)) return null;
  try {
    const checked = lineAsk.safeParse(unpack(data, (bytes) => decoder.decode(bytes)));
    return checked.success ? checked.data : null;
  } catch (error) {
    // What the decoder and the wire throw for bytes that are no message.
    if (error instanceof TypeError || error instanceof AppError) return null;
    throw error;
  }
}
