// Shows a recovery code to be kept outside the machine, and goes on only once it has been typed back.
import { type FormEvent, type ReactNode, useState } from "react";
import { plainCode } from "#core/rules/recovery-code.ts";
import { Button } from "#ui/controls/button.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { copyText } from "#ui/lib/copy-text.ts";
import { useText } from "#ui/text/use-text.ts";
import { useFailureText } from "./failure-text.ts";
import { useRecoveryFile } from "./use-recovery-file.ts";
import css from "./vault-form.module.css";

export function RecoveryCodeForm(props: {
  /** The workspace it opens. */
  readonly label: string;
  readonly code: string;
  /** Names what happens once the code is typed back. */
  readonly confirmLabel: string;
  readonly takesFocus?: boolean;
  readonly onBack: () => void;
  readonly onConfirm: () => Promise<void>;
}): ReactNode {
  const { t } = useText();
  const { code } = props;
  const [typed, setTyped] = useState("");
  const [isTried, setTried] = useState(false);
  const failureText = useFailureText();
  const { file, isSaving, save } = useRecoveryFile(props.label, code);
  const [isCopied, setCopied] = useState(false);
  const [isPending, setPending] = useState(false);
  const isSame = plainCode(typed) === plainCode(code);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isSame || isPending) return;
    setPending(true);
    await props.onConfirm();
    setPending(false);
  };
  return (
    <form className={css["form"]} onSubmit={(event) => void submit(event)} noValidate>
      <h3>{t("vault.recovery")}</h3>
      <p>{t("vault.recovery.text")}</p>
      <output
        className={css["secret"]}
        data-kind="code"
        aria-label={t("vault.recovery")}
        translate="no"
        dir="ltr"
      >
        {code.split("-").map((group) => (
          <span key={group}>{group} </span>
        ))}
      </output>
      <div className={css["buttons"]}>
        <Button size="small" onPress={() => setCopied(copyText(code))}>
          {t("vault.recovery.copy")}
        </Button>
        <Button size="small" isPending={isSaving} onPress={() => void save()}>
          {t("vault.recovery.save")}
        </Button>
        <Button size="small" onPress={() => print()}>
          {t("vault.recovery.print")}
        </Button>
      </div>
      {isCopied && (
        <p className={css["text"]} role="status">
          {t("vault.recovery.copied")}
        </p>
      )}
      {file?.ok && (
        <p className={css["text"]} role="status">
          {t("vault.recovery.saved", { name: file.name })}
        </p>
      )}
      {file && !file.ok && (
        <Callout tone="danger" isAnnounced>
          {failureText(file)}
        </Callout>
      )}
      <Callout tone="warning">{t("vault.bothLost")}</Callout>
      <TextField
        label={t("vault.recovery.typeBack")}
        hint={t("vault.recovery.typeBack.hint")}
        value={typed}
        onChange={setTyped}
        error={isTried && !isSame ? t("vault.recovery.differs") : undefined}
        maxLength={200}
        takesFocus={props.takesFocus}
      />
      <div className={css["end"]}>
        <Button tone="quiet" onPress={props.onBack}>
          {t("vault.back")}
        </Button>
        <Button tone="primary" type="submit" isPending={isPending}>
          {props.confirmLabel}
        </Button>
      </div>
    </form>
  );
}
