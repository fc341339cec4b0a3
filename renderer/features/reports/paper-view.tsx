// A paper as it will be printed: black on white whatever the theme.
import type { ReactNode } from "react";
import type { Block, Cell, Paper, Run, TableBlock } from "#core/report/blocks.ts";
import { cx } from "#ui/lib/classes.ts";
import css from "./paper-view.module.css";

export function PaperView({ paper }: { readonly paper: Paper }): ReactNode {
  return (
    <article className={css["paper"]} lang={paper.language} dir={paper.direction}>
      <p className={css["marking"]}>{paper.marking}</p>
      <header className={css["head"]}>
        <h2 className={css["title"]}>
          <bdi>{paper.title}</bdi>
        </h2>
        <p className={css["subtitle"]}>{paper.subtitle}</p>
        <p className={css["asOf"]}>{paper.asOf}</p>
      </header>
      {paper.blocks.map((block, at) => (
        // Blocks have no identity of their own; the list is made anew as a whole.
        // oxlint-disable-next-line react/no-array-index-key
        <BlockView key={at} block={block} />
      ))}
      <footer className={css["foot"]}>
        <span>{paper.footer}</span>
        <span className={css["marking"]}>{paper.marking}</span>
      </footer>
    </article>
  );
}

function BlockView({ block }: { readonly block: Block }): ReactNode {
  switch (block.kind) {
    case "heading":
      return block.level === 1 ? (
        <h3 className={css["section"]}>{block.text}</h3>
      ) : (
        <h4 className={css["sub"]}>{block.text}</h4>
      );
    case "paragraph":
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      );
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List className={css["list"]}>
          {block.items.map((runs) => (
            <li key={runs.map(({ text }) => text).join("")}>
              <Runs runs={runs} />
            </li>
          ))}
        </List>
      );
    }
    case "figures":
      return (
        <dl className={css["figures"]}>
          {block.items.map((figure) => (
            <div key={figure.label} className={css["figure"]}>
              <dt>{figure.label}</dt>
              <dd className={css["value"]}>{figure.value}</dd>
              <dd className={css["definition"]}>{figure.definition}</dd>
            </div>
          ))}
        </dl>
      );
    case "table":
      return <TableView table={block} />;
    case "quote":
      return (
        <figure className={css["quote"]}>
          <blockquote>
            <bdi>{block.text}</bdi>
          </blockquote>
          <figcaption>{block.source}</figcaption>
        </figure>
      );
    case "facts":
      return (
        <dl className={css["facts"]}>
          {block.items.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      );
  }
}

function Runs({ runs }: { readonly runs: readonly Run[] }): ReactNode {
  return runs.map(({ text, weight }) => (
    <span key={`${weight}${text}`} className={weight === "plain" ? undefined : cx(css[weight])}>
      {text}
    </span>
  ));
}

function TableView({ table }: { readonly table: TableBlock }): ReactNode {
  const sum = table.columns.reduce((total, { width }) => total + width, 0);
  return (
    <div className={css["tableBox"]} role="group" aria-label={table.caption}>
      <table className={css["table"]}>
        <caption>{table.caption}</caption>
        <colgroup>
          {table.columns.map(({ heading, width }) => (
            <col key={heading} style={{ inlineSize: `${(100 * width) / sum}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {table.columns.map(({ heading, align }) => (
              <th key={heading} scope="col" className={cx(align === "end" && css["end"])}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.length === 0 ? (
            <tr>
              <td colSpan={table.columns.length}>{table.empty}</td>
            </tr>
          ) : (
            table.rows.map((row, at) => (
              // A row of a report may repeat another word for word.
              // oxlint-disable-next-line react/no-array-index-key
              <TableRow key={at} row={row} table={table} />
            ))
          )}
        </tbody>
      </table>
    </div>
  );
}

function TableRow({ row, table }: { readonly row: readonly Cell[]; readonly table: TableBlock }): ReactNode {
  return (
    <tr>
      {row.map(({ text, tone }, at) => (
        <td
          key={table.columns[at]?.heading ?? at}
          className={cx(table.columns[at]?.align === "end" && css["end"], tone !== "plain" && css[tone])}
        >
          <bdi>{text}</bdi>
        </td>
      ))}
    </tr>
  );
}
