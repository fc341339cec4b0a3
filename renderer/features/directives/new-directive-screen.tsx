// A directive by hand: what it is called and how it is marked. The rest is filled in on its own screen.
import { useState } from "react";
import { z } from "zod";
import { type Marking, markings } from "#core/model/enums.ts";
import { isAbove } from "#core/rules/marking.ts";
import { addDirective } from "#data/directives.ts";
import { newId } from "#data/ids.ts";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { FormErrors, type FieldFault } from "#ui/controls/form-errors.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { defineScreen, useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { useCommand } from "../parts/use-command.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./new-directive-screen.module.css";

function NewDirectiveScreen() {
  const { t } = useText();
  const enumText = useEnumText();
  const { settings } = useWorkspace();
  const navigate = useNavigate();
  const run = useCommand();
  const [subject, setSubject] = useState("");
  const [mrn, setMrn] = useState("");
  const [objective, setObjective] = useState("");
  const [marking, setMarking] = useState<Marking>("U");
  const [attempt, setAttempt] = useState(0);
  const faults: readonly FieldFault[] =
    attempt > 0 && subject.trim() === ""
      ? [{ field: "subject", text: t("directive.new.subject-needed") }]
      : [];
  const create = async () => {
    setAttempt(attempt + 1);
    if (subject.trim() === "") return;
    const id = newId();
    const request = addDirective(id, {
      subject: subject.trim(),
      mrn: mrn.trim(),
      marking,
      origin: settings.officeName,
      drafter: settings.userName,
      objectives: objective.trim() === "" ? {} : { [newId()]: { kind: "inform", text: objective.trim() } },
    });
    if (await run(request, t("directive.new.done")))
      navigate(links.directive(id, "instruction"), { replace: true });
  };
  useCommands([{ id: "directive.create", labelKey: "directive.new.create", keys: "Mod+Enter", run: create }]);
  return (
    <div className={css["screen"]}>
      <PageHeader title={t("directive.new.title")} meta={t("directive.new.hint")} />
      <div className={css["form"]}>
        <FormErrors errors={faults} attempt={attempt} />
        <TextField
          name="subject"
          label={t("directive.field.subject")}
          value={subject}
          onChange={setSubject}
          error={faults[0]?.text}
          takesFocus
          isForeign
        />
        <TextField
          label={t("directive.field.mrn")}
          hint={t("directive.new.mrn.hint")}
          isOptional
          value={mrn}
          onChange={setMrn}
        />
        <TextArea
          label={t("directive.new.objective")}
          hint={t("directive.new.objective.hint")}
          isOptional
          value={objective}
          onChange={setObjective}
          rows={3}
        />
        <Select
          label={t("directive.field.marking")}
          hint={t("directive.new.marking.hint", { ceiling: enumText("marking", settings.ceiling) })}
          options={markings
            .filter((id) => !isAbove(id, settings.ceiling))
            .map((id) => ({ id, label: enumText("marking", id) }))}
          value={marking}
          onChange={setMarking}
        />
        <div className={css["actions"]}>
          <Button tone="primary" keys="Control+Enter" onPress={() => void create()}>
            {t("directive.new.create")}
          </Button>
          <Button tone="quiet" onPress={() => navigate(links.openCable())}>
            {t("directives.open-cable")}
          </Button>
        </div>
      </div>
    </div>
  );
}

export const newDirectiveScreen = defineScreen({
  path: "/directives/new",
  search: z.object({}),
  component: NewDirectiveScreen,
});
