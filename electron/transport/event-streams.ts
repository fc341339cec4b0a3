// The open lines to the pages: events go out on them, and while one is open somebody is there.
import type { ServerResponse } from "node:http";

const beatMs = 15_000;

export class EventStreams {
  readonly #lines = new Set<ServerResponse>();
  readonly #onChange: (open: number) => void;

  /** `onChange` hears how many lines are open, after each that opens or closes. */
  constructor(onChange: (open: number) => void) {
    this.#onChange = onChange;
  }

  /** Keeps an answer open; its head has been written. */
  add(response: ServerResponse): void {
    response.write("\n");
    const beat = setInterval(() => response.write("\n"), beatMs);
    this.#lines.add(response);
    response.once("close", () => {
      clearInterval(beat);
      this.#lines.delete(response);
      this.#onChange(this.#lines.size);
    });
    this.#onChange(this.#lines.size);
  }

  /** One line of JSON to each page. */
  send(event: string, detail: unknown): void {
    for (const line of this.#lines) line.write(`${JSON.stringify({ event, detail })}\n`);
  }

  end(): void {
    for (const line of this.#lines) line.end();
  }
}
