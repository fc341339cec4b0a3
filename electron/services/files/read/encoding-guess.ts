// Which encoding a text is in that neither says so nor is UTF-8: each is tried, and what it makes of the bytes is judged by
// how letters stand together. A person sees the outcome and may say better.
import type { Encoding } from "#core/host/open-files.ts";
import { decoderOf } from "./encoding-decoder.ts";

interface Script {
  readonly encodings: readonly Encoding[];
  /** The letters of the script. */
  readonly letters: RegExp;
  /** Those that most words are made of. */
  readonly common: ReadonlySet<string>;
}

const script = (encodings: readonly Encoding[], letters: RegExp, common: string): Script => ({
  encodings,
  letters,
  common: new Set(common),
});

/** Alphabets of their own, and scripts of many signs; what they share with Latin is ASCII. */
const scripts: readonly Script[] = [
  script(
    ["windows-1251", "koi8-r", "koi8-u", "ibm866", "iso-8859-5", "x-mac-cyrillic"],
    /\p{Script=Cyrillic}/u,
    "оеаинтсрвлкмдпуяыьгзі",
  ),
  script(["windows-1253", "iso-8859-7"], /\p{Script=Greek}/u, "αοιετσνηυρπκμλωςίόάέήύώ"),
  script(["windows-1255"], /\p{Script=Hebrew}/u, "יוהלארמתבשנ"),
  script(["windows-1256", "iso-8859-6"], /\p{Script=Arabic}/u, "اليمنوترهبدسعفقكحةى"),
  script(["windows-874"], /\p{Script=Thai}/u, "านรอกเงมยลวดทสตะปบคหแจพชขไใโ"),
  script(
    ["shift_jis", "euc-jp"],
    /[\u3041-\u30fe\u4e00-\u9fff]/u,
    "日本国人大年会社部長中山田川東京省外務使館課室電話氏名住所子一二三上下学生行事高小木村井藤佐鈴加林石松野原前後今金時間分出見方手地新同代議政府局員関連対経済報",
  ),
  script(
    ["gb18030"],
    /[\u4e00-\u9fff]/u,
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经三之进等部度家电理小现实加都体制机当点从业本性应开合因其前外天政日事平相全表间与关各重新内数正明利第向公系长局处司使馆王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马名姓职务话址邮北京上海省市区路号书记员代议联院",
  ),
  script(
    ["big5"],
    /[\u4e00-\u9fff]/u,
    "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經三之進等部度家電理小現實加都體制機當點從業本性應開合因其前外天政日事平相全表間與關各重新內數正明利第向公系長局處司使館王李張劉陳楊趙黃周吳徐孫胡朱高林何郭馬名姓職務話址郵北京上海省市區路號書記員代議聯院臺灣",
  ),
  script(["euc-kr"], /[\uac00-\ud7a3]/u, ""),
];

/** Letters that words of a Latin encoding are made of; others are letters too, but seldom. */
const latins: readonly { readonly encoding: Encoding; readonly common: ReadonlySet<string> }[] = [
  { encoding: "windows-1252", common: new Set("áàâäãåæçéèêëíîïñóôöõøœúùûüß") },
  { encoding: "windows-1254", common: new Set("çğıİşöüâîûé") },
  { encoding: "windows-1250", common: new Set("áäąćčçďéęěëíîłľńňóôöőřşśšťúůüűýźžżăâß") },
  { encoding: "iso-8859-2", common: new Set("áäąćčçďéęěëíîłľńňóôöőřşśšťúůüűýźžżăâß") },
  { encoding: "windows-1257", common: new Set("āčēģīķļņšūžąęėįųõäöü") },
  { encoding: "macintosh", common: new Set("áàâäãåæçéèêëíîïñóôöõøœúùûüß") },
  { encoding: "ibm850", common: new Set("áàâäãåæçéèêëíîïñóôöõøúùûüß") },
];

/** Signs that stand beside words of any language. */
const beside = new Set("\u00a0¿¡ªº«»“”„‘’‚‹›–—…·•°§№€£、。・「」（）：，；！？　－");

/** Those that stand between letters as well. */
const withinWords = new Set("’–—·");

/** As much of a text as is judged, in bytes. */
const sampleBytes = 16 * 1024;
const longestWord = 1024;
/** By how much another has to be better than Windows-1252, and good at all; on the scale of `scoreOf`. */
const margin = 0.15;
const enough = 0.45;
/** What few letters say is worth less: so much is shared among them. */
const doubt = 2.5;
/** Seldom met any more: they have to be better than the others by as much. */
const old: ReadonlySet<Encoding> = new Set([
  "koi8-r",
  "koi8-u",
  "ibm850",
  "ibm866",
  "iso-8859-2",
  "iso-8859-5",
  "iso-8859-6",
  "iso-8859-7",
  "macintosh",
]);

/** Windows-1252 where nothing is plainly better. `bytes` are no UTF-8. */
export function guessEncoding(bytes: Uint8Array): Encoding {
  const sample = wordsIn(bytes);
  const letters = sample.filter((byte) => byte > 0x7f).length;
  if (isUtf8Mostly(sample)) return "windows-1252";
  let best: Encoding = "windows-1252";
  let bestScore = enough;
  const consider = (encoding: Encoding, score: Score): void => {
    const found = scoreOf(sample, encoding, score) - (old.has(encoding) ? margin : 0);
    const needed = encoding === "windows-1252" ? Math.max(margin, doubt / letters) : 0;
    if (found + needed <= bestScore) return;
    best = encoding;
    bestScore = found + needed;
  };
  for (const { encoding, common } of latins) consider(encoding, latinScore(common));
  for (const one of scripts) for (const encoding of one.encodings) consider(encoding, scriptScore(one));
  return best;
}

/** UTF-8 with a stray byte somewhere is no language's own encoding. */
function isUtf8Mostly(sample: Uint8Array): boolean {
  const letters = Array.from(Buffer.from(sample).toString("utf8")).filter((letter) => letter > "\u007f");
  return letters.filter((letter) => letter === "\ufffd").length * 2 < letters.length;
}

/** The words that are not ASCII alone, parted by blanks. */
function wordsIn(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(sampleBytes + longestWord);
  let filled = 0;
  let start = 0;
  let isForeign = false;
  for (let at = 0; at <= bytes.length && filled < sampleBytes; at += 1) {
    const byte = bytes[at] ?? 0x20;
    if (byte > 0x7f) isForeign = true;
    // No letter of several bytes has one of these as its second.
    if (byte > 0x20 && byte !== 0x2c && byte !== 0x3b && byte !== 0x22) continue;
    if (isForeign && at - start < longestWord) {
      sample.set(bytes.subarray(start, at), filled);
      filled += at - start + 1;
      sample[filled - 1] = 0x20;
    }
    start = at + 1;
    isForeign = false;
  }
  return sample.subarray(0, filled);
}

/** What a letter that is no ASCII is worth between its neighbours, from -1 to 1. */
type Score = (letter: string, before: string, after: string) => number;

/** The mean of all letters that are no ASCII; -1 where the bytes are not valid. */
function scoreOf(sample: Uint8Array, encoding: Encoding, score: Score): number {
  let text: string;
  try {
    text = decoderOf(sample, encoding)(sample, true);
  } catch {
    return -1;
  }
  const letters = Array.from(text);
  let sum = 0;
  let count = 0;
  for (const [at, letter] of letters.entries()) {
    if (letter < "\u0080") continue;
    sum += score(letter, letters[at - 1] ?? " ", letters[at + 1] ?? " ");
    count += 1;
  }
  return count === 0 ? -1 : sum / count;
}

const isLetter = (sign: string): boolean => /\p{L}/u.test(sign);
const isCapital = (sign: string): boolean => /\p{Lu}/u.test(sign);
const isAsciiLetter = (sign: string): boolean => /[A-Za-z]/.test(sign);
/** "aB": words are not written so. */
const breaksCase = (letter: string, before: string): boolean =>
  /\p{Lu}/u.test(letter) && /\p{Ll}/u.test(before);

/** Letters of one script stand together, and those of Latin apart from them. */
function scriptScore({ letters, common }: Script): Score {
  return (letter, before, after) => {
    if (beside.has(letter)) return 0.5;
    if (breaksCase(letter, before) || isAsciiLetter(before) || isAsciiLetter(after)) return -1;
    if (!letters.test(letter)) return /\p{M}/u.test(letter) && letters.test(before) ? 0.5 : -1;
    const isCommon = common.size === 0 || common.has(letter.toLowerCase()) || /[\u3041-\u30fe]/.test(letter);
    // Words in capitals are fewer than others.
    return (
      (isCommon ? 1 : /[\u4e00-\u9fff]/.test(letter) ? 0.3 : 0.1) *
      (isCapital(letter) && isCapital(before) ? 0.85 : 1)
    );
  };
}

/** Letters with accents stand one by one among those without. */
function latinScore(common: ReadonlySet<string>): Score {
  return (letter, before, after) => {
    const isWithin = isLetter(before) && isLetter(after);
    if (beside.has(letter)) return isWithin && !withinWords.has(letter) ? -1 : 1;
    if (/[\u0080-\u009f]/.test(letter)) return -1;
    if (!isLetter(letter)) return isLetter(before) || isLetter(after) ? -1 : 0.5;
    if (breaksCase(letter, before) || breaksCase(after, letter)) return -1;
    if (/\d/.test(before + after)) return 0;
    const isCommon = common.has(letter) || common.has(letter.toLowerCase());
    const near = [before, after].filter((sign) => isLetter(sign) && sign >= "\u0080").length;
    if (near === 2) return -1;
    return isCommon ? 1 - near * 0.5 : 0.2;
  };
}
