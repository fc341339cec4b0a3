import { expect, it, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { EvidenceLevel } from "../display/evidence-level.tsx";
import { Stage } from "../testing/stage.tsx";
import { MatrixGrid, type MatrixGridProps } from "./matrix-grid.tsx";
import type { MatrixCell, MatrixColumn, MatrixRow } from "./matrix.ts";

const groups = [
  { id: "af", label: "Africa" },
  { id: "eur", label: "Europe" },
];
const rows: readonly MatrixRow[] = Array.from({ length: 270 }, (_, at) => ({
  id: String(at),
  label: `Post ${String(at)}`,
  groupId: at < 100 ? "af" : "eur",
}));
const columns: readonly MatrixColumn[] = Array.from({ length: 12 }, (_, at) => ({
  id: String(at),
  label: `${String(at + 1)}.`,
  title: `Point ${String(at + 1)}`,
}));

function cell(row: MatrixRow, column: MatrixColumn): MatrixCell {
  const meaning = `${row.label}, ${column.title ?? ""}: delivered as instructed`;
  return { text: "3", meaning, drawn: <EvidenceLevel level={3} meaning={meaning} fills /> };
}

function subtotal(_: unknown, members: readonly MatrixRow[]): string {
  return `${String(members.length)} of ${String(members.length)}`;
}

type Heard = Pick<MatrixGridProps, "onOpen" | "onFilter" | "onHideComplete" | "onCopied">;

function draw(heard: Partial<Heard> = {}, shown = rows) {
  return render(
    <>
      <button type="button">before</button>
      <MatrixGrid
        label="Coverage"
        rowHeading="Post"
        rows={shown}
        columns={columns}
        groups={groups}
        cell={cell}
        subtotal={subtotal}
        onOpen={() => undefined}
        empty={<p>No directive is active.</p>}
        {...heard}
      />
    </>,
    { wrapper: Stage },
  );
}

/** The name of what has the focus: its label, or its sentence without the digit drawn for the eye. */
function focused(): string | null | undefined {
  const active = document.activeElement;
  return (
    active?.getAttribute("aria-label") ??
    (active?.querySelector(":scope > :not([aria-hidden])") ?? active)?.textContent
  );
}

/** Into the first group's heading. */
async function enter(): Promise<void> {
  await userEvent.click(page.getByRole("button", { name: "before" }));
  await userEvent.keyboard("{Tab}{ArrowDown}");
}

it("draws only what is in sight of 270 by 12, each cell with its sentence", async () => {
  await draw();
  await expect.element(page.getByRole("grid")).toHaveAttribute("aria-rowcount", "273");
  expect(page.getByRole("row").elements().length).toBeLessThan(40);
  const sentence = page.getByRole("gridcell", { name: "Post 0, Point 1: delivered as instructed" });
  await expect.element(sentence).toHaveTextContent("3");
});

it("walks cells by arrows and opens the one with the focus", async () => {
  const onOpen = vi.fn<Heard["onOpen"]>();
  await draw({ onOpen });
  await enter();
  expect(focused()).toBe("Africa, 100 rows");
  await userEvent.keyboard("{ArrowDown}{ArrowRight}{ArrowRight}{Enter}");
  expect(focused()).toBe("Post 0, Point 2: delivered as instructed");
  expect(onOpen.mock.lastCall?.map((part) => part?.id)).toEqual(["0", "1"]);
  await userEvent.keyboard("{Home}{Enter}");
  expect(onOpen.mock.lastCall?.[1]).toBeNull();
  await userEvent.click(page.getByRole("gridcell", { name: "Post 1, Point 3: delivered as instructed" }));
  expect(onOpen.mock.lastCall?.map((part) => part?.id)).toEqual(["1", "2"]);
});

it("jumps by group with the brackets and folds one", async () => {
  await draw();
  await enter();
  await userEvent.keyboard("]");
  await expect.poll(focused).toBe("Europe, 170 rows");
  await userEvent.keyboard("{[}");
  await expect.poll(focused).toBe("Africa, 100 rows");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("grid")).toHaveAttribute("aria-rowcount", "173");
  await expect.element(page.getByRole("row", { name: /Africa/ })).toHaveTextContent("100 of 100");
});

it("tells the caller of f with the cell and of h", async () => {
  const onFilter = vi.fn<NonNullable<Heard["onFilter"]>>();
  const onHideComplete = vi.fn<() => void>();
  await draw({ onFilter, onHideComplete });
  await enter();
  await userEvent.keyboard("f");
  expect(onFilter).not.toHaveBeenCalled();
  await userEvent.keyboard("{ArrowDown}{ArrowRight}fh");
  expect(onFilter.mock.lastCall?.map((part) => part.id)).toEqual(["0", "0"]);
  expect(onHideComplete).toHaveBeenCalledOnce();
});

it("copies what is in the matrix as a text table without asking for a permission", async () => {
  const onCopied = vi.fn<(count: number) => void>();
  const setData = vi.spyOn(DataTransfer.prototype, "setData");
  await draw({ onCopied }, rows.slice(99, 101));
  await enter();
  await userEvent.keyboard("c");
  const copied = setData.mock.lastCall?.[1] ?? "";
  setData.mockRestore();
  expect(onCopied).toHaveBeenCalledWith(2);
  expect(copied.split("\n").map((line) => line.split("\t").slice(0, 2))).toEqual([
    ["Post", "Point 1"],
    ["Africa"],
    ["Post 99", "3"],
    ["Europe"],
    ["Post 100", "3"],
  ]);
});

it("says one sentence when there is nothing", async () => {
  await draw({}, []);
  await expect.element(page.getByText("No directive is active.")).toBeVisible();
});
