import { useState } from "react";
import { expect, it, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { Stage } from "../testing/stage.tsx";
import type { GridColumn, GridGroup, GridSort } from "./column.ts";
import { DataGrid } from "./data-grid.tsx";

interface Post {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly days: number | null;
}

const posts: readonly Post[] = [
  { id: "p1", name: "Nairobi", region: "AF", days: 9 },
  { id: "p2", name: "Élysée", region: "EUR", days: null },
  { id: "p3", name: "Accra", region: "AF", days: 12 },
  { id: "p4", name: "Zagreb", region: "EUR", days: 2 },
];
const many: readonly Post[] = Array.from({ length: 10_000 }, (_, at) => ({
  id: `m${String(at)}`,
  name: `Post ${String(at)}`,
  region: "AF",
  days: at,
}));

const columns: readonly GridColumn<Post>[] = [
  { id: "name", heading: "Post", value: (post) => post.name, width: 200 },
  { id: "region", heading: "Region", value: (post) => post.region, width: 100 },
  { id: "days", heading: "Silent days", value: (post) => post.days, align: "end", width: 120 },
];
const groupOf = (post: Post): GridGroup => ({
  id: post.region,
  label: post.region === "AF" ? "Africa" : "Europe",
});
const subtotals = (rows: readonly Post[]) => ({
  days: rows.reduce((sum, post) => sum + (post.days ?? 0), 0),
});

interface ListProps {
  readonly rows?: readonly Post[];
  readonly onOpen?: (post: Post) => void;
  readonly onWidths?: (widths: Readonly<Record<string, number>>) => void;
  readonly isGrouped?: boolean;
  readonly isLoading?: boolean;
}

function List({ rows = posts, onOpen, onWidths, isGrouped = false, isLoading }: ListProps) {
  const [sort, setSort] = useState<GridSort | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <>
      <button type="button">before</button>
      <output>{[...selected].sort().join(" ")}</output>
      <DataGrid
        label="Posts"
        rows={rows}
        rowKey={(post) => post.id}
        columns={columns}
        sort={sort}
        onSortChange={setSort}
        selected={selected}
        onSelectedChange={setSelected}
        onOpen={onOpen}
        onWidthsChange={onWidths}
        groupOf={isGrouped ? groupOf : undefined}
        subtotals={isGrouped ? subtotals : undefined}
        isLoading={isLoading}
        empty={<p>No posts yet.</p>}
      />
    </>
  );
}

const names = () =>
  page
    .getByRole("rowheader")
    .elements()
    .map((cell) => cell.textContent);
const focused = () => document.activeElement?.textContent;
const selection = () => document.querySelector("output")?.textContent;

function fireMouse(type: string, left: number): void {
  document.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX: left, clientY: 5 }));
}

/** From the button before the grid into its first row. */
async function enter(): Promise<void> {
  await userEvent.click(page.getByRole("button", { name: "before" }));
  await userEvent.keyboard("{Tab}{ArrowDown}");
}

it("is one stop in the tab order and walks by arrows, j and k", async () => {
  await render(<List />, { wrapper: Stage });
  await userEvent.click(page.getByRole("button", { name: "before" }));
  await userEvent.keyboard("{Tab}");
  expect(focused()).toBe("Post");
  await userEvent.keyboard("{ArrowDown}");
  expect(focused()).toBe("Nairobi");
  await userEvent.keyboard("j{ArrowRight}");
  expect(focused()).toBe("EUR");
  await userEvent.keyboard("k");
  expect(focused()).toBe("AF");
  await userEvent.keyboard("{End}{Control>}{End}{/Control}");
  expect(focused()).toBe("2");
  await userEvent.keyboard("{Home}{Tab}");
  expect(document.activeElement?.closest("[role=grid]")).toBeNull();
});

it("opens the row by Enter and by a press", async () => {
  const onOpen = vi.fn<(post: Post) => void>();
  await render(<List onOpen={onOpen} />, { wrapper: Stage });
  await enter();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(onOpen.mock.lastCall?.[0].id).toBe("p2");
  await userEvent.click(page.getByRole("gridcell", { name: "12" }));
  expect(onOpen.mock.lastCall?.[0].id).toBe("p3");
});

it("sorts by heading, says so in words, and keeps nothing last whichever way", async () => {
  await render(<List />, { wrapper: Stage });
  await userEvent.click(page.getByRole("columnheader", { name: "Silent days" }));
  expect(names()).toEqual(["Zagreb", "Nairobi", "Accra", "Élysée"]);
  const heading = page.getByRole("columnheader", { name: "Silent days" });
  await expect.element(heading).toHaveAttribute("aria-sort", "ascending");
  await expect.element(heading).toHaveTextContent("sorted, lowest first");
  await userEvent.click(heading);
  expect(names()).toEqual(["Accra", "Nairobi", "Zagreb", "Élysée"]);
});

it("sorts words by the language's order, accents among their letters", async () => {
  await render(<List />, { wrapper: Stage });
  await enter();
  await userEvent.keyboard("{ArrowUp}{Enter}");
  expect(names()).toEqual(["Accra", "Élysée", "Nairobi", "Zagreb"]);
  expect(focused()).toContain("Post");
});

it("selects by x, by Shift and x as a range, by its box, all, and lets go by Escape", async () => {
  await render(<List />, { wrapper: Stage });
  await enter();
  await userEvent.keyboard("x");
  expect(selection()).toBe("p1");
  await userEvent.keyboard("jj{Shift>}X{/Shift}");
  expect(selection()).toBe("p1 p2 p3");
  await userEvent.keyboard("{Escape}");
  expect(selection()).toBe("");
  await userEvent.click(page.getByRole("gridcell", { name: "Select Zagreb" }));
  expect(selection()).toBe("p4");
  await userEvent.keyboard("{Control>}a{/Control}");
  expect(selection()).toBe("p1 p2 p3 p4");
  await expect.element(page.getByRole("row", { name: /Accra/ })).toHaveAttribute("aria-selected", "true");
});

it("copies the selected rows as a text table", async () => {
  await render(<List />, { wrapper: Stage });
  await enter();
  await userEvent.keyboard("xjx");
  const copied = new DataTransfer();
  const event = new ClipboardEvent("copy", { clipboardData: copied, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(event);
  expect(copied.getData("text/plain")).toBe("Post\tRegion\tSilent days\nNairobi\tAF\t9\nÉlysée\tEUR\t");
  expect(event.defaultPrevented).toBe(true);
});

it("groups rows, sums them, folds by arrow and by press", async () => {
  await render(<List isGrouped />, { wrapper: Stage });
  expect(names()).toEqual(["Africa2", "Nairobi", "Accra", "Europe2", "Élysée", "Zagreb"]);
  const africa = page.getByRole("rowheader", { name: "Africa, 2 rows" });
  await expect.element(page.getByRole("row", { name: /Africa/ })).toHaveTextContent("21");
  await enter();
  await userEvent.keyboard("{ArrowLeft}");
  await expect.element(africa).toHaveAttribute("aria-expanded", "false");
  expect(names()).toEqual(["Africa2", "Europe2", "Élysée", "Zagreb"]);
  await userEvent.click(africa);
  expect(names()).toEqual(["Africa2", "Nairobi", "Accra", "Europe2", "Élysée", "Zagreb"]);
});

it("sorts inside the groups and leaves the groups in their order", async () => {
  await render(<List isGrouped />, { wrapper: Stage });
  await userEvent.click(page.getByRole("columnheader", { name: "Post" }));
  expect(names()).toEqual(["Africa2", "Accra", "Nairobi", "Europe2", "Élysée", "Zagreb"]);
});

it("draws only the rows in sight of ten thousand, and goes to the last by key", async () => {
  await render(<List rows={many} />, { wrapper: Stage });
  await expect.element(page.getByRole("grid")).toHaveAttribute("aria-rowcount", "10001");
  expect(page.getByRole("rowheader").elements().length).toBeLessThan(60);
  await enter();
  await userEvent.keyboard("{Control>}{End}{/Control}{Home}{ArrowRight}");
  await expect.poll(focused).toBe("Post 9999");
  expect(page.getByRole("rowheader").elements().length).toBeLessThan(60);
});

it("keeps the focus on its row when that is scrolled out of sight", async () => {
  await render(<List rows={many} />, { wrapper: Stage });
  await enter();
  expect(focused()).toBe("Post 0");
  page.getByRole("grid").element().scrollTo({ top: 50_000 });
  await expect.element(page.getByRole("rowheader", { name: "Post 1565", exact: true })).toBeInTheDocument();
  expect(focused()).toBe("Post 0");
  await userEvent.keyboard("j");
  await expect.poll(focused).toBe("Post 1");
});

it("keeps heading and first column in sight", async () => {
  await render(<List rows={many} />, { wrapper: (props) => <Stage {...props} width={260} /> });
  const grid = page.getByRole("grid").element();
  grid.scrollTo({ top: 4000, left: 120 });
  const box = grid.getBoundingClientRect();
  const heading = page
    .getByRole("columnheader", { name: "Post", exact: true })
    .element()
    .getBoundingClientRect();
  expect(heading.top).toBe(box.top);
  expect(heading.left).toBe(box.left + 36);
});

it("changes a column's width by Alt and arrow on its heading and hands it to the caller", async () => {
  const onWidths = vi.fn<(widths: Readonly<Record<string, number>>) => void>();
  await render(<List onWidths={onWidths} />, { wrapper: Stage });
  await enter();
  await userEvent.keyboard("{ArrowUp}{Alt>}{ArrowRight}{ArrowRight}{/Alt}");
  expect(onWidths.mock.lastCall?.[0]).toEqual({ name: 232 });
  await userEvent.keyboard("{Alt>}{ArrowLeft}{/Alt}");
  expect(onWidths.mock.lastCall?.[0]).toEqual({ name: 216 });
});

it("changes a column's width by dragging its edge", async () => {
  const onWidths = vi.fn<(widths: Readonly<Record<string, number>>) => void>();
  await render(<List onWidths={onWidths} />, { wrapper: Stage });
  const grip = document.querySelector("[data-grip]");
  if (grip === null) throw new Error("no grip");
  const start = grip.getBoundingClientRect().left;
  grip.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, clientX: start, clientY: 5 }));
  fireMouse("mousemove", start + 50);
  fireMouse("mouseup", start + 50);
  await expect.poll(() => onWidths.mock.lastCall?.[0]).toEqual({ name: 250 });
});

it("mirrors its arrows from right to left", async () => {
  await render(<List />, { wrapper: (props) => <Stage {...props} isRtl /> });
  await enter();
  await userEvent.keyboard("{ArrowLeft}");
  expect(focused()).toBe("AF");
  const [name, region] = [
    page.getByRole("rowheader", { name: "Nairobi" }).element(),
    page.getByRole("gridcell", { name: "AF" }).first().element(),
  ].map((cell) => cell.getBoundingClientRect().left);
  expect(name).toBeGreaterThan(region ?? 0);
});

it("says what is missing when it is empty, and keeps its place while loading", async () => {
  const { rerender } = await render(<List rows={[]} />, { wrapper: Stage });
  await expect.element(page.getByText("No posts yet.")).toBeVisible();
  await rerender(<List rows={[]} isLoading />);
  await expect.element(page.getByRole("grid")).toHaveAttribute("aria-busy", "true");
  expect(page.getByText("No posts yet.").elements()).toHaveLength(0);
});
