// The vault's ciphers and derivations against published vectors.
import { describe, expect, test } from "vitest";
import { decrypt, encrypt, hkdf } from "./aes-gcm.ts";
import { deriveKey } from "./kdf.ts";

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(" ", ""), "hex");

describe("Argon2id, as the reference implementation of RFC 9106 tests itself (version 19)", () => {
  test.each([
    [2, 65_536, "password", "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"],
    [2, 256, "password", "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"],
    [1, 65_536, "password", "f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98"],
    [4, 65_536, "password", "9025d48e68ef7395cca9079da4c4ec3affb3c8911fe4f86d1a2520856f63172c"],
    [2, 65_536, "differentpassword", "0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde"],
  ])("%i passes over %i KiB of %j", async (passes, memoryKib, password, wanted) => {
    const salt = Buffer.from("somesalt").toString("base64");
    const key = await deriveKey({ name: "argon2id", memoryKib, passes, lanes: 1, salt }, password);
    expect(Buffer.from(key).toString("hex")).toBe(wanted);
  });
});

describe("PBKDF2-SHA-512", () => {
  test("a published vector: one round of password and salt", async () => {
    const salt = Buffer.from("salt").toString("base64");
    const key = await deriveKey({ name: "pbkdf2-sha512", iterations: 1, salt }, "password");
    expect(Buffer.from(key).toString("hex")).toBe(
      "867f70cf1ade02cff3752599a3a53dc4af34c7a669815ae5d513554e1c8cf252",
    );
  });
});

describe("HKDF-SHA-256 (RFC 5869, appendix A)", () => {
  test("case 1", () => {
    const key = hkdf(
      Buffer.alloc(22, 0x0b),
      hex("000102030405060708090a0b0c"),
      hex("f0f1f2f3f4f5f6f7f8f9"),
      42,
    );
    expect(key.toString("hex")).toBe(
      "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    );
  });

  test("case 3: no salt, no info", () => {
    const key = hkdf(Buffer.alloc(22, 0x0b), Buffer.alloc(0), Buffer.alloc(0), 42);
    expect(key.toString("hex")).toBe(
      "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
    );
  });
});

describe("AES-256-GCM (McGrew and Viega, test cases 13 to 16)", () => {
  const key = hex("feffe9928665731c6d6a8f9467308308 feffe9928665731c6d6a8f9467308308");
  const plain = hex(
    "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255",
  );
  const sealed =
    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad";
  test.each([
    ["13", Buffer.alloc(32), Buffer.alloc(12), "", "", "", "530f8afbc74536b9a963b4f1c4cb738b"],
    ["15", key, hex("cafebabefacedbaddecaf888"), "", plain, sealed, "b094dac5d93471bdec1a502270e3cc6c"],
    [
      "16",
      key,
      hex("cafebabefacedbaddecaf888"),
      "feedfacedeadbeeffeedfacedeadbeefabaddad2",
      plain.subarray(0, 60),
      sealed.slice(0, 120),
      "76fc6ece0f4e1768cddf8853bb2d551b",
    ],
  ] as const)("case %s", (_case, theKey, nonce, context, text, bytes, tag) => {
    const made = encrypt(theKey, nonce, hex(context), Buffer.from(text));
    expect([made.bytes.toString("hex"), made.tag.toString("hex")]).toEqual([bytes, tag]);
    expect(decrypt(theKey, nonce, hex(context), made)).toEqual(Buffer.from(text));
    expect(decrypt(theKey, nonce, hex(`${context}00`), made)).toBeNull();
  });
});
