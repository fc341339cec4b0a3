// Whether this computer's keychain opens the workspace without its passphrase. Not shown where there is no keychain.
import { type ReactNode, useEffect, useState } from "react";
import type { KeychainState } from "#core/host/shapes.ts";
import { useHost } from "#host/use-host.tsx";
import { Checkbox } from "#ui/controls/checkbox.tsx";
import { useToast } from "#ui/overlays/toast.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useFailureText } from "../parts/failure-text.ts";

export function KeychainChoice(): ReactNode {
  const { t } = useText();
  const host = useHost();
  const toast = useToast();
  const failureText = useFailureText();
  const [state, setState] = useState<KeychainState | null>(null);
  const [isPending, setPending] = useState(false);
  useEffect(() => {
    let isGone = false;
    const ask = async () => {
      const answer = await host.call("vault.keychain", {});
      if (!isGone && answer.ok) setState(answer.value);
    };
    void ask();
    return () => {
      isGone = true;
    };
  }, [host]);
  if (!state?.isReal) return null;
  const keep = async (isKept: boolean) => {
    setPending(true);
    const changed = await host.call("vault.keepKey", { isKept });
    setPending(false);
    if (changed.ok) setState({ ...state, isKept });
    else toast.show({ text: failureText(changed), tone: "danger" });
  };
  return (
    <Checkbox
      isSelected={state.isKept}
      isDisabled={isPending}
      onChange={(isKept) => void keep(isKept)}
      hint={t("settings.keychain.hint")}
    >
      {t("settings.keychain")}
    </Checkbox>
  );
}
