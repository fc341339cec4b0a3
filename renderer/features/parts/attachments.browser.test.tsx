// Attachments as a person uses them, on a real view: attached by button and by drop, listed, marked, removed, brought back.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { attachmentsOf } from "#data/attachments.ts";
import { Attachments } from "./attachments.tsx";
import { History } from "./history.tsx";
import { type OpenedStage, openStage, WorkspaceStage } from "./workspace-stage.tsx";

const record = { table: "engagements", id: "e" } as const;
const scope = "post/rome" as const;
const pdf = new File(["%PDF-1.7 the note"], "مذكرة شفوية.pdf");

let stage: OpenedStage;
beforeEach(async () => {
  stage = await openStage();
  await stage.put([{ table: "engagements", id: "e", scope, values: { subject: "Food", marking: "SBU" } }]);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await stage.close();
});

async function draw(): Promise<void> {
  await render(
    <WorkspaceStage stage={stage}>
      <Attachments record={record} scope={scope} marking="SBU" />
      <History records={[record]} />
    </WorkspaceStage>,
  );
  await expect.element(page.getByText("None. Drop files here, or choose them.")).toBeVisible();
}

const lines = () => page.getByRole("list", { name: "Attachments" }).getByRole("listitem");
const names = async () => (await attachmentsOf(record)(stage.session.view)).map(({ name }) => name);

async function choose(...files: readonly File[]): Promise<void> {
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  if (input) await userEvent.upload(input, [...files]);
}

/** As the system drops them; the browser gives an entry only for what comes from a disk. */
function drop(...files: readonly File[]): void {
  const entry = { isFile: true, isDirectory: false } as FileSystemEntry;
  vi.spyOn(DataTransferItem.prototype, "webkitGetAsEntry").mockReturnValue(entry);
  const zone = document.querySelector("[data-rac] [aria-label^='Attach files by dropping']")?.closest("div");
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  for (const type of ["dragenter", "dragover", "drop"]) {
    zone?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
  }
}

test("what is chosen is listed as its bytes say, marked as the record, and told in its history", async () => {
  await draw();
  await choose(pdf, new File(["plain words"], "minutes.pdf"));
  await expect.element(page.getByText("2 files attached.")).toBeVisible();
  await expect.element(lines().nth(0)).toHaveTextContent(/مذكرة شفوية\.pdfPDF · 17 bytes SBU/u);
  await expect.element(lines().nth(1)).toHaveTextContent(/minutes\.pdfText · 11 bytes SBU/u);
  const [row] = await attachmentsOf(record)(stage.session.view);
  expect(row).toMatchObject({ engagementId: "e", scope, mediaType: "application/pdf", byteCount: 17 });
  const history = page.getByRole("listitem").filter({ has: page.getByRole("time") });
  await expect.element(history.nth(0)).toHaveTextContent(/Created.*document.*مذكرة شفوية\.pdf/u);
});

test("what is dropped is attached; removing and undoing bring it back, and the mark is changed", async () => {
  await draw();
  drop(pdf);
  await expect.element(lines()).toHaveTextContent("PDF");
  await page.getByRole("button", { name: "More for مذكرة شفوية.pdf" }).click();
  await page.getByRole("menuitem", { name: "Mark as Unclassified" }).click();
  await expect.element(lines()).toHaveTextContent(/17 bytes U/u);
  await page.getByRole("button", { name: "More for مذكرة شفوية.pdf" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await expect.element(page.getByText("None. Drop files here, or choose them.")).toBeVisible();
  expect(await names()).toEqual([]);
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect.element(lines()).toHaveTextContent("PDF");
  expect(await names()).toEqual([pdf.name]);
});

test("what is marked above the ceiling, or too large, is refused in a sentence, and the rest is attached", async () => {
  await draw();
  const large = new File([new Uint8Array(50 * 1024 * 1024 + 1)], "film.mp4");
  drop(new File(["SECRET\nFM PARIS"], "cable.txt"), large, pdf);
  await expect.element(page.getByText(/^Possible spill/u)).toBeVisible();
  await expect.element(page.getByText(/^Not attached: the file is larger than 50 MB/u)).toBeVisible();
  await expect.element(lines()).toHaveTextContent("PDF");
  expect(await names()).toEqual([pdf.name]);
  await expect.element(page.getByText("Attaching")).not.toBeInTheDocument();
  const size = await stage.host.call("attachments.size", {});
  expect(size.ok && size.value.count).toBe(1);
});
