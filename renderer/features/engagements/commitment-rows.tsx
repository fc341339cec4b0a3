// What was promised, by them and by us, with the day it is due.
import { Plus, X } from "lucide-react";
import { useFormContext } from "react-hook-form";
import type { EngagementLog } from "#core/rules/engagement-log.ts";
import { newId } from "#data/ids.ts";
import { Button } from "#ui/controls/button.tsx";
import { DateField } from "#ui/controls/date-field.tsx";
import { IconButton } from "#ui/controls/icon-button.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { useText } from "#ui/text/use-text.ts";
import { FormTable } from "./form-table.tsx";
import { messageOf, useLogField } from "./log-fields.tsx";

type Row = EngagementLog["commitments"][number];

export function CommitmentRows() {
  const { t } = useText();
  const { value, onChange } = useLogField("commitments");
  const { formState } = useFormContext<EngagementLog>();
  const change = (id: string, patch: Partial<Row>) =>
    onChange(value.map((row) => (row.id === id ? { ...row, ...patch } : row)));
  const add = (by: Row["by"]) => onChange([...value, { id: newId(), by, text: "", dueOn: "", verified: "" }]);
  return (
    <FormTable
      name="commitments"
      title={t("engagement.commitments")}
      hint={t("engagement.commitments.hint")}
      kind="commitments"
      count={value.length}
      actions={
        <>
          <Button size="small" icon={<Plus aria-hidden />} onPress={() => add("host")}>
            {t("engagement.commitments.addHost")}
          </Button>
          <Button size="small" icon={<Plus aria-hidden />} onPress={() => add("us")}>
            {t("engagement.commitments.addUs")}
          </Button>
        </>
      }
    >
      {value.map((row, at) => {
        const problem = messageOf(formState.errors.commitments?.[at]);
        return (
          <li key={row.id}>
            <Select
              label={t("engagement.commitments.by")}
              hideLabel
              options={[
                { id: "host", label: t("enum.party.host") },
                { id: "us", label: t("enum.party.us") },
              ]}
              value={row.by}
              onChange={(by) => change(row.id, { by })}
            />
            <TextField
              label={t("engagement.commitments.text")}
              hideLabel
              placeholder={t("engagement.commitments.text")}
              value={row.text}
              onChange={(text) => change(row.id, { text })}
              error={problem === undefined ? undefined : t(`engagement.problem.${problem}`)}
              maxLength={2000}
              takesFocus={row.text === ""}
              isForeign
            />
            <DateField
              label={t("engagement.due")}
              hideLabel
              value={row.dueOn || null}
              onChange={(dueOn) => change(row.id, { dueOn: dueOn ?? "" })}
            />
            <IconButton
              size="small"
              label={t("engagement.commitments.remove", { text: row.text })}
              icon={<X aria-hidden />}
              onPress={() => onChange(value.filter(({ id }) => id !== row.id))}
            />
          </li>
        );
      })}
    </FormTable>
  );
}
