// Makes a title into a file name that every file system takes.
import { readdir } from "node:fs/promises";

/** Names Windows keeps for devices, with or without an extension. */
const deviceNames = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])(\.|$)/i;
const maxBytes = 180;

/** A file's name as title and ending; the ending is empty where there is no plain one. */
export function nameParts(name: string): { readonly title: string; readonly extension: string } {
  const [, title = name, extension = ""] = /^(.+)\.([A-Za-z0-9]{1,10})$/s.exec(name) ?? [];
  return { title, extension };
}

/** `title.extension` without separators, signs Windows refuses, control and direction characters, or an end it would drop. */
export function safeFileName(title: string, extension: string): string {
  const plain = title
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "")
    .replaceAll(/[<>:"/\\|?*]/g, "-")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/^[. ]+|[. ]+$/g, "");
  const short = cut(plain === "" ? "untitled" : plain);
  const safe = deviceNames.test(short) ? `_${short}` : short;
  return extension === "" ? safe : `${safe}.${extension}`;
}

/** The name, or with a number behind it where `folder` has it already: nothing that is there is written over. */
export async function freeName(folder: string, name: string): Promise<string> {
  const taken = new Set((await readdir(folder)).map((some) => some.toLowerCase()));
  const { title, extension } = nameParts(name);
  for (let count = 1; ; count += 1) {
    const tried = count === 1 ? name : safeFileName(`${title} (${count})`, extension);
    if (!taken.has(tried.toLowerCase())) return tried;
  }
}

/** Whole characters only. File systems count bytes. */
function cut(name: string): string {
  let bytes = 0;
  let kept = "";
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) break;
    kept += character;
  }
  return kept.replaceAll(/[. ]+$/g, "");
}
