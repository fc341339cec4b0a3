// Full-text search: hits by kind, best first.
import { type ReactNode } from "react";
import { z } from "zod";
import type { TableName } from "#core/model/tables.ts";
import { useLive } from "#data/use-live.tsx";
import type { Hit } from "#data/view/view.ts";
import { Link } from "#ui/controls/link.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { defineScreen, type ScreenProps } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { Ready } from "../parts/ready.tsx";
import { recordLink } from "../parts/record-link.ts";
import css from "./search-screen.module.css";

interface Found extends Hit {
  readonly to: string;
}

const limit = 100;

function SearchScreen({ search: { text } }: ScreenProps<"/search", { text: string }>): ReactNode {
  const { t } = useText();
  const live = useLive(
    async (view) => {
      const hits = text.trim() === "" ? [] : await view.find(text, limit);
      const links = await Promise.all(hits.map(({ table, id }) => recordLink(view, table, id)));
      return hits.flatMap((hit, at): Found[] => {
        const to = links[at];
        return to ? [{ ...hit, to }] : [];
      });
    },
    [text],
  );
  return (
    <div className={css["screen"]}>
      <PageHeader title={t("search.title")} meta={text ? t("search.for", { text }) : undefined} />
      <Ready live={live}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState>{t(text ? "search.nothing" : "search.start", { text })}</EmptyState>
          ) : (
            <Groups found={found} />
          )
        }
      </Ready>
    </div>
  );
}

function Groups({ found }: { readonly found: readonly Found[] }): ReactNode {
  const { t } = useText();
  const groups = Map.groupBy(found, ({ table }): TableName => table);
  return (
    <div className={css["groups"]}>
      {[...groups].map(([table, hits]) => (
        <section key={table} aria-label={t(`table.${table}`)}>
          <h2 className={css["kind"]}>
            {t(`table.${table}`)} <span className={css["count"]}>{hits.length}</span>
          </h2>
          <ul>
            {hits.map((hit) => (
              <li key={hit.id} className={css["hit"]}>
                <Link to={hit.to} tone="plain">
                  <bdi>{hit.title}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

export const searchScreen = defineScreen({
  path: "/search",
  search: z.object({ text: z.string().default("") }),
  component: SearchScreen,
});
