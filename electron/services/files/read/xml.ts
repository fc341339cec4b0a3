// XML read as a stream of elements and texts, strictly: no document type, no entities but the five and numbers.
import { Parser } from "saxen";
import { AppError } from "#core/host/errors.ts";
import type { Tell } from "./tell.ts";

export interface XmlHandlers {
  /** Names come without their prefix; an attribute asked for with one is found under any. */
  readonly open?: (name: string, attribute: (name: string) => string) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
  /** Hears which share of the tags has been read. */
  readonly tell?: Tell;
}

const deepest = 64;

/** Throws `file/bad-workbook` (fact: part) where the text is not well formed, or declares what it should not. */
export function readXml(xml: string, part: string, handlers: XmlHandlers): void {
  const fault = () => new AppError("file/bad-workbook", { part });
  const parser = new Parser();
  const tags = handlers.tell ? tagsIn(xml) : 0;
  let depth = 0;
  let met = 0;
  const meet = (): void => {
    met += 1;
    handlers.tell?.(met / tags);
  };
  parser.on("error", () => {
    throw fault();
  });
  parser.on("attention", () => {
    throw fault();
  });
  parser.on("openTag", (name: string, attributes: () => Record<string, string> | boolean) => {
    depth += 1;
    if (depth > deepest) throw fault();
    meet();
    handlers.open?.(localName(name), (wanted) => attributeOf(attributes(), wanted, fault));
  });
  parser.on("closeTag", (name: string, _decode: unknown, isOpenToo: boolean) => {
    depth -= 1;
    if (!isOpenToo) meet();
    handlers.close?.(localName(name));
  });
  parser.on("text", (text: string) => handlers.text?.(decoded(text, fault)));
  parser.on("cdata", (text: string) => handlers.text?.(text));
  parser.parse(xml);
  if (depth !== 0) throw fault();
}

function tagsIn(xml: string): number {
  let count = 0;
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at + 1)) count += 1;
  return count;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function attributeOf(
  attributes: Record<string, string> | boolean,
  wanted: string,
  fault: () => AppError,
): string {
  if (typeof attributes === "boolean") return "";
  if (Object.hasOwn(attributes, wanted)) return decoded(attributes[wanted] ?? "", fault);
  if (!wanted.includes(":")) return "";
  // Which prefix stands for a namespace is the writer's own choice.
  const other = Object.keys(attributes).find(
    (name) => name.includes(":") && localName(name) === localName(wanted),
  );
  return other === undefined ? "" : decoded(attributes[other] ?? "", fault);
}

const entities: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["apos", "'"],
  ["gt", ">"],
  ["lt", "<"],
  ["quot", '"'],
]);

function decoded(text: string, fault: () => AppError): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{1,20}));|&/g,
    (whole, hex, decimal, name) => {
      const code = hex === undefined ? Number(decimal ?? NaN) : Number.parseInt(String(hex), 16);
      const known = name === undefined ? null : entities.get(String(name));
      if (known) return known;
      const isCharacter = Number.isInteger(code) && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      if (!isCharacter || whole === "&") throw fault();
      return String.fromCodePoint(code);
    },
  );
}
