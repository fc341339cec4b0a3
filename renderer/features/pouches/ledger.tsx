// Everything that left and came, newest first; what waits can be opened again.
import { type ReactNode, useMemo, useState } from "react";
import type { Pouch } from "#core/model/pouch.ts";
import { forkedLogsOf } from "#data/pouch/ledger.ts";
import { allOffices } from "#data/pouch/offices.ts";
import { useLive } from "#data/use-live.tsx";
import type { GridColumn, GridSort } from "#ui/data-grid/column.ts";
import { DataGrid } from "#ui/data-grid/data-grid.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { type Shape, StateMark } from "#ui/display/state-mark.tsx";
import type { Tone } from "#ui/display/tone.ts";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useWorkspace } from "../parts/workspace.tsx";

const looks: Readonly<Record<Pouch["state"], { readonly shape: Shape; readonly tone: Tone }>> = {
  sent: { shape: "circle", tone: "neutral" },
  merged: { shape: "check", tone: "success" },
  waiting: { shape: "pause", tone: "warning" },
  forked: { shape: "triangle", tone: "danger" },
  settled: { shape: "dash", tone: "neutral" },
};

export function Ledger({ pouches }: { readonly pouches: readonly Pouch[] }): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const [sort, setSort] = useState<GridSort | null>(null);
  const columns = useLedgerColumns();
  return (
    <DataGrid
      label={t("pouches.ledger")}
      rows={pouches}
      rowKey={({ id }) => id}
      columns={columns}
      sort={sort}
      onSortChange={setSort}
      onOpen={(pouch) => {
        const [log] = pouch.state === "forked" ? forkedLogsOf(pouch) : [];
        if (log !== undefined) navigate(links.settleHistories(log));
        else if (pouch.kept !== "") navigate(links.receivePouch({ waiting: pouch.id }));
      }}
      empty={<EmptyState>{t("pouches.ledger.none")}</EmptyState>}
    />
  );
}

function useLedgerColumns(): readonly GridColumn<Pouch>[] {
  const { t, formatInstant, formatNumber } = useText();
  const zone = useWorkspace().settings.capitalTimeZone;
  const live = useLive(allOffices, []);
  return useMemo(() => {
    const names = new Map(live.state === "ready" ? live.value.map(({ id, office }) => [id, office]) : []);
    const nameOf = ({ officeId }: Pouch) =>
      officeId === null ? t("pouches.ledger.introduction") : (names.get(officeId) ?? t("value.unknown"));
    return [
      {
        id: "when",
        heading: t("pouches.ledger.when"),
        value: ({ createdAt }) => createdAt,
        text: ({ createdAt }) => formatInstant(createdAt, zone),
        cell: ({ createdAt }) => formatInstant(createdAt, zone),
        width: 168,
      },
      {
        id: "state",
        heading: t("pouches.ledger.state"),
        value: ({ state }) => t(`pouches.state.${state}`),
        cell: ({ state }) => (
          <StateMark
            {...looks[state]}
            label={t(`pouches.state.${state}`)}
            title={t(`pouches.state.${state}.means`)}
            isPlain
          />
        ),
        width: 176,
      },
      {
        id: "office",
        heading: t("pouches.column.office"),
        value: nameOf,
        cell: (pouch) => <bdi>{nameOf(pouch)}</bdi>,
        grows: true,
        width: 200,
      },
      {
        id: "number",
        heading: t("pouches.ledger.number"),
        value: ({ number }) => number,
        align: "end",
        width: 64,
      },
      {
        id: "entries",
        heading: t("pouches.ledger.entries"),
        value: ({ entries }) => entries,
        text: ({ entries }) => formatNumber(entries),
        align: "end",
        width: 88,
      },
      {
        id: "records",
        heading: t("pouches.ledger.records"),
        title: t("pouches.ledger.records.means"),
        value: ({ state, records }) => (state === "sent" ? null : records),
        align: "end",
        width: 88,
      },
      {
        id: "file",
        heading: t("pouches.ledger.file"),
        value: ({ fileName }) => fileName,
        cell: ({ fileName }) => <bdi>{fileName}</bdi>,
        width: 220,
      },
    ];
  }, [live, t, formatInstant, formatNumber, zone]);
}
