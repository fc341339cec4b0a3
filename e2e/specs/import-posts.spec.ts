// A list of posts: the plan shown is what is written, and a bad file says what is wrong and changes nothing.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { root, sharedData } from "../fixtures/paths.ts";
import { expect, test } from "../fixtures/test.ts";
import { AppPage } from "../pages/app.ts";
import { ImportPage } from "../pages/import.ts";

const desk = { office: "Desk for Testing", name: "A. Tester", capital: "Washington" };

test("the list is planned, applied, and found unchanged when read again", async ({ host }) => {
  const app = new AppPage(host.page);
  await app.createDesk(desk);
  const importing = new ImportPage(host);
  await importing.open("posts");
  await importing.choose(path.join(root, "e2e/data/posts.csv"));
  await importing.makePlan();
  expect(await importing.count("Create")).toBe(25);
  await importing.apply();
  await app.goTo("Posts");
  await expect(app.main.getByRole("link", { name: "Nairobi" })).toBeVisible();
  await importing.open("posts");
  await importing.choose(path.join(root, "e2e/data/posts.csv"));
  await host.page.getByRole("button", { name: "Make the plan" }).click();
  await expect.poll(() => importing.count("Unchanged")).toBe(25);
});

test("the real list of open posts: 271 created, two repeated lines named", async ({ host }) => {
  test.skip(sharedData === null, "the posts list is not beside the project");
  const app = new AppPage(host.page);
  await app.createDesk(desk);
  const importing = new ImportPage(host);
  await importing.open("posts");
  await importing.choose(path.join(sharedData ?? "", "posts/us-posts-open.csv"));
  await importing.makePlan();
  expect(await importing.count("Create")).toBe(271);
  expect(await importing.count("Left out")).toBe(2);
  await importing.apply();
  await app.goTo("Posts");
  await expect(app.main.getByText(/271/).first()).toBeVisible();
});

const bad: readonly (readonly [name: string, bytes: Uint8Array | string, says: RegExp])[] = [
  ["empty.csv", "", /empty/i],
  [
    "binary.csv",
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    /neither a text nor a list/i,
  ],
  ["no-row-fits.csv", "id,name,city\na,b\n", /Line 2 has 2 cells/],
  ["proto.csv", "id,__proto__\na,b\n", /__proto__/],
  ["headings-only.csv", "id,name,city\n", /no rows|row/i],
];

test("a bad file is refused in one sentence and changes nothing", async ({ host, data }) => {
  const app = new AppPage(host.page);
  await app.createDesk(desk);
  const importing = new ImportPage(host);
  for (const [name, content, says] of bad) {
    await test.step(name, async () => {
      const file = path.join(data, name);
      writeFileSync(file, content);
      await importing.open("posts");
      await importing.choose(file);
      await expect(host.page.getByText("This file was not read")).toBeVisible();
      await expect(app.main.getByText(says).first()).toBeVisible();
      await app.goTo("Posts");
      await expect(app.main.getByText(/no posts yet/i)).toBeVisible();
    });
  }
});
