// Who this office exchanges pouches with, what each of them lacks, and everything that left and came.
import { type ReactNode, useState } from "react";
import { z } from "zod";
import { allOffices } from "#data/pouch/offices.ts";
import { pouchLedger } from "#data/pouch/ledger.ts";
import { lackingBy } from "#data/pouch/seal.ts";
import { useLive, useSession } from "#data/use-live.tsx";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { DataGrid } from "#ui/data-grid/data-grid.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { Tabs } from "#ui/layout/tabs.tsx";
import { defineScreen, type ScreenProps, useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { Ready } from "../parts/ready.tsx";
import { SelectionBar } from "../parts/selection-bar.tsx";
import { sortOf, sortText } from "../parts/sort-search.ts";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import { IntroduceDialog } from "./introduce-dialog.tsx";
import { Forks } from "./forks.tsx";
import { Ledger } from "./ledger.tsx";
import { useOfficeColumns } from "./office-columns.tsx";
import { OfficeDrawer } from "./office-drawer.tsx";
import css from "./pouches-screen.module.css";
import { SendDialog } from "./send-dialog.tsx";
import { SendManyDialog } from "./send-many-dialog.tsx";

const searchSchema = z.object({
  tab: z.enum(["offices", "ledger"]).catch("offices"),
  office: z.string().catch(""),
  sort: z.string().catch("office"),
});
type Props = ScreenProps<"/pouches", z.infer<typeof searchSchema>>;

function PouchesScreen(props: Props): ReactNode {
  const { t } = useText();
  const { workspace } = useSession();
  return (
    <div className={css["screen"]}>
      {workspace.unsealed ? (
        <>
          <PageHeader title={t("pouches.title")} />
          <div className={css["said"]}>
            <Callout
              tone="info"
              title={t("pouches.unsealed")}
              actions={workspace.kind === "work" && <Link to={links.settings()}>{t("pouches.protect")}</Link>}
            >
              {t(workspace.kind === "sample" ? "pouches.unsealed.sample" : "pouches.unsealed.work")}
            </Callout>
          </div>
        </>
      ) : (
        <Pouches {...props} />
      )}
    </div>
  );
}

function Pouches(props: Props): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const { search, setSearch } = props;
  const [isIntroducing, setIntroducing] = useState(false);
  const ledger = useLive(pouchLedger, []);
  const receive = () => navigate(links.receivePouch());
  useCommands([
    { id: "pouches.receive", labelKey: "pouches.receive", keys: "i", run: receive },
    { id: "pouches.introduce", labelKey: "pouches.introduce", keys: "n", run: () => setIntroducing(true) },
  ]);
  const all = ledger.state === "ready" ? ledger.value : [];
  const waits = all.some(({ state }) => state === "waiting" || state === "forked");
  return (
    <>
      <PageHeader
        title={t("pouches.title")}
        actions={
          <>
            <Button keys="n" onPress={() => setIntroducing(true)}>
              {t("pouches.introduce")}
            </Button>
            <Button tone="primary" keys="i" onPress={receive}>
              {t("pouches.receive")}
            </Button>
          </>
        }
      />
      <Forks />
      <Tabs
        label={t("pouches.title")}
        selected={search.tab}
        onSelect={(tab) => setSearch({ tab, office: "" })}
        tabs={[
          { id: "offices" as const, label: t("pouches.offices") },
          {
            id: "ledger" as const,
            label: t("pouches.ledger"),
            count: all.length,
            countTone: waits ? ("warning" as const) : undefined,
          },
        ]}
      >
        {search.tab === "offices" ? (
          <Offices {...props} />
        ) : (
          <Ready live={ledger}>{(pouches) => <Ledger pouches={pouches} />}</Ready>
        )}
      </Tabs>
      {isIntroducing && <IntroduceDialog onClose={() => setIntroducing(false)} />}
    </>
  );
}

const nobody: ReadonlySet<string> = new Set();

function Offices({ search, setSearch }: Props): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const session = useSession();
  const live = useLive(async (view) => {
    const [offices, posts] = await Promise.all([allOffices(view), view.page("posts", {})]);
    return { offices: await lackingBy(session, view, offices), posts: posts.rows };
  }, []);
  const columns = useOfficeColumns(live.state === "ready" ? live.value.posts : []);
  const [sendingTo, setSendingTo] = useState<string | null>(null);
  const [selected, setSelected] = useState(nobody);
  const [isSendingMany, setSendingMany] = useState(false);
  const place = useFocusKept(Number(selected.size > 0));
  return (
    <Ready live={live}>
      {({ offices, posts }) => {
        const open = offices.find(({ office }) => office.id === search.office) ?? null;
        const chosen = offices.filter(
          ({ office }) => selected.has(office.id) && office.standing === "trusted",
        );
        const sending = offices.find(({ office }) => office.id === sendingTo) ?? null;
        return (
          <>
            <div ref={place} className={css["place"]}>
              <DataGrid
                label={t("pouches.offices")}
                rows={offices}
                rowKey={({ office }) => office.id}
                columns={columns}
                sort={sortOf(search.sort)}
                onSortChange={(sort) => setSearch({ sort: sortText(sort) })}
                selected={selected}
                onSelectedChange={setSelected}
                onOpen={({ office }) => setSearch({ office: office.id })}
                currentKey={search.office === "" ? null : search.office}
                empty={
                  <EmptyState
                    actions={
                      <Button onPress={() => navigate(links.receivePouch())}>{t("pouches.receive")}</Button>
                    }
                  >
                    {t("pouches.none")}
                  </EmptyState>
                }
              />
            </div>
            {chosen.length > 0 && (
              <SelectionBar
                label={t("pouches.bulk")}
                count={chosen.length}
                onClear={() => setSelected(nobody)}
              >
                <Button size="small" onPress={() => setSendingMany(true)}>
                  {t("pouches.bulk.send")}
                </Button>
              </SelectionBar>
            )}
            {isSendingMany && <SendManyDialog lines={chosen} onClose={() => setSendingMany(false)} />}
            {open && (
              <OfficeDrawer
                line={open}
                posts={posts}
                onSend={() => setSendingTo(open.office.id)}
                onClose={() => setSearch({ office: "" })}
              />
            )}
            {sending && <SendDialog office={sending.office} onClose={() => setSendingTo(null)} />}
          </>
        );
      }}
    </Ready>
  );
}

export const pouchesScreen = defineScreen({
  path: "/pouches",
  search: searchSchema,
  component: PouchesScreen,
});
