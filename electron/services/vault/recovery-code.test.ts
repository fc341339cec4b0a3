// The recovery code: what is typed is the code, or is known to be wrong.
import { describe, expect, test } from "vitest";
import { decodeRecoveryCode, encodeRecoveryCode, newRecoveryCode } from "./recovery-code.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const secret = Uint8Array.from({ length: 32 }, (_, at) => (at * 37 + 11) & 255);

describe("the recovery code", () => {
  const code = encodeRecoveryCode(secret);

  test("is nine groups of six, and gives the secret back however it is typed", () => {
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{6}-){8}[0-9A-HJKMNP-TV-Z]{6}$/);
    for (const typed of [
      code,
      code.toLowerCase(),
      code.replaceAll("-", " "),
      code.replaceAll("-", ""),
      `  ${code}\n`,
      code.replaceAll("0", "O").replaceAll("1", "l"),
    ]) {
      expect(decodeRecoveryCode(typed)).toEqual(secret);
    }
  });

  test("every wrong character at every place is found", () => {
    let tried = 0;
    for (const [at, right] of Array.from(code).entries()) {
      if (right === "-") continue;
      for (const wrong of [...Array.from(alphabet), "U", "*", "é"]) {
        if (wrong === right) continue;
        tried += 1;
        expect(
          decodeRecoveryCode(code.slice(0, at) + wrong + code.slice(at + 1)),
          `${at} ${wrong}`,
        ).toBeNull();
      }
    }
    expect(tried).toBe(54 * 34);
  });

  test("neighbours that changed places, a character lost or doubled are found", () => {
    const plain = code.replaceAll("-", "");
    for (let at = 0; at < plain.length; at += 1) {
      const [a = "", b = ""] = plain.slice(at, at + 2);
      const swapped = plain.slice(0, at) + b + a + plain.slice(at + 2);
      expect([swapped, swapped === plain || decodeRecoveryCode(swapped) === null]).toEqual([swapped, true]);
      expect(decodeRecoveryCode(plain.slice(0, at) + plain.slice(at + 1))).toBeNull();
      expect(decodeRecoveryCode(plain.slice(0, at) + a + plain.slice(at))).toBeNull();
    }
  });

  test("nothing, and something else, are no code", () => {
    for (const typed of ["", "-", "correct horse", "0".repeat(52), "x".repeat(10_000)])
      expect(decodeRecoveryCode(typed)).toBeNull();
  });

  test("each is new", () => {
    const made = new Set(Array.from({ length: 100 }, newRecoveryCode));
    expect(made.size).toBe(100);
    for (const one of made) expect(decodeRecoveryCode(one)).toHaveLength(32);
  });
});
