// The body of an office: known ones are met in any spelling while a name is typed, and again where a new one was added.
import { useState } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { organizations } from "#core/model/organization.ts";
import { madeRow } from "#core/rules/made-row.ts";
import { blankOffice, OfficeFields } from "./office-fields.tsx";
import { openStage, WorkspaceStage, type OpenedStage } from "./workspace-stage.tsx";

let stage: OpenedStage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const bodies = new Map(
  [
    madeRow(organizations, "finance", { name: "Ministry of Finance", country: "Kenya" }),
    madeRow(organizations, "mfa", {
      name: "Ministry of Foreign Affairs",
      country: "Kenya",
      memberships: ["African Union"],
    }),
    madeRow(organizations, "other", { name: "Ministry of Foreign Affairs", country: "Uganda" }),
  ].map((body) => [body.id, body]),
);

function Shown() {
  const [office, setOffice] = useState(blankOffice);
  return (
    <>
      <OfficeFields
        value={office}
        onChange={setOffice}
        organizations={bodies}
        country="Kenya"
        hasDates={false}
      />
      <p>{JSON.stringify(office.body)}</p>
    </>
  );
}

const typed = () => page.getByRole("combobox", { name: "Body" });

beforeEach(async () => {
  await render(
    <WorkspaceStage stage={stage}>
      <Shown />
    </WorkspaceStage>,
  );
});

test("one in another order of its words is offered first, and chosen by keyboard", async () => {
  await userEvent.fill(typed(), "Foreign Affairs Ministry");
  await expect
    .poll(() =>
      page
        .getByRole("option")
        .elements()
        .map((one) => one.textContent),
    )
    .toEqual([
      expect.stringContaining("Ministry of Foreign Affairs"),
      expect.stringContaining("Foreign Affairs Ministry"),
    ]);
  await userEvent.keyboard("{ArrowDown}{Enter}");
  await expect.element(page.getByText(`{"id":"mfa"}`)).toBeVisible();
  await expect.element(typed()).toHaveValue("Ministry of Foreign Affairs");
  expect(page.getByRole("region").elements()).toHaveLength(0);
});

test("one that was added all the same is asked about, with a summary, and the known one is used by keyboard", async () => {
  await userEvent.fill(typed(), "Foreign Affairs Ministry");
  await page.getByRole("option", { name: /^Add/ }).click();
  const known = page.getByRole("region", { name: "Bodies already known" });
  await expect.element(page.getByRole("status")).toHaveTextContent("A body like this is already known.");
  await known.getByText("Ministry of Foreign Affairs").first().click();
  await expect.element(known.getByText("African Union")).toBeVisible();
  await userEvent.keyboard("{Tab}{Enter}");
  await expect.element(page.getByText(`{"id":"mfa"}`)).toBeVisible();
  expect(known.elements()).toHaveLength(0);
});
