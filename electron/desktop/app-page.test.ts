// What counts as our own page, and what is served of it.
import { describe, expect, test } from "vitest";
import { type PageFiles, safetyHeaders } from "#core/host/page.ts";
import { answerFor, isOurPage } from "./app-page.ts";

describe("our own page", () => {
  test.each(["app://chancery/", "app://chancery/assets/x.js", "app://chancery/#/posts", "app://chancery"])(
    "%s",
    (address) => {
      expect(isOurPage(address)).toBe(true);
    },
  );

  test.each([
    "",
    "about:blank",
    "https://chancery/",
    "app://chancery.evil.test/",
    "app://chancery@evil.test/",
    "app://evil.test/app://chancery/",
    "app://chancery:8080/",
    "app:chancery",
    "xapp://chancery/",
    "file:///app://chancery/",
    "javascript:location='app://chancery/'",
    "data:text/html,app://chancery/",
    "blob:app://chancery/1",
  ])("not %s", (address) => {
    expect(isOurPage(address)).toBe(false);
  });
});

describe("requests", () => {
  const page: PageFiles = new Map([
    ["/", { mime: "text/html", bytes: Buffer.from("page") }],
    ["/assets/x.js", { mime: "text/javascript", bytes: Buffer.from("script") }],
  ]);

  test.each([
    ["app://chancery/", "page", "text/html"],
    ["app://chancery/#/posts", "page", "text/html"],
    ["app://chancery/assets/x.js", "script", "text/javascript"],
  ])("%s", async (url, text, mime) => {
    const answer = answerFor({ method: "GET", url }, page);
    expect([answer.status, await answer.text(), answer.headers.get("content-type")]).toEqual([
      200,
      text,
      mime,
    ]);
  });

  test.each([
    ["GET", "app://chancery/other", 404],
    ["GET", "app://chancery/assets", 404],
    ["GET", "app://chancery/%2e%2e/package.json", 404],
    ["GET", "app://chancery/assets/..%2fx", 404],
    ["GET", "app://chancery//etc/passwd", 404],
    ["GET", "app://chancery/__proto__", 404],
    ["GET", "app://elsewhere/", 404],
    ["POST", "app://chancery/", 405],
    ["HEAD", "app://chancery/", 405],
  ])("%s %s: %i", async (method, url, status) => {
    const answer = answerFor({ method, url }, page);
    expect([answer.status, await answer.text()]).toEqual([status, ""]);
  });

  test("every answer carries the safety headers", () => {
    for (const [method, url] of [
      ["GET", "app://chancery/"],
      ["GET", "app://chancery/no"],
      ["PUT", "app://chancery/"],
    ]) {
      const { headers } = answerFor({ method: method ?? "", url: url ?? "" }, page);
      for (const [name, value] of Object.entries(safetyHeaders)) expect(headers.get(name)).toBe(value);
    }
    expect(safetyHeaders["Content-Security-Policy"]).not.toMatch(/unsafe|\*|http/);
  });
});
