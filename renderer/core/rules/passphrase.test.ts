// What a passphrase of one's own must not be.
import { expect, test } from "vitest";
import { type PassphraseFault, passphraseFault } from "./passphrase.ts";

test.each<[string, PassphraseFault | null]>([
  ["", "short"],
  ["Tr0ub4dor&3", "short"],
  ["              a", "short"],
  ["aaaaaaaaaaaaaaaaaaaa", "repeated"],
  ["abcd1234abcd1234", "repeated"],
  ["abcdefgabcdefgabcdefg", "repeated"],
  ["abababacacacadadad", "repeated"],
  ["abcdefghijklmnopqrst", "known"],
  ["qwertyuiopasdfghjkl", "known"],
  ["1234567890123456", "known"],
  ["password2026password", "known"],
  ["EmbassyWelcome2026!", "known"],
  ["Chancery-Admin-2026", "known"],
  ["lantern heron copper wheat", null],
  ["the minister left before noon", null],
  ["v7Kq!mZ2x@Lp9wTe", null],
  ["Die Lampe im Flur brennt", null],
  ["領事館の裏の小さな庭に猫がいる朝だよ", null],
])("%j is %s", (passphrase, fault) => {
  expect(passphraseFault(passphrase)).toBe(fault);
});
