// Set-up of a vault in two steps: the passphrase, then the recovery code.
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { VaultSecret } from "#core/host/shapes.ts";
import { Button } from "#ui/controls/button.tsx";
import { useText } from "#ui/text/use-text.ts";
import { chosenPassphrase, newDraft, PassphraseChoice, type PassphraseDraft } from "./passphrase-choice.tsx";
import { RecoveryCodeForm } from "./recovery-code-form.tsx";
import { useProposal } from "./use-proposal.ts";
import css from "./vault-form.module.css";

export function ProtectForm(props: {
  /** What the workspace is called. */
  readonly label: string;
  /** Names what happens at the end: "Create workspace". */
  readonly confirmLabel: string;
  readonly onBack: () => void;
  readonly onConfirm: (secret: VaultSecret) => Promise<void>;
}): ReactNode {
  const { t } = useText();
  const { proposal, redraw } = useProposal();
  const [draft, setDraft] = useState<PassphraseDraft>(newDraft(""));
  const [isTried, setTried] = useState(false);
  const [step, setStep] = useState<"passphrase" | "recovery">("passphrase");
  const current = { ...draft, drawn: proposal?.passphrase ?? "" };
  const passphrase = chosenPassphrase(current);
  const heading = useRef<HTMLHeadingElement>(null);
  const isShown = proposal !== null && step === "passphrase";
  // The button that led here is gone, and the keyboard and screen readers would be left nowhere.
  useEffect(() => {
    if (isShown) heading.current?.focus();
  }, [isShown]);
  if (!proposal) return null;
  const { recoveryCode } = proposal;
  if (step === "recovery" && passphrase !== null) {
    return (
      <RecoveryCodeForm
        label={props.label}
        code={recoveryCode}
        confirmLabel={props.confirmLabel}
        takesFocus
        onBack={() => setStep("passphrase")}
        onConfirm={() => props.onConfirm({ passphrase, recoveryCode })}
      />
    );
  }
  const goOn = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (passphrase !== null) setStep("recovery");
  };
  return (
    <form className={css["form"]} onSubmit={goOn} noValidate>
      <h3 ref={heading} tabIndex={-1}>
        {t("vault.title")}
      </h3>
      <p>{t("vault.what")}</p>
      <PassphraseChoice draft={current} onChange={setDraft} onRedraw={redraw} isTried={isTried} />
      <div className={css["end"]}>
        <Button tone="quiet" onPress={props.onBack}>
          {t("vault.back")}
        </Button>
        <Button tone="primary" type="submit">
          {t("vault.next")}
        </Button>
      </div>
    </form>
  );
}
