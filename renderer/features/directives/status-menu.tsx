// The status of a directive and the steps open from it. A step that takes the instruction from posts asks why.
import { useState } from "react";
import { ChevronDown } from "lucide-react";
import type { DirectiveStatus } from "#core/model/enums.ts";
import { needsReason, nextStatuses } from "#core/rules/directive-status.ts";
import { missingParts } from "#core/rules/readiness.ts";
import { changeStatus } from "#data/directives.ts";
import { Button } from "#ui/controls/button.tsx";
import { type MenuAction, MenuButton } from "#ui/controls/menu-button.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useEnumText } from "../parts/enum-text.ts";
import css from "../parts/stack.module.css";
import { useCommand } from "../parts/use-command.ts";
import { useTrash } from "../parts/use-trash.tsx";
import { useWorkspace } from "../parts/workspace.tsx";
import type { CaseView } from "./case-view.ts";
import { DirectiveStatusMark } from "./directive-status-mark.tsx";

export function StatusMenu({ view }: { readonly view: CaseView }) {
  const { t } = useText();
  const { directive } = view.file;
  const navigate = useNavigate();
  const trash = useTrash(() => navigate(links.directives()));
  const [chosen, setChosen] = useState<DirectiveStatus | null>(null);
  const toTrash = () =>
    trash.move({ table: "directives", id: directive.id }, directive.mrn || directive.subject);
  return (
    <>
      <DirectiveStatusMark status={directive.status} />
      <MenuButton
        label={t("directive.status.change")}
        size="small"
        icon={<ChevronDown aria-hidden />}
        actions={[
          ...nextStatuses(directive.status).map((id) => ({
            id,
            label: t(`directiveStatus.${id}.step`),
            detail: t(`directiveStatus.${id}.means`),
            isDanger: id === "rescinded",
          })),
          ...(directive.status === "draft" ? [trashAction(t("trash.move"))] : []),
        ]}
        onAction={(id) => (id === "trash" ? void toTrash() : setChosen(id))}
      />
      {trash.question}
      {chosen !== null && <StatusDialog view={view} status={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

function trashAction(label: string): MenuAction<"trash"> {
  return { id: "trash", label, isDanger: true, startsGroup: true };
}

interface StatusDialogProps {
  readonly view: CaseView;
  readonly status: DirectiveStatus;
  readonly onClose: () => void;
}

function StatusDialog({ view, status, onClose }: StatusDialogProps) {
  const { t, formatList } = useText();
  const enumText = useEnumText();
  const { now } = useWorkspace();
  const run = useCommand();
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const { directive, tasks } = view.file;
  const missing =
    status === "transmitted" && directive.status !== "closed" ? missingParts(view.readiness) : [];
  const lacksReason = needsReason(status) && reason.trim() === "";
  const step = t(`directiveStatus.${status}.step`);
  const take = async () => {
    setAsked(true);
    if (lacksReason) return;
    const why = reason.trim();
    const request = changeStatus(directive, status, tasks, now, ...(why === "" ? [] : [why]));
    const name = enumText("directiveStatus", status);
    if (await run(request, t("directive.status.changed", { status: name }))) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={step}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>{t("ui.dialog.cancel")}</Button>
          <Button tone={status === "rescinded" ? "danger" : "primary"} onPress={() => void take()}>
            {step}
          </Button>
        </>
      }
    >
      <div className={css["stack"]}>
        <p>{t(`directiveStatus.${status}.effect`, { posts: tasks.length })}</p>
        {missing.length > 0 && (
          <Callout tone="warning">
            {t("directive.status.missing", {
              parts: formatList(missing.map((part) => t(`readiness.${part}`))),
            })}
          </Callout>
        )}
        <TextArea
          label={t("directive.status.reason")}
          isOptional={!needsReason(status)}
          value={reason}
          onChange={setReason}
          rows={2}
          error={isAsked && lacksReason ? t("directive.status.reason-needed") : undefined}
        />
      </div>
    </Dialog>
  );
}
