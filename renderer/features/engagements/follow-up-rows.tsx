// What is owed next, entered where it arose: what, who, by when; from a point it inherits the point.
import { Plus, X } from "lucide-react";
import { type UseFormReturn, useFormContext } from "react-hook-form";
import { parties } from "#core/model/enums.ts";
import type { EngagementLog } from "#core/rules/engagement-log.ts";
import { newId } from "#data/ids.ts";
import { Button } from "#ui/controls/button.tsx";
import { DateField } from "#ui/controls/date-field.tsx";
import { IconButton } from "#ui/controls/icon-button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { Badge } from "#ui/display/badge.tsx";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { FormTable } from "./form-table.tsx";
import css from "./follow-up-rows.module.css";
import type { LogCase } from "./log-case.ts";
import { messageOf, useLogField } from "./log-fields.tsx";

type Row = EngagementLog["followUps"][number];

/** A new line, owed by whoever is first of ours, which takes the focus when it is drawn. */
export function addFollowUp(
  form: Pick<UseFormReturn<EngagementLog>, "getValues" | "setValue">,
  pointId: string | null,
): void {
  const { followUps, ours } = form.getValues();
  const row: Row = { id: newId(), what: "", owner: ours[0]?.name ?? "", waitingOn: "us", dueOn: "", pointId };
  form.setValue("followUps", [...followUps, row], { shouldDirty: true });
}

export function FollowUpRows({ known }: { readonly known: LogCase }) {
  const { t } = useText();
  const enumText = useEnumText();
  const form = useFormContext<EngagementLog>();
  const { value, onChange } = useLogField("followUps");
  const { errors } = form.formState;
  const change = (id: string, patch: Partial<Row>) =>
    onChange(value.map((row) => (row.id === id ? { ...row, ...patch } : row)));
  const pointName = (pointId: string | null): string | null => {
    const point = known.points.find(({ id }) => id === pointId);
    return point === undefined ? null : t("engagement.followUps.point", { point: point.label || point.text });
  };
  return (
    <FormTable
      name="followUps"
      title={t("engagement.followUps")}
      hint={t("engagement.followUps.hint")}
      kind="followUps"
      count={value.length + known.followUps.length}
      actions={
        <Button size="small" icon={<Plus aria-hidden />} onPress={() => addFollowUp(form, null)}>
          {t("engagement.followUps.add")}
        </Button>
      }
    >
      {known.followUps.map((row) => (
        <li key={row.id} className={css["filed"]}>
          <Link to={links.followUps(row.postId === null ? {} : { post: row.postId })}>
            <bdi>{row.what}</bdi>
          </Link>
          <span>{enumText("followUpStatus", row.status)}</span>
        </li>
      ))}
      {value.map((row, at) => {
        const problem = messageOf(errors.followUps?.[at]);
        const point = pointName(row.pointId);
        return (
          <li key={row.id}>
            <div className={css["what"]}>
              <TextField
                label={t("engagement.followUps.what")}
                hideLabel
                placeholder={t("engagement.followUps.what")}
                value={row.what}
                onChange={(what) => change(row.id, { what })}
                error={problem === undefined ? undefined : t(`engagement.problem.${problem}`)}
                maxLength={2000}
                takesFocus={row.what === ""}
                isForeign
              />
              {point !== null && <Badge title={point}>{point}</Badge>}
            </div>
            <TextField
              label={t("engagement.followUps.owner")}
              hideLabel
              placeholder={t("engagement.followUps.owner")}
              value={row.owner}
              onChange={(owner) => change(row.id, { owner })}
              maxLength={200}
              isForeign
            />
            <Select
              label={t("engagement.followUps.waitingOn")}
              hideLabel
              options={parties.map((id) => ({ id, label: enumText("party", id) }))}
              value={row.waitingOn}
              onChange={(waitingOn) => change(row.id, { waitingOn })}
            />
            <DateField
              label={t("engagement.due")}
              hideLabel
              value={row.dueOn || null}
              onChange={(dueOn) => change(row.id, { dueOn: dueOn ?? "" })}
            />
            <IconButton
              size="small"
              label={t("engagement.followUps.remove", { what: row.what })}
              icon={<X aria-hidden />}
              onPress={() => onChange(value.filter(({ id }) => id !== row.id))}
            />
          </li>
        );
      })}
    </FormTable>
  );
}
