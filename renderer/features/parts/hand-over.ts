// In the browser edition the browser writes the file, where and as it is set to.
import type { Saved } from "#core/host/shapes.ts";

export function handOver({ name, mime, bytes }: Extract<Saved, { kind: "download" }>): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the bytes once it has begun; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
