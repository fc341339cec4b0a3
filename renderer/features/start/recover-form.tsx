// The way back in when the passphrase is forgotten: the recovery code, and a new passphrase.
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#ui/controls/button.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { useText } from "#ui/text/use-text.ts";
import {
  chosenPassphrase,
  newDraft,
  PassphraseChoice,
  type PassphraseDraft,
} from "../parts/passphrase-choice.tsx";
import { useProposal } from "../parts/use-proposal.ts";
import css from "./start-screen.module.css";

export function RecoverForm(props: {
  readonly onRecover: (recoveryCode: string, passphrase: string) => Promise<void>;
  readonly onBack: () => void;
}): ReactNode {
  const { t } = useText();
  const { proposal, redraw } = useProposal();
  const [code, setCode] = useState("");
  const [draft, setDraft] = useState<PassphraseDraft>(newDraft(""));
  const [isTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  const current = { ...draft, drawn: proposal?.passphrase ?? "" };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const passphrase = chosenPassphrase(current);
    if (code.trim() === "" || !passphrase || isPending) return;
    setPending(true);
    await props.onRecover(code, passphrase);
    setPending(false);
  };
  return (
    <form className={css["form"]} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={t("vault.recovery")}
        hint={t("unlock.code.hint")}
        value={code}
        onChange={setCode}
        error={isTried && code.trim() === "" ? t("start.needed") : undefined}
        maxLength={200}
        takesFocus
      />
      <PassphraseChoice draft={current} onChange={setDraft} onRedraw={redraw} isTried={isTried} />
      <p className={css["note"]}>{t("vault.bothLost")}</p>
      <div className={css["buttons"]}>
        <Button tone="quiet" onPress={props.onBack}>
          {t("vault.back")}
        </Button>
        <Button tone="primary" type="submit" isPending={isPending}>
          {t("unlock.recover")}
        </Button>
      </div>
    </form>
  );
}
