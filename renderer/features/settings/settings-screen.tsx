// How this workspace and this device are set up. Each change is saved as it is made.
import { type ReactNode, useState } from "react";
import { z } from "zod";
import { markings } from "#core/model/enums.ts";
import type { Settings } from "#core/model/settings.ts";
import { changeDeviceSettings, changeOfficeSettings } from "#data/settings.ts";
import { languages } from "#locales/index.ts";
import { Checkbox } from "#ui/controls/checkbox.tsx";
import { ComboBox } from "#ui/controls/combo-box.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { defineScreen } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { bannerTones } from "../parts/banner-tones.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { timeZones } from "../parts/time-zones.ts";
import { useCommand } from "../parts/use-command.ts";
import { useHostInfo } from "../parts/use-host-info.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import { BackupSection } from "./backup-section.tsx";
import { ProtectionSection } from "./protection-section.tsx";
import { RecordSection } from "./record-section.tsx";
import css from "./settings-screen.module.css";

function SettingsScreen(): ReactNode {
  const { t } = useText();
  return (
    <div className={css["screen"]}>
      <PageHeader title={t("settings.title")} />
      <div className={css["body"]}>
        <DeviceSection />
        <OfficeSection />
        <MarkingSection />
        <ProtectionSection />
        <RecordSection />
        <BackupSection />
      </div>
    </div>
  );
}

function DeviceSection(): ReactNode {
  const { t } = useText();
  const info = useHostInfo();
  const { device } = useWorkspace();
  const run = useCommand();
  return (
    <section className={css["section"]} aria-label={t("settings.device")}>
      <h2>{t("settings.device")}</h2>
      <Select
        label={t("settings.theme")}
        options={(["system", "light", "dark", "contrast"] as const).map((id) => ({
          id,
          label: t(`settings.theme.${id}`),
        }))}
        value={device.theme}
        onChange={(theme) => void run(changeDeviceSettings({ theme }))}
      />
      <Select
        label={t("settings.density")}
        options={(["compact", "normal", "comfortable"] as const).map((id) => ({
          id,
          label: t(`settings.density.${id}`),
        }))}
        value={device.density}
        onChange={(density) => void run(changeDeviceSettings({ density }))}
      />
      <Select
        label={t("settings.language")}
        options={languages.map(({ code, name }) => ({ id: code, label: name }))}
        value={device.locale}
        onChange={(locale) => void run(changeDeviceSettings({ locale }))}
      />
      {info?.hidesFromCapture === true && (
        <Select
          label={t("settings.capture")}
          hint={t("settings.capture.hint")}
          options={(["system", "hidden", "shown"] as const).map((id) => ({
            id,
            label: t(`settings.capture.${id}`),
          }))}
          value={device.capture}
          onChange={(capture) => void run(changeDeviceSettings({ capture }))}
        />
      )}
      {info?.clearsClipboard === true && (
        <Select
          label={t("settings.clipboard")}
          hint={t("settings.clipboard.hint")}
          options={(["cleared", "kept"] as const).map((id) => ({ id, label: t(`settings.clipboard.${id}`) }))}
          value={device.clipboard}
          onChange={(clipboard) => void run(changeDeviceSettings({ clipboard }))}
        />
      )}
    </section>
  );
}

function OfficeSection(): ReactNode {
  const { t } = useText();
  const { settings } = useWorkspace();
  const run = useCommand();
  return (
    <section className={css["section"]} aria-label={t("settings.office")}>
      <h2>{t("settings.office")}</h2>
      <SavedText name="officeName" label={t("settings.officeName")} />
      <SavedText name="userName" label={t("settings.userName")} hint={t("settings.userName.hint")} />
      <SavedText name="userRank" label={t("settings.userRank")} />
      <SavedText name="capitalName" label={t("settings.capitalName")} />
      <ComboBox
        label={t("settings.capitalTimeZone")}
        hint={t("settings.capitalTimeZone.hint")}
        options={timeZones}
        value={settings.capitalTimeZone}
        onChange={(zone) => zone && void run(changeOfficeSettings({ capitalTimeZone: zone }))}
      />
    </section>
  );
}

function MarkingSection(): ReactNode {
  const { t } = useText();
  const enumText = useEnumText();
  const { settings } = useWorkspace();
  const run = useCommand();
  return (
    <section className={css["section"]} aria-label={t("settings.marking")}>
      <h2>{t("settings.marking")}</h2>
      <SavedText name="bannerText" label={t("settings.bannerText")} hint={t("settings.bannerText.hint")} />
      <Select
        label={t("settings.bannerTone")}
        options={bannerTones.map((id) => ({ id, label: t(`settings.tone.${id}`) }))}
        value={settings.bannerTone}
        onChange={(bannerTone) => void run(changeOfficeSettings({ bannerTone }))}
      />
      <Select
        label={t("settings.ceiling")}
        hint={t("settings.ceiling.hint")}
        options={markings.map((id) => ({ id, label: enumText("marking", id) }))}
        value={settings.ceiling}
        onChange={(ceiling) => void run(changeOfficeSettings({ ceiling }))}
      />
      <Checkbox
        isSelected={settings.historical}
        onChange={(historical) => void run(changeOfficeSettings({ historical }))}
        hint={t("settings.historical.hint")}
      >
        {t("settings.historical")}
      </Checkbox>
    </section>
  );
}

type TextSetting = "officeName" | "userName" | "userRank" | "capitalName" | "bannerText";

/** A line saved when it is left or Enter is pressed; Escape puts the saved text back. */
function SavedText(props: {
  readonly name: TextSetting;
  readonly label: string;
  readonly hint?: string;
}): ReactNode {
  const { settings } = useWorkspace();
  const run = useCommand();
  const saved: Settings[TextSetting] = settings[props.name];
  const [edited, setEdited] = useState<string | null>(null);
  const save = async () => {
    if (edited !== null && edited.trim() !== saved) {
      await run(changeOfficeSettings({ [props.name]: edited.trim() }));
    }
    setEdited(null);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={props.label}
        hint={props.hint}
        value={edited ?? saved}
        onChange={setEdited}
        onBlur={() => void save()}
      />
    </form>
  );
}

export const settingsScreen = defineScreen({
  path: "/settings",
  search: z.object({}),
  component: SettingsScreen,
});
