// Who wrote a value, when by their own clock, and on which device.
import type { ReactNode } from "react";
import { useSession } from "#data/use-live.tsx";
import type { SurvivingValue } from "#data/view/view.ts";
import { useText } from "#ui/text/use-text.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./decisions-screen.module.css";

export function WhoWrote({ written }: { readonly written: Omit<SurvivingValue, "value"> }): ReactNode {
  const { t, formatInstant } = useText();
  const { settings } = useWorkspace();
  const { workspace } = useSession();
  const { user, at, deviceId } = written;
  return (
    <p className={css["muted"]}>
      <bdi>{user === "" ? t("decisions.unnamed") : user}</bdi>,{" "}
      <time dateTime={at} title={t("decisions.clock")}>
        {formatInstant(at, settings.capitalTimeZone)}
      </time>
      ,{" "}
      <span title={deviceId}>
        {deviceId === workspace.deviceId
          ? t("history.thisDevice")
          : t("history.device", { device: deviceId.slice(0, 8) })}
      </span>
    </p>
  );
}
