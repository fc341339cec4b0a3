// The locked workspace: its passphrase opens it, or this computer's key, or the recovery code and a new passphrase.
import { type FormEvent, type ReactNode, useState } from "react";
import type { Failure } from "#core/lib/result.ts";
import { Button } from "#ui/controls/button.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useFailureText } from "../parts/failure-text.ts";
import { BackupsDialog } from "./backups-dialog.tsx";
import { RecoverForm } from "./recover-form.tsx";
import css from "./start-screen.module.css";

export interface UnlockScreenProps {
  readonly id: string;
  readonly label: string;
  readonly failure: Failure | null;
  readonly onUnlock: (passphrase: string) => Promise<void>;
  /** Null where no keychain opens it. */
  readonly onUseKeychain: (() => Promise<void>) | null;
  readonly onRecover: (recoveryCode: string, passphrase: string) => Promise<void>;
  readonly onOther: () => void;
}

export function UnlockScreen(props: UnlockScreenProps): ReactNode {
  const { t } = useText();
  const failureText = useFailureText();
  const [usesCode, setUsesCode] = useState(false);
  /** Belongs to the form that was left. */
  const [past, setPast] = useState<Failure | null>(null);
  const show = (code: boolean) => {
    setUsesCode(code);
    setPast(props.failure);
  };
  const [isLooking, setLooking] = useState(false);
  return (
    <main className={css["screen"]}>
      <div className={css["sheet"]}>
        <header className={css["head"]}>
          <h1 className={css["name"]}>
            <bdi>{props.label}</bdi>
          </h1>
          <p className={css["what"]}>{t("unlock.what")}</p>
        </header>
        {props.failure && props.failure !== past && (
          <Callout
            tone="danger"
            isAnnounced
            actions={
              isDamage(props.failure) && (
                <Button onPress={() => setLooking(true)}>{t("start.backups")}</Button>
              )
            }
          >
            {failureText(props.failure)}
          </Callout>
        )}
        {isLooking && (
          <BackupsDialog id={props.id} onClose={() => setLooking(false)} onRestored={props.onOther} />
        )}
        {usesCode ? (
          <RecoverForm onRecover={props.onRecover} onBack={() => show(false)} />
        ) : (
          // A new one where the keychain was tried in vain: its field takes the focus the button had.
          <PassphraseForm
            {...props}
            key={props.onUseKeychain ? "keychain" : "passphrase"}
            onUseCode={() => show(true)}
          />
        )}
      </div>
    </main>
  );
}

/** The record cannot be read as it is; a backup is the way on. */
function isDamage({ code }: Failure): boolean {
  return code === "journal/damaged" || code === "workspace/header-damaged";
}

function PassphraseForm(props: UnlockScreenProps & { readonly onUseCode: () => void }): ReactNode {
  const { t } = useText();
  const [passphrase, setPassphrase] = useState("");
  const [isTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (passphrase === "" || isPending) return;
    setPending(true);
    await props.onUnlock(passphrase);
    setPending(false);
  };
  return (
    <form className={css["form"]} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={t("vault.passphrase")}
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        error={isTried && passphrase === "" ? t("start.needed") : undefined}
        maxLength={1000}
        takesFocus
      />
      {props.onUseKeychain && <KeychainButton onPress={props.onUseKeychain} />}
      <div className={css["buttons"]}>
        <Button tone="quiet" onPress={props.onOther}>
          {t("unlock.other")}
        </Button>
        <Button tone="quiet" onPress={props.onUseCode}>
          {t("unlock.useCode")}
        </Button>
        <Button tone="primary" type="submit" isPending={isPending}>
          {t("unlock.open")}
        </Button>
      </div>
    </form>
  );
}

/** A press each time: a workspace that locked itself does not open by itself. */
function KeychainButton({ onPress }: { readonly onPress: () => Promise<void> }): ReactNode {
  const { t } = useText();
  const [isPending, setPending] = useState(false);
  const open = async () => {
    setPending(true);
    await onPress();
    setPending(false);
  };
  return (
    <div>
      <Button isPending={isPending} onPress={() => void open()}>
        {t("unlock.byKeychain")}
      </Button>
    </div>
  );
}
