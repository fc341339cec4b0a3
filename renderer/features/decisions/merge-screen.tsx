// Two records side by side: which value stands in each field, what moves along, merged as one write or taken apart again.
import { type ReactNode, useState } from "react";
import { z } from "zod";
import { entities } from "#core/model/index.ts";
import { mergeFields, type Take } from "#core/rules/merge.ts";
import { mergeableTables } from "#core/rules/merged.ts";
import { merge, mergeFile, type MergeFile, saySeparate, unmerge } from "#data/duplicates.ts";
import { useLive, useSession } from "#data/use-live.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { useFocusFound } from "#ui/lib/use-focus-found.ts";
import { useToast } from "#ui/overlays/toast.tsx";
import { defineScreen, type ScreenProps, useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useFailureText } from "../parts/failure-text.ts";
import { Ready } from "../parts/ready.tsx";
import { useCommand } from "../parts/use-command.ts";
import css from "./decisions-screen.module.css";
import { MergeTable } from "./merge-table.tsx";

const search = z.object({});
type Props = ScreenProps<"/duplicates/$table/$keptId/$otherId", z.infer<typeof search>>;

function MergeScreen({ params: { table, keptId, otherId } }: Props): ReactNode {
  const { t } = useText();
  const known = mergeableTables.find((name) => name === table);
  const live = useLive(
    async (view) => (known ? mergeFile(known, keptId, otherId)(view) : undefined),
    [table, keptId, otherId],
  );
  return (
    <div className={css["screen"]}>
      <Ready live={live}>
        {(file) =>
          file ? (
            <Merge file={file} />
          ) : (
            <EmptyState actions={<Link to={links.duplicates()}>{t("duplicates.open")}</Link>}>
              {t("merge.gone")}
            </EmptyState>
          )
        }
      </Ready>
    </div>
  );
}

function Merge({ file }: { readonly file: MergeFile }): ReactNode {
  const { t } = useText();
  const { kept, other, isMerged, postNames } = file;
  const post = "postId" in kept ? postNames.get(kept.postId ?? "") : undefined;
  const isOtherOffice = kept.scope !== other.scope;
  const place = useFocusFound<HTMLDivElement>(isMerged);
  return (
    <>
      <PageHeader
        eyebrow={
          <Link to={links.duplicates()} tone="plain">
            {t("duplicates.title")}
          </Link>
        }
        title={t(isMerged ? "merge.titleMerged" : "merge.title", { kept: kept.name, other: other.name })}
        meta={t(isMerged ? "merge.isMerged" : "merge.what", { kept: kept.name })}
      />
      <div ref={place} tabIndex={-1} className={css["body"]}>
        {!isMerged && isOtherOffice && (
          <Callout tone="warning">{t("merge.seenBy", { post: post ?? t("merge.keptOffice") })}</Callout>
        )}
        {/* Choices belong to one pair, and begin anew where the two change sides. */}
        {isMerged ? <Apart file={file} /> : <Choose key={kept.id} file={file} />}
      </div>
    </>
  );
}

function Choose({ file }: { readonly file: MergeFile }): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const run = useCommand();
  const { table, kept, other } = file;
  const fields = mergeFields(entities[table], valuesIn(kept), valuesIn(other));
  const [chosen, setChosen] = useState<Readonly<Record<string, Take>>>({});
  const takes = Object.fromEntries(fields.map(({ name, start }) => [name, chosen[name] ?? start]));
  const mergeThem = async () => {
    const said = t("merge.done", { kept: kept.name, other: other.name });
    if (!(await run(merge(table, kept, other, takes), said))) return;
    navigate(table === "counterparts" ? links.counterpart(kept.id) : links.duplicates());
  };
  const keepApart = async () => {
    if (await run(saySeparate(table, [kept, other]), t("duplicates.separated"))) navigate(links.duplicates());
  };
  return (
    <>
      <MergeTable
        file={file}
        fields={fields}
        takes={takes}
        onTake={(name, take) => setChosen({ ...chosen, [name]: take })}
      />
      <Moves file={file} />
      <div className={css["foot"]}>
        <Button tone="primary" onPress={() => void mergeThem()}>
          {t("merge.merge")}
        </Button>
        <Button onPress={() => navigate(links.merge(table, other.id, kept.id), { replace: true })}>
          {t("merge.swap")}
        </Button>
        <Button onPress={() => void keepApart()}>{t(`duplicates.separate.${table}`)}</Button>
      </div>
    </>
  );
}

function Apart({ file }: { readonly file: MergeFile }): ReactNode {
  const { t } = useText();
  const session = useSession();
  const toast = useToast();
  const failureText = useFailureText();
  const { table, kept, other } = file;
  const takeApart = async () => {
    const written = await unmerge(session, table, other.id);
    if (written.ok) toast.show({ text: t("merge.apart", { other: other.name }), tone: "success" });
    else toast.show({ text: failureText(written), tone: "danger" });
  };
  return (
    <>
      <MergeTable file={file} fields={mergeFields(entities[table], valuesIn(kept), valuesIn(other))} />
      <Moves file={file} />
      <p className={css["muted"]}>{t("merge.apart.what")}</p>
      <div className={css["foot"]}>
        <Button onPress={() => void takeApart()}>{t("merge.takeApart")}</Button>
      </div>
    </>
  );
}

/** Everything that names the other record, and so comes to show the kept one. */
function Moves({ file: { moves, kept, isMerged } }: { readonly file: MergeFile }): ReactNode {
  const { t, formatList } = useText();
  return (
    <section className={css["moves"]}>
      <h2 className={css["title"]}>{t(isMerged ? "merge.moved" : "merge.moves", { kept: kept.name })}</h2>
      {moves.length === 0 && <p className={css["muted"]}>{t("merge.movesNothing")}</p>}
      <ul className={css["edits"]}>
        {moves.map(({ table, count, titles }) => (
          <li key={table}>
            {t("merge.moves.of", { table: t(`table.${table}`), count })}{" "}
            <bdi className={css["muted"]}>
              {formatList([
                ...titles,
                ...(count > titles.length ? [t("merge.moves.more", { count: count - titles.length })] : []),
              ])}
            </bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

function valuesIn(row: MergeFile["kept"]): Readonly<Record<string, unknown>> {
  return row as unknown as Readonly<Record<string, unknown>>;
}

export const mergeScreen = defineScreen({
  path: "/duplicates/$table/$keptId/$otherId",
  search,
  component: MergeScreen,
});
