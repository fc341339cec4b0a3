// The wraps: the right secret opens, nothing else does, and no header makes the host work without bounds.
import { describe, expect, test } from "vitest";
import { testVault } from "../journal/testing/journal-on.ts";
import { calibrated, deriveKey, type Kdf, kdfShape, newSalt } from "./kdf.ts";
import { keyFor, newDataKey } from "./keys.ts";
import { newRecoveryCode } from "./recovery-code.ts";
import { cheapKdf } from "./testing/cheap-kdf.ts";
import { unwrapWithPassphrase, unwrapWithRecovery, wrapKey, type Wraps, wrapsShape } from "./wraps.ts";
import { newPassphrase, words } from "./words.ts";

const dataKey = newDataKey();
const secret = { passphrase: newPassphrase(), recoveryCode: newRecoveryCode() };

async function wrapped(): Promise<Wraps> {
  return wrapKey(dataKey, testVault, secret, cheapKdf);
}

describe("the wraps", () => {
  test("open under either secret", async () => {
    const wraps = await wrapped();
    expect(await unwrapWithPassphrase(wraps, testVault, secret.passphrase, cheapKdf.derive)).toEqual(dataKey);
    expect(unwrapWithRecovery(wraps, testVault, secret.recoveryCode.toLowerCase())).toEqual(dataKey);
  });

  test("a passphrase is the same however its letters were composed", async () => {
    const composed = "caf\u00e9 \ufb01ne and long enough";
    const wraps = await wrapKey(dataKey, testVault, { ...secret, passphrase: composed }, cheapKdf);
    expect(
      await unwrapWithPassphrase(wraps, testVault, "cafe\u0301 fine and long enough", cheapKdf.derive),
    ).toEqual(dataKey);
  });

  test("of a thousand wrong passphrases and codes none opens", async () => {
    const wraps = await wrapped();
    let accepted = 0;
    for (let n = 0; n < 1000; n += 1) {
      const near = n % 2 === 0 ? newPassphrase() : `${secret.passphrase}${n}`;
      if (await unwrapWithPassphrase(wraps, testVault, near, cheapKdf.derive)) accepted += 1;
      if (unwrapWithRecovery(wraps, testVault, newRecoveryCode())) accepted += 1;
    }
    expect(accepted).toBe(0);
  });

  test("every flipped bit, another vault, another epoch: refused, never another key", async () => {
    const wraps = await wrapped();
    for (const part of ["nonce", "key", "tag"] as const) {
      const bytes = Buffer.from(wraps.passphrase[part], "base64");
      for (let bit = 0; bit < bytes.byteLength * 8; bit += 1) {
        const bad = Buffer.from(bytes);
        bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const text = bad.toString("base64");
        const passphrase = { ...wraps.passphrase, [part]: text };
        const spoilt = { passphrase, recovery: { ...wraps.recovery, [part]: text } };
        expect(await unwrapWithPassphrase(spoilt, testVault, secret.passphrase, cheapKdf.derive)).toBeNull();
        expect(unwrapWithRecovery(spoilt, testVault, secret.recoveryCode)).toBeNull();
      }
    }
    for (const other of [
      { ...testVault, epoch: 2 },
      { ...testVault, vault: "0f8b7a52-0000-4000-8000-000000000002" },
    ]) {
      expect(await unwrapWithPassphrase(wraps, other, secret.passphrase, cheapKdf.derive)).toBeNull();
      expect(unwrapWithRecovery(wraps, other, secret.recoveryCode)).toBeNull();
    }
  });

  test("keys for different ends and epochs differ", () => {
    const ends = ["journal", "header", "rows", "attachments", "backups"] as const;
    const keys = [testVault, { ...testVault, epoch: 2 }].flatMap((context) =>
      ends.map((end) => Buffer.from(keyFor(dataKey, context, end)).toString("hex")),
    );
    expect(new Set(keys).size).toBe(10);
  });
});

describe("what a header may ask of the derivation", () => {
  const salt = newSalt();
  const argon = { name: "argon2id", memoryKib: 65_536, passes: 3, lanes: 1, salt };
  test.each<[string, object]>([
    ["four thousand gigabytes", { ...argon, memoryKib: 2 ** 32 - 1 }],
    ["a gigabyte", { ...argon, memoryKib: 1_048_576 }],
    ["no memory", { ...argon, memoryKib: 0 }],
    ["passes without end", { ...argon, passes: 2 ** 31 }],
    ["half a pass", { ...argon, passes: 1.5 }],
    ["many lanes", { ...argon, lanes: 255 }],
    ["no salt", { ...argon, salt: "" }],
    ["a long salt", { ...argon, salt: salt.repeat(1000) }],
    ["few rounds of PBKDF2", { name: "pbkdf2-sha512", iterations: 599_999, salt }],
    ["PBKDF2 without end", { name: "pbkdf2-sha512", iterations: 2 ** 40, salt }],
    ["another function", { name: "md5", salt }],
  ])("%s is refused before anything is derived", async (_title, kdf) => {
    const wraps = await wrapped();
    const header = { ...wraps, passphrase: { ...wraps.passphrase, kdf } };
    expect(wrapsShape.safeParse(header).success).toBe(false);
  });

  test("what a set-up asks for is never below 64 MiB and three passes, salted anew, and within the bounds", async () => {
    const [a, b] = [await calibrated(deriveKey).choose(), await calibrated(deriveKey).choose()];
    for (const kdf of [a, b]) {
      expect(kdfShape.parse(kdf)).toMatchObject({ name: "argon2id", memoryKib: 65_536, lanes: 1 });
    }
    expect("passes" in a && a.passes >= 3).toBe(true);
    expect(a.salt).not.toBe(b.salt);
  });

  test("the proper ones pass", () => {
    const proper: readonly Kdf[] = [
      { name: "argon2id", memoryKib: 65_536, passes: 3, lanes: 1, salt },
      { name: "pbkdf2-sha512", iterations: 600_000, salt },
    ];
    for (const kdf of proper) expect(kdfShape.parse(kdf)).toEqual(kdf);
  });
});

describe("generated passphrases", () => {
  test("seven words of a list of at least 2048, each listed once and easy to type", () => {
    expect(new Set(words).size).toBe(words.length);
    expect(words.length).toBeGreaterThanOrEqual(2048);
    for (const word of words) expect(word).toMatch(/^[a-z]{3,9}$/);
    expect(newPassphrase().split(" ")).toHaveLength(7);
    expect(new Set(Array.from({ length: 200 }, newPassphrase)).size).toBe(200);
  });
});
