// The points of the instruction in the order they are to be made. Alt with an arrow moves one; Enter opens it.
import { ArrowDown, ArrowUp, Ellipsis } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { type CurrentPoint, postsThatMade, withdrawnPoints } from "#core/rules/current-points.ts";
import { changePoint, orderPoints } from "#data/talking-points.ts";
import { useCommands, useKeyHints } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { IconButton } from "#ui/controls/icon-button.tsx";
import { MenuButton } from "#ui/controls/menu-button.tsx";
import { Badge } from "#ui/display/badge.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { cx } from "#ui/lib/classes.ts";
import { Section } from "#ui/layout/section.tsx";
import { Toolbar } from "#ui/layout/toolbar.tsx";
import { useText } from "#ui/text/use-text.ts";
import { ConflictBadge } from "../parts/conflict-badge.tsx";
import { useEnumText } from "../parts/enum-text.ts";
import { MarkingBadge } from "../parts/marking-badge.tsx";
import { useCommand } from "../parts/use-command.ts";
import { useTrash } from "../parts/use-trash.tsx";
import type { CaseView } from "./case-view.ts";
import type { TabProps } from "./directive-search.ts";
import { PointDrawer } from "./point-drawer.tsx";
import { pointName } from "./point-name.ts";
import css from "./points-tab.module.css";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

const newPoint = "new";

export function PointsTab({ view, search, setSearch }: TabProps) {
  const { t } = useText();
  const run = useCommand();
  const trash = useTrash();
  const list = useRef<HTMLOListElement>(null);
  const [withdrawing, setWithdrawing] = useState<string | null>(null);
  const { points } = view;
  const open = (id: string) => setSearch({ point: id });
  const move = async (at: number, by: 1 | -1) => {
    const to = at + by;
    const [moved] = points.slice(at, at + 1);
    if (moved === undefined || to < 0 || to >= points.length) return;
    const next = points.filter((entry) => entry !== moved);
    next.splice(to, 0, moved);
    await run(orderPoints(next.map(({ point }) => point)), t("directive.points.moved", { place: to + 1 }));
    list.current?.querySelector<HTMLElement>(`[data-point="${CSS.escape(moved.point.id)}"]`)?.focus();
  };
  useCommands([
    { id: "directive.points.add", labelKey: "directive.points.add", keys: "n", run: () => open(newPoint) },
  ]);
  useKeyHints([
    {
      id: "directive.points.move",
      labelKey: "directive.points.move",
      keys: "Alt+ArrowUp Alt+ArrowDown",
      groupKey: "ui.keys.here",
    },
  ]);
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    void move(at, event.key === "ArrowUp" ? -1 : 1);
  };
  const act = (id: string, { point }: CurrentPoint) => {
    if (id === "edit") open(point.id);
    else if (id === "withdraw") setWithdrawing(point.id);
    else void trash.move({ table: "talkingPoints", id: point.id }, pointName(point));
  };
  const current = points.find(({ point }) => point.id === search.point);
  const withdrawn = withdrawnPoints(view.file.directive.id, view.file.points);
  const withdraws = points.find(({ point }) => point.id === withdrawing);
  return (
    <div className={css["tab"]}>
      {points.length === 0 ? (
        <EmptyState
          actions={
            <Button tone="primary" onPress={() => open(newPoint)}>
              {t("directive.points.add")}
            </Button>
          }
        >
          {t("directive.points.empty")}
        </EmptyState>
      ) : (
        <>
          <Toolbar
            label={t("directive.points.title")}
            end={
              <Button keys="n" onPress={() => open(newPoint)}>
                {t("directive.points.add")}
              </Button>
            }
          >
            <span className={css["hint"]}>{t("directive.points.hint")}</span>
          </Toolbar>
          <ol ref={list} className={css["points"]} aria-label={t("directive.points.title")}>
            {points.map((entry, at) => (
              <li
                key={entry.point.id}
                className={cx(css["point"], entry.point.id === search.point && css["current"])}
              >
                <PointRow
                  view={view}
                  entry={entry}
                  onOpen={() => open(entry.point.id)}
                  onKeyDown={(event) => onKeyDown(event, at)}
                />
                <span className={css["tools"]}>
                  <IconButton
                    size="small"
                    label={t("directive.points.up", { point: pointName(entry.point) })}
                    keys="Alt+ArrowUp"
                    icon={<ArrowUp aria-hidden />}
                    isDisabled={at === 0}
                    onPress={() => void move(at, -1)}
                  />
                  <IconButton
                    size="small"
                    label={t("directive.points.down", { point: pointName(entry.point) })}
                    keys="Alt+ArrowDown"
                    icon={<ArrowDown aria-hidden />}
                    isDisabled={at === points.length - 1}
                    onPress={() => void move(at, 1)}
                  />
                  <MenuButton
                    size="small"
                    label={t("directive.points.more", { point: pointName(entry.point) })}
                    icon={<Ellipsis aria-hidden />}
                    actions={[
                      { id: "edit", label: t("directive.points.edit") },
                      {
                        id: "withdraw",
                        label: t("directive.points.withdraw"),
                        isDanger: true,
                        startsGroup: true,
                      },
                      { id: "trash", label: t("trash.move"), isDanger: true },
                    ]}
                    onAction={(id) => act(id, entry)}
                  />
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      {withdrawn.length > 0 && (
        <div className={css["withdrawn"]}>
          <Section title={t("directive.points.withdrawn", { count: withdrawn.length })} level={3}>
            <ul>
              {withdrawn.map((point) => (
                <li key={point.id} className={css["gone"]}>
                  <span>
                    {pointName(point)} <bdi>{point.text}</bdi>
                  </span>
                  <Button
                    size="small"
                    tone="quiet"
                    onPress={() =>
                      void run(
                        changePoint(point.id, point.scope, { withdrawn: false }),
                        t("directive.points.restored"),
                      )
                    }
                  >
                    {t("directive.points.restore")}
                  </Button>
                </li>
              ))}
            </ul>
          </Section>
        </div>
      )}
      {(current !== undefined || search.point === newPoint) && (
        <PointDrawer
          key={search.point}
          view={view}
          entry={current ?? null}
          onClose={() => setSearch({ point: "" })}
        />
      )}
      {trash.question}
      {withdraws !== undefined && (
        <WithdrawDialog view={view} entry={withdraws} onClose={() => setWithdrawing(null)} />
      )}
    </div>
  );
}

interface PointRowProps {
  readonly view: CaseView;
  readonly entry: CurrentPoint;
  readonly onOpen: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function PointRow({ view, entry, onOpen, onKeyDown }: PointRowProps) {
  const { t, formatList } = useText();
  const enumText = useEnumText();
  const { point, formers } = entry;
  const { engagements, posts } = view.file;
  const nameOf = (id: string) => posts.find((post) => post.id === id)?.name ?? t("tasks.unknown");
  const made = postsThatMade([point.id], engagements);
  const usedOld = postsThatMade(
    formers.map(({ id }) => id),
    engagements,
  ).filter((id) => !made.includes(id));
  return (
    <button
      type="button"
      className={css["open"]}
      data-point={point.id}
      onClick={onOpen}
      onKeyDown={onKeyDown}
    >
      <span className={css["name"]}>{pointName(point)}</span>
      <span className={css["body"]}>
        <span className={css["kind"]}>
          <Badge tone={point.kind === "mustSay" ? "info" : "neutral"}>
            {enumText("pointKind", point.kind)}
          </Badge>
          <MarkingBadge marking={point.portion} />
          {point.verbatim && <Badge isOutlined>{t("directive.points.verbatim")}</Badge>}
          {point.leaveInWriting && <Badge isOutlined>{t("directive.points.leave")}</Badge>}
          {point.audiencePostIds.length > 0 && (
            <Badge isOutlined title={formatList(point.audiencePostIds.map(nameOf))}>
              {t("directive.points.audience", { count: point.audiencePostIds.length })}
            </Badge>
          )}
          <ConflictBadge conflicts={point.conflicts} />
        </span>
        <span className={css["text"]}>
          <bdi>{point.text}</bdi>
        </span>
        {point.rebuts !== "" && (
          <span className={css["foot"]}>{t("directive.points.rebuts", { objection: point.rebuts })}</span>
        )}
        <span className={css["foot"]}>
          {[...point.topics, ...point.entities].join(" · ")}
          {point.topics.length + point.entities.length > 0 && " · "}
          {t("directive.points.made-at", { count: made.length })}
        </span>
        {formers.length > 0 && (
          <span className={css["foot"]}>
            {t("directive.points.version", { version: point.version })}{" "}
            {usedOld.length > 0 && (
              <strong className={css["old"]}>
                {t("directive.points.used-old", {
                  count: usedOld.length,
                  posts: formatList(usedOld.map(nameOf)),
                })}
              </strong>
            )}
          </span>
        )}
      </span>
    </button>
  );
}
