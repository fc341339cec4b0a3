// The recovery code: 256 random bits as letters and digits that cannot be mistaken for each other, in nine groups.
import { randomBytes } from "node:crypto";
import { plainCode } from "#core/rules/recovery-code.ts";

// Crockford's base 32: no I, L, O, U. Two check characters are sums in GF(32), so that any one wrong character, and any
// two neighbours that changed places, are found for certain; a hash this short would miss one in a thousand.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const secretBytes = 32;
const dataSymbols = 52;
const groupSymbols = 6;

export function newRecoveryCode(): string {
  return encodeRecoveryCode(randomBytes(secretBytes));
}

export function encodeRecoveryCode(secret: Uint8Array): string {
  const bits = [...secret].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const data = Array.from({ length: dataSymbols }, (_, at) =>
    Number.parseInt(bits.slice(at * 5, at * 5 + 5).padEnd(5, "0"), 2),
  );
  const text = [...data, ...checksOf(data)].map((symbol) => alphabet[symbol]).join("");
  return (text.match(new RegExp(`.{${groupSymbols}}`, "g")) ?? []).join("-");
}

/** The secret, or null where the code has a typing error. */
export function decodeRecoveryCode(typed: string): Uint8Array | null {
  const text = plainCode(typed);
  const symbols = Array.from(text).map((letter) => alphabet.indexOf(letter));
  if (symbols.includes(-1)) return null;
  const data = symbols.slice(0, dataSymbols);
  const checks = checksOf(data);
  if (symbols.length !== dataSymbols + checks.length) return null;
  if (checks.some((check, at) => check !== symbols[dataSymbols + at])) return null;
  const bits = data.map((symbol) => symbol.toString(2).padStart(5, "0")).join("");
  if (bits.slice(secretBytes * 8).includes("1")) return null;
  return Uint8Array.from({ length: secretBytes }, (_, at) =>
    Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2),
  );
}

/** The data as a polynomial over GF(32), taken at two points: 2 and 4. */
function checksOf(data: readonly number[]): readonly number[] {
  return [2, 4].map((point) => data.reduce((sum, symbol) => times(sum, point) ^ symbol, 0));
}

/** Product in GF(32) with x^5 + x^2 + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 4; bit >= 0; bit -= 1) {
    product <<= 1;
    if (product & 32) product ^= 0b100101;
    if (b & (1 << bit)) product ^= a;
  }
  return product;
}
