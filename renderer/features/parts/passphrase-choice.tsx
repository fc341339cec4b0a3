// Words drawn by the app, or a passphrase of one's own, typed twice and refused where it is easy to guess.
import { type ReactNode, useState } from "react";
import { passphraseFault } from "#core/rules/passphrase.ts";
import { Button } from "#ui/controls/button.tsx";
import { RadioGroup } from "#ui/controls/radio-group.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { useText } from "#ui/text/use-text.ts";
import css from "./vault-form.module.css";

export interface PassphraseDraft {
  readonly kind: "drawn" | "own";
  readonly drawn: string;
  readonly own: string;
  readonly again: string;
}

export function newDraft(drawn: string): PassphraseDraft {
  return { kind: "drawn", drawn, own: "", again: "" };
}

/** The passphrase chosen, or null while it is not fit to be used. */
export function chosenPassphrase({ kind, drawn, own, again }: PassphraseDraft): string | null {
  if (kind === "drawn") return drawn;
  return passphraseFault(own) === null && own === again ? own : null;
}

export function PassphraseChoice(props: {
  readonly draft: PassphraseDraft;
  readonly onChange: (draft: PassphraseDraft) => void;
  /** Draws other words. */
  readonly onRedraw: () => void;
  /** A try was made to go on: problems are shown from then on. */
  readonly isTried: boolean;
}): ReactNode {
  const { t } = useText();
  const { draft, onChange, onRedraw, isTried } = props;
  const [isLeft, setLeft] = useState(false);
  const fault = passphraseFault(draft.own);
  const showsFault = fault !== null && (isTried || (isLeft && draft.own !== ""));
  return (
    <>
      <RadioGroup
        label={t("vault.passphrase.choice")}
        options={(["drawn", "own"] as const).map((id) => ({ id, label: t(`vault.passphrase.${id}`) }))}
        value={draft.kind}
        onChange={(kind) => onChange({ ...draft, kind })}
      />
      {draft.kind === "drawn" ? (
        <>
          <output className={css["secret"]} aria-label={t("vault.passphrase.words")} translate="no">
            {draft.drawn}
          </output>
          <p className={css["text"]}>{t("vault.passphrase.drawn.text")}</p>
          <div>
            <Button size="small" onPress={onRedraw}>
              {t("vault.passphrase.redraw")}
            </Button>
          </div>
        </>
      ) : (
        <>
          <TextField
            label={t("vault.passphrase.new")}
            hint={t("vault.passphrase.own.text")}
            type="password"
            value={draft.own}
            onChange={(own) => onChange({ ...draft, own })}
            onBlur={() => setLeft(true)}
            error={showsFault ? t(`vault.passphrase.fault.${fault}`) : undefined}
            maxLength={1000}
          />
          <TextField
            label={t("vault.passphrase.again")}
            type="password"
            value={draft.again}
            onChange={(again) => onChange({ ...draft, again })}
            error={isTried && draft.own !== draft.again ? t("vault.passphrase.differs") : undefined}
            maxLength={1000}
          />
        </>
      )}
    </>
  );
}
