import { useState, type ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { render } from "vitest-browser-react";
import { IntlProvider } from "react-intl";
import { page, userEvent } from "vitest/browser";
import english from "#locales/en.json";
import { Stage } from "../testing/stage.tsx";
import { Checkbox } from "./checkbox.tsx";
import { ComboBox } from "./combo-box.tsx";
import { DateField } from "./date-field.tsx";
import { FileDrop, type DroppedFile } from "./file-drop.tsx";
import { FormErrors } from "./form-errors.tsx";
import { MultiComboBox } from "./multi-combo-box.tsx";
import { NumberField } from "./number-field.tsx";
import { RadioGroup } from "./radio-group.tsx";
import { SearchField } from "./search-field.tsx";
import { Select } from "./select.tsx";
import { TagList } from "./tag-list.tsx";
import { TextArea } from "./text-area.tsx";
import { TextField } from "./text-field.tsx";
import { TimeField } from "./time-field.tsx";
import { ToggleButtonGroup } from "./toggle-button-group.tsx";

const cities = [
  { id: "nbo", label: "Nairobi", detail: "Kenya" },
  { id: "par", label: "Paris", detail: "France" },
  { id: "rom", label: "Rome", detail: "Italy" },
] as const;
type City = (typeof cities)[number]["id"];

/** Holds the value a control is given, and shows it. */
function Held<T>(props: {
  readonly start: T;
  readonly children: (value: T, set: (value: T) => void) => ReactNode;
}) {
  const [value, setValue] = useState(props.start);
  return (
    <>
      {props.children(value, setValue)}
      <output>{JSON.stringify(value)}</output>
    </>
  );
}

const held = () => document.querySelector("output")?.textContent;

function nothing(): void {}

it("a choice far down a pane, reached by the keyboard, scrolls the pane and not the window", async () => {
  const filler = <div style={{ blockSize: 3000 }} />;
  await render(
    <div style={{ blockSize: 300, overflow: "auto" }} data-testid="pane">
      {filler}
      <Checkbox isSelected={false} onChange={nothing}>
        Agreed
      </Checkbox>
      {filler}
      <RadioGroup label="City" options={cities} value={null} onChange={nothing} />
    </div>,
    { wrapper: Stage },
  );
  for (const [words, type] of Object.entries({ Agreed: "checkbox", Nairobi: "radio" })) {
    page.getByTestId("pane").element().scrollTop = 0;
    document.querySelector<HTMLElement>(`[type=${type}]`)?.focus();
    await expect.element(page.getByText(words)).toBeInViewport();
    expect(document.scrollingElement?.scrollTop).toBe(0);
  }
});

it("lets nothing that is typed leave by a spelling service, a form store or a translator", async () => {
  await render(
    <>
      <TextField label="a" value="" onChange={nothing} />
      <TextArea label="b" value="" onChange={nothing} />
      <NumberField label="c" value={1} onChange={nothing} />
      <SearchField label="d" value="" onChange={nothing} />
      <ComboBox label="e" options={cities} value={null} onChange={nothing} />
      <TagList label="f" value={[]} onChange={nothing} />
    </>,
    { wrapper: Stage },
  );
  const inputs = [...document.querySelectorAll("input:not([type=hidden]),textarea")];
  expect(inputs).toHaveLength(6);
  for (const input of inputs) {
    expect(input.getAttribute("spellcheck")).toBe("false");
    expect(input.getAttribute("autocomplete")).toBe("off");
    expect(input.getAttribute("translate")).toBe("no");
  }
});

function fields(attempt: number) {
  return (
    <>
      <FormErrors
        attempt={attempt}
        errors={
          attempt === 0
            ? []
            : [
                { field: "city", text: "Choose a city." },
                { field: "day", text: "Choose the day." },
              ]
        }
      />
      <TextField label="Name" name="name" value="" onChange={nothing} />
      <Select label="City" name="city" options={cities} value={null} onChange={nothing} />
      <DateField label="Day" name="day" value={null} onChange={nothing} />
    </>
  );
}

describe("a field", () => {
  it("is named by its label, described by hint and problem, and marked", async () => {
    await render(
      <TextField label="Place" hint="Where it was held" error="Say where." value="" onChange={nothing} />,
      { wrapper: Stage },
    );
    const field = page.getByRole("textbox", { name: "Place" });
    await expect.element(field).toHaveAccessibleDescription(/Where it was held/);
    await expect.element(field).toHaveAccessibleDescription(/Say where\./);
    await expect.element(field).toHaveAttribute("aria-invalid", "true");
  });

  it("is found by the summary's link, which takes the focus at each failed try", async () => {
    const { rerender } = await render(fields(0), { wrapper: Stage });
    expect(page.getByRole("alert").elements()).toHaveLength(0);
    await rerender(fields(1));
    await expect.element(page.getByRole("alert")).toHaveFocus();
    await expect.element(page.getByRole("alert")).toHaveTextContent("2 fields need another look");
    await userEvent.click(page.getByRole("button", { name: "Choose a city." }));
    await expect.element(page.getByRole("button", { name: /City/ })).toHaveFocus();
    await userEvent.click(page.getByRole("button", { name: "Choose the day." }));
    await expect.element(page.getByRole("spinbutton", { name: /^day/ })).toHaveFocus();
  });
});

it("chooses one of a few", async () => {
  await render(
    <Held<City | null> start={null}>
      {(value, set) => <Select label="City" options={cities} value={value} onChange={set} />}
    </Held>,
    { wrapper: Stage },
  );
  await userEvent.click(page.getByRole("button", { name: /City/ }));
  await userEvent.click(page.getByRole("option", { name: "Paris" }));
  expect(held()).toBe('"par"');
  await expect.element(page.getByRole("button", { name: /City/ })).toHaveTextContent("Paris");
});

function drawCombo(onCreate?: (text: string) => void) {
  return render(
    <Held<City | null> start="nbo">
      {(value, set) => (
        <ComboBox label="City" options={cities} value={value} onChange={set} onCreate={onCreate} />
      )}
    </Held>,
    { wrapper: Stage },
  );
}

const cityInput = () => page.getByRole("combobox", { name: "City" });

describe("a combo box", () => {
  it("finds by label or detail, and takes the first by key", async () => {
    await drawCombo();
    await userEvent.fill(cityInput(), "ital");
    await expect.element(page.getByRole("option", { name: "Rome" })).toBeVisible();
    await userEvent.keyboard("{ArrowDown}{Enter}");
    expect(held()).toBe('"rom"');
    await expect.element(cityInput()).toHaveValue("Rome");
  });

  it("goes back to what was chosen when it is left half typed", async () => {
    await drawCombo();
    await userEvent.fill(cityInput(), "Par");
    await userEvent.keyboard("{Tab}");
    await expect.element(cityInput()).toHaveValue("Nairobi");
    expect(held()).toBe('"nbo"');
  });

  it("is empty when its text is taken out", async () => {
    await drawCombo();
    await userEvent.clear(cityInput());
    await userEvent.keyboard("{Tab}");
    expect(held()).toBe("null");
    await expect.element(cityInput()).toHaveValue("");
  });

  it("says that nothing matches, or offers to create it", async () => {
    const onCreate = vi.fn<(text: string) => void>();
    await drawCombo(onCreate);
    await userEvent.fill(cityInput(), "Lima");
    await userEvent.click(page.getByRole("option", { name: "Add “Lima”" }));
    expect(onCreate).toHaveBeenCalledWith("Lima");
  });
});

it("gathers several from a list and lets them go again", async () => {
  await render(
    <Held<readonly City[]> start={["nbo"]}>
      {(value, set) => <MultiComboBox label="Posts" options={cities} value={value} onChange={set} />}
    </Held>,
    { wrapper: Stage },
  );
  await userEvent.fill(page.getByRole("combobox", { name: "Posts" }), "Rom");
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(held()).toBe('["nbo","rom"]');
  await userEvent.click(page.getByRole("button", { name: "Remove Nairobi" }));
  expect(held()).toBe('["rom"]');
});

it("takes words by Enter, by a pasted list, and what is left in the field", async () => {
  await render(
    <Held<readonly string[]> start={[]}>
      {(value, set) => <TagList label="Tags" value={value} onChange={set} />}
    </Held>,
    { wrapper: Stage },
  );
  const input = page.getByRole("textbox", { name: "Tags" });
  await userEvent.click(input);
  await userEvent.keyboard("ETTC{Enter}");
  await userEvent.fill(input, "TSPL, ECON");
  await userEvent.click(input);
  await userEvent.keyboard("CH{Tab}");
  expect(held()).toBe('["ETTC","TSPL","ECON","CH"]');
  await userEvent.click(input);
  await userEvent.keyboard("{Backspace}");
  expect(held()).toBe('["ETTC","TSPL","ECON"]');
});

describe("days and times", () => {
  it("types a day and writes its weekday beside it", async () => {
    await render(
      <Held<string | null> start={null}>
        {(value, set) => <DateField label="Held on" value={value} onChange={set} />}
      </Held>,
      { wrapper: Stage },
    );
    await userEvent.click(page.getByRole("spinbutton", { name: /^day/ }));
    await userEvent.keyboard("26112027");
    expect(held()).toBe('"2027-11-26"');
    await expect.element(page.getByText("Fri 26 Nov 2027")).toBeVisible();
  });

  it("chooses a day in the calendar", async () => {
    await render(
      <Held<string | null> start="2026-11-26">
        {(value, set) => <DateField label="Held on" value={value} onChange={set} />}
      </Held>,
      { wrapper: Stage },
    );
    await userEvent.click(page.getByRole("button", { name: /Open calendar/ }));
    await userEvent.click(page.getByRole("button", { name: /12 November 2026/ }));
    expect(held()).toBe('"2026-11-12"');
  });

  it("types a time on a 24-hour clock", async () => {
    await render(
      <Held<string | null> start={null}>
        {(value, set) => <TimeField label="At" value={value} onChange={set} />}
      </Held>,
      { wrapper: Stage },
    );
    await userEvent.click(page.getByRole("spinbutton", { name: /^hour/ }));
    await userEvent.keyboard("1705");
    expect(held()).toBe('"17:05"');
  });
});

it("keeps hours before minutes from left to right in Arabic", async () => {
  await render(
    <IntlProvider locale="ar" messages={english}>
      <TimeField label="At" value="17:05" onChange={nothing} />
    </IntlProvider>,
    { wrapper: (props) => <Stage {...props} isRtl /> },
  );
  const [hours, minutes] = page
    .getByRole("spinbutton")
    .elements()
    .map((segment) => segment.getBoundingClientRect().left);
  expect(hours).toBeLessThan(minutes ?? 0);
});

it("chooses by its keys while the focus is within, and lets other keys through", async () => {
  const heard = vi.fn<(key: string) => void>();
  await render(
    // Stands for the screen that hears keys from inside of it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={(event) => heard(event.key)}>
      <Held<string | null> start={null}>
        {(value, set) => (
          <ToggleButtonGroup
            label="Outcome"
            options={[
              { id: "delivered", label: "Delivered", keys: "1" },
              { id: "not", label: "Not", keys: "3" },
            ]}
            value={value}
            onChange={set}
          />
        )}
      </Held>
    </div>,
    { wrapper: Stage },
  );
  await userEvent.keyboard("{Tab}3");
  expect(held()).toBe('"not"');
  expect(heard).not.toHaveBeenCalledWith("3");
  await userEvent.keyboard("n");
  expect(heard).toHaveBeenCalledWith("n");
});

async function drawFileDrop() {
  const onFiles = vi.fn<(files: readonly DroppedFile[]) => void>();
  await render(<FileDrop label="Cable file" kinds={[".txt"]} onFiles={onFiles} />, { wrapper: Stage });
  return onFiles;
}

function choose(name: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  if (input === null) throw new Error("no file input");
  return userEvent.upload(input, new File(["BT"], name));
}

describe("a place for files", () => {
  it("hands on name and bytes", async () => {
    const onFiles = await drawFileDrop();
    await choose("cable.TXT");
    await expect
      .poll(() => onFiles.mock.lastCall?.[0].map((file) => [file.name, [...file.bytes]]))
      .toEqual([["cable.TXT", [66, 84]]]);
  });

  it("refuses none for its name: what a file is its bytes say", async () => {
    const onFiles = await drawFileDrop();
    await choose("cable.dat");
    await expect.poll(() => onFiles.mock.lastCall?.[0].map((file) => file.name)).toEqual(["cable.dat"]);
  });

  it("keeps the focus while a file is read, and asks for no other", async () => {
    const onChoose = vi.fn<() => void>();
    const place = (isPending: boolean) => (
      <FileDrop label="Cable file" onFiles={() => undefined} onChoose={onChoose} isPending={isPending} />
    );
    const { rerender } = await render(place(false), { wrapper: Stage });
    await userEvent.keyboard("{Tab}{Tab}{Enter}");
    expect(onChoose).toHaveBeenCalledOnce();
    await rerender(place(true));
    await userEvent.keyboard("{Enter}");
    expect(onChoose).toHaveBeenCalledOnce();
    await rerender(place(false));
    await expect.element(page.getByRole("button", { name: "Choose a file" })).toHaveFocus();
  });
});
