// Reads written files back in tests: the parts of a zip, and whether markup is well formed.
import { inflateRawSync } from "node:zlib";

/** The parts of a zip file by name, as text. Throws where the directory and the parts do not agree. */
export function zipParts(bytes: Uint8Array): Map<string, string> {
  const file = Buffer.from(bytes);
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw new Error("no directory");
  const count = file.readUInt16LE(end + 10);
  const parts = new Map<string, string>();
  let at = file.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry += 1) {
    if (file.readUInt32LE(at) !== 0x02014b50) throw new Error("directory entry expected");
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString("utf8", at + 46, at + 46 + nameLength);
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(start, start + file.readUInt32LE(at + 20));
    parts.set(name, (file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString("utf8"));
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}

const tag =
  /<(?:!--[\s\S]*?-->|\?[\s\S]*?\?>|!doctype[^>]*>|(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+(?:="[^"<]*"|='[^'<]*')?)*)\s*(\/?)>)/gi;
const entity = /&(?!(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-fA-F]{1,6});)/;
const forbidden =
  // oxlint-disable-next-line no-control-regex -- the characters XML 1.0 forbids are what is searched for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** The first fault of XML (or, with the names of its empty elements, of HTML) as a sentence; null where there is none. */
export function markupFault(text: string, emptyElements: readonly string[] = []): string | null {
  const bad = forbidden.exec(text);
  if (bad) return `forbidden character ${bad[0].charCodeAt(0).toString(16)}`;
  const open: string[] = [];
  let last = 0;
  for (const found of text.matchAll(tag)) {
    const between = text.slice(last, found.index);
    const isStyle = open.at(-1) === "style";
    if (!isStyle && (between.includes("<") || entity.test(between)))
      return `loose markup in ${between.slice(0, 80)}`;
    last = found.index + found[0].length;
    const [, closing, name = "", attributes = "", selfClosing] = found;
    if (name === "") continue;
    if (entity.test(attributes)) return `loose & in ${found[0].slice(0, 80)}`;
    if (closing === "/") {
      if (open.pop() !== name) return `</${name}> closes nothing`;
    } else if (selfClosing !== "/" && !emptyElements.includes(name)) open.push(name);
  }
  if (text.slice(last).includes("<")) return "loose markup at the end";
  return open.length === 0 ? null : `<${open.join("><")}> never closed`;
}
