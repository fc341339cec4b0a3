// A post entered by hand: whatever is there already and looks like it is shown while it is typed, and can be opened.
import { afterEach, beforeEach, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { openStage, WorkspaceStage, type OpenedStage } from "../parts/workspace-stage.tsx";
import { newPostScreen } from "./new-post-screen.tsx";

const NewPost = newPostScreen.component;

let stage: OpenedStage;
beforeEach(async () => {
  stage = await openStage();
  await stage.put([
    {
      table: "posts",
      id: "kyiv",
      scope: "all",
      values: { name: "Kyiv", city: "Kyiv", country: "Ukraine", type: "embassy", addressNames: ["KYIV"] },
    },
    {
      table: "posts",
      id: "riyadh",
      scope: "all",
      values: { name: "الرياض", city: "Riyadh", country: "Saudi Arabia", type: "embassy" },
    },
  ]);
});
afterEach(() => stage.close());

test("what looks like it is announced, summed up, and opened by keyboard; the button says what it would do", async () => {
  const went: string[] = [];
  await render(
    <WorkspaceStage stage={stage} navigate={(to) => went.push(to)}>
      <NewPost params={{}} search={{}} setSearch={() => undefined} />
    </WorkspaceStage>,
  );
  const known = page.getByRole("region", { name: "Posts already there" });
  await userEvent.fill(page.getByRole("textbox", { name: "City" }), "Podil");
  await expect.element(page.getByRole("button", { name: "Add post", exact: true })).toBeVisible();
  expect(known.elements()).toHaveLength(0);

  await userEvent.fill(page.getByRole("textbox", { name: "Country" }), "Ukraine");
  await expect.element(page.getByRole("status")).toHaveTextContent("A post like this is already there.");
  await expect.element(page.getByRole("button", { name: "Different post: add anyway" })).toBeVisible();
  await known.getByText("Kyiv", { exact: true }).first().click();
  await expect.element(known.getByText("an embassy in the same country")).toBeVisible();

  await userEvent.fill(page.getByRole("textbox", { name: "Country" }), "");
  await userEvent.fill(page.getByRole("textbox", { name: "City" }), "RIYÂDH");
  await expect.element(known.getByText("الرياض").first()).toBeVisible();
  page.getByRole("textbox", { name: "Name" }).element().focus();
  await userEvent.keyboard("{Tab}{Tab}{Enter}");
  expect(went).toEqual(["/posts/riyadh"]);
});
