// The fields of a review in their groups, what still needs a look first; notes of the reader and what is ready above them.
import { useState } from "react";
import { reviewGroups, type ReviewGroup } from "#core/cable/review.ts";
import {
  addableNames,
  addedKey,
  blankValue,
  groupOfAddable,
  type AddableName,
} from "#core/cable/review-additions.ts";
import { inOrderOfDoubt, type PartProgress } from "#core/cable/review-progress.ts";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { MenuButton } from "#ui/controls/menu-button.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { ShapeMark } from "#ui/display/state-mark.tsx";
import { cx } from "#ui/lib/classes.ts";
import { Section } from "#ui/layout/section.tsx";
import { useText } from "#ui/text/use-text.ts";
import { AddresseeRow } from "./addressee-row.tsx";
import { AddresseeTools } from "./addressee-tools.tsx";
import css from "./review-fields.module.css";
import { fieldLabel, focusedField, focusField, focusNeighbour } from "./review-focus.ts";
import { ReviewRow } from "./review-row.tsx";
import type { ReviewSideProps } from "./review-source.tsx";
import { TaskedPosts } from "./tasked-posts.tsx";

export function ReviewFields({ review, active, onActive }: ReviewSideProps) {
  const { t, has } = useText();
  const [editing, setEditing] = useState<string | null>(null);
  const { draft, reading, state } = review;
  useCommands([
    { id: "review.next", labelKey: "cable.review.next", keys: "j ArrowDown", run: () => focusNeighbour(1) },
    { id: "review.back", labelKey: "cable.review.back", keys: "k ArrowUp", run: () => focusNeighbour(-1) },
    {
      id: "review.edit",
      labelKey: "cable.review.edit",
      keys: "e",
      when: () => focusedField() !== null,
      run: () => setEditing(focusedField()),
    },
    {
      id: "review.leave-out",
      labelKey: "cable.review.leave-out-this",
      keys: "Delete",
      when: () => focusedField() !== null,
      run: () => {
        const key = focusedField();
        if (key !== null && key !== "subject" && key !== "marking")
          review.discard(key, !Object.hasOwn(state.discarded, key));
      },
    },
  ]);
  const add = (name: AddableName) => {
    const key = addedKey(name, state.added);
    review.change((before) => ({ ...before, added: { ...before.added, [key]: blankValue(name) } }));
    setEditing(key);
  };
  const openPart = ({ part, key }: PartProgress) => {
    if (key !== null) return focusField(key);
    const name = addableNames.find((known) => known === (part === "points" ? "point" : part));
    if (name !== undefined) add(name);
  };
  return (
    <div className={css["fields"]}>
      {reading.notes.map(({ code, span }) => (
        <Callout key={code} tone="warning">
          {has(`cable.note.${code}`) ? t(`cable.note.${code}`) : code}
          {span !== null && (
            <span className={css["quiet"]}>
              {" "}
              {t("cable.review.line", { line: lineOf(review.source, span.start) })}
            </span>
          )}
        </Callout>
      ))}
      <ReviewReadiness progress={review.progress} onOpen={openPart} />
      {reviewGroups.map((group) => (
        <Section
          key={group}
          title={t(`cable.group.${group}`)}
          level={3}
          actions={
            <GroupActions
              group={group}
              review={review}
              onAdd={add}
              labelOf={(key) => fieldLabel(key, t, has)}
            />
          }
        >
          <div className={css["group"]}>
            {inOrderOfDoubt(
              draft.fields.filter((field) => field.group === group),
              draft.unmatched,
            ).map((field) => {
              const shared = {
                review,
                field,
                isActive: field.key === active,
                onActive,
                isEditing: field.key === editing,
                onEditing: setEditing,
              };
              return group === "addressees" && field.value !== null ? (
                <AddresseeRow key={field.key} {...shared} />
              ) : (
                <ReviewRow key={field.key} {...shared} />
              );
            })}
          </div>
          {group === "addressees" && <TaskedPosts review={review} />}
        </Section>
      ))}
    </div>
  );
}

function lineOf(source: string, offset: number): number {
  let line = 1;
  for (let at = source.indexOf("\n"); at >= 0 && at < offset; at = source.indexOf("\n", at + 1)) line += 1;
  return line;
}

interface GroupActionsProps {
  readonly group: ReviewGroup;
  readonly review: ReviewSideProps["review"];
  readonly onAdd: (name: AddableName) => void;
  readonly labelOf: (labelKey: string) => string;
}

function GroupActions({ group, review, onAdd, labelOf }: GroupActionsProps) {
  const { t } = useText();
  if (group === "addressees") return <AddresseeTools review={review} />;
  const names = addableNames.filter((name) => groupOfAddable(name) === group);
  return (
    <MenuButton
      label={t("cable.review.add")}
      size="small"
      tone="quiet"
      actions={names.map((id) => ({ id, label: labelOf(`cable.field.${id}`) }))}
      onAction={onAdd}
    />
  );
}

interface ReviewReadinessProps {
  readonly progress: readonly PartProgress[];
  readonly onOpen: (part: PartProgress) => void;
}

function ReviewReadiness({ progress, onOpen }: ReviewReadinessProps) {
  const { t } = useText();
  const said = ({ found, ticked, isNeeded, isSettled }: PartProgress): string => {
    if (found === 0) return t(isNeeded && isSettled ? "cable.part.none-given" : "cable.part.not-added");
    if (ticked === 0) return t("cable.part.to-tick", { count: found });
    return found === 1 ? t("cable.part.ticked") : t("cable.part.ticked-of", { ticked, found });
  };
  return (
    <ul className={css["parts"]} aria-label={t("cable.review.readiness")}>
      {progress.map((part) => (
        <li key={part.part}>
          <button
            type="button"
            className={cx(css["part"], !part.isSettled && css["open"])}
            onClick={() => onOpen(part)}
          >
            <ShapeMark shape={part.ticked > 0 ? "check" : part.isSettled ? "circle" : "triangle"} />
            <span className={css["partName"]}>{t(`cable.part.${part.part}`)}</span>
            <span className={css["partState"]}>{said(part)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
