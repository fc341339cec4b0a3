import { expect, it } from "vitest";
import { render } from "vitest-browser-react";
import { TextProvider } from "./text-provider.tsx";
import { useText } from "./use-text.ts";

function Sample() {
  const { t, has, locale, formatDay, formatList, formatNumber } = useText();
  const year = Temporal.Now.plainDateISO().year;
  return (
    <ul>
      <li>{t("ui.grid.selected", { count: 1 })}</li>
      <li>{t("ui.grid.selected", { count: 1200 })}</li>
      <li>{String([has("ui.choose"), has("enum.nothing.there")])}</li>
      <li>{formatDay(`${String(year)}-01-05`).replace(/^\w+ /, "")}</li>
      <li>{formatList(["Paris", "Rome", "Nairobi"])}</li>
      <li>{formatNumber(1234.5)}</li>
      <li>{locale}</li>
    </ul>
  );
}

const lines = () => [...document.querySelectorAll("li")].map((line) => line.textContent);

it("gives texts, plurals, days and lists, and says the page's language and direction", async () => {
  await render(<Sample />, { wrapper: (props) => <TextProvider {...props} locale="en" /> });
  expect(lines()).toEqual([
    "One row selected",
    "1,200 rows selected",
    "true,false",
    "5 Jan",
    "Paris, Rome, and Nairobi",
    "1,234.5",
    "en",
  ]);
  expect(document.documentElement.lang).toBe("en");
  expect(document.documentElement.dir).toBe("ltr");
});

it("stands in with English for a language it has not got", async () => {
  await render(<Sample />, { wrapper: (props) => <TextProvider {...props} locale="tlh" /> });
  expect(lines()[0]).toBe("One row selected");
  expect(document.documentElement.lang).toBe("en");
});
