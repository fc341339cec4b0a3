// Strip, rail and header around a screen: where am I, what waits, search, the workspace.
import { Lock, LockOpen, TriangleAlert } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { openCount } from "#data/decisions.ts";
import { askedPairs } from "#data/duplicates.ts";
import { useLive, useSession } from "#data/use-live.tsx";
import { changeDeviceSettings } from "#data/settings.ts";
import { links } from "#features/links.ts";
import { useCommand } from "#features/parts/use-command.ts";
import { useLock } from "#features/parts/use-lock.ts";
import { useRecordWatch } from "#features/parts/record-watch.tsx";
import { useUndo } from "#features/parts/use-undo.ts";
import { useWorkspace } from "#features/parts/workspace.tsx";
import { useHost } from "#host/use-host.tsx";
import { type Command } from "#ui/commands/command.ts";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { IconButton } from "#ui/controls/icon-button.tsx";
import { SearchField } from "#ui/controls/search-field.tsx";
import { Badge } from "#ui/display/badge.tsx";
import { AppFrame } from "#ui/layout/app-frame.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { areas, isIn } from "./areas.tsx";
import css from "./frame.module.css";
import { useIdleLock } from "./use-idle-lock.ts";

const lockKeys = "Mod+Shift+l";

interface FrameProps {
  readonly pathname: string;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

export function Frame({ pathname, onLeave, children }: FrameProps): ReactNode {
  const { t } = useText();
  const { settings, device } = useWorkspace();
  const { workspace } = useSession();
  const run = useCommand();
  const searchField = useRef<HTMLInputElement>(null);
  const lock = useLock();
  useFrameCommands(onLeave, lock, () => searchField.current?.focus());
  useIdleLock(workspace.unsealed ? null : device.lockMinutes, () => void lock());
  const here = areas.flat().find((area) => isIn(area, pathname));
  const place = here ? t(here.labelKey) : t("app.name");
  useEffect(() => {
    document.title = `${place} – ${settings.officeName || workspace.label}`;
  }, [place, settings.officeName, workspace.label]);
  return (
    <AppFrame
      screen={pathname}
      strip={{ text: bannerOf(settings, t("app.strip.historical")), tone: settings.bannerTone }}
      rail={areas.map((group) =>
        group.map((area) => ({
          id: area.id,
          label: t(area.labelKey),
          icon: area.icon,
          to: area.to,
          isCurrent: isIn(area, pathname),
        })),
      )}
      isRailCollapsed={device.railCollapsed}
      onRailCollapsedChange={(railCollapsed) => void run(changeDeviceSettings({ railCollapsed }))}
      headerStart={<HeaderSearch fieldRef={searchField} />}
      headerEnd={
        <>
          <BadRecordLink />
          <DecisionsLink />
          {workspace.unsealed && (
            <Badge tone="warning" title={t(`app.unsealed.${workspace.kind}`)}>
              <LockOpen size={12} aria-hidden /> {t("app.unsealed")}
            </Badge>
          )}
          {!workspace.unsealed && (
            <IconButton
              label={t("app.lock")}
              icon={<Lock size={14} aria-hidden />}
              size="small"
              keys={lockKeys}
              onPress={() => void lock()}
            />
          )}
          <Button tone="quiet" size="small" onPress={onLeave}>
            <span title={t("app.leave")}>
              <bdi>{settings.officeName || workspace.label}</bdi>
            </span>
          </Button>
        </>
      }
    >
      {children}
    </AppFrame>
  );
}

function bannerOf(settings: { bannerText: string; historical: boolean }, historicalLabel: string): string {
  return settings.historical ? `${settings.bannerText} // ${historicalLabel}` : settings.bannerText;
}

function HeaderSearch({
  fieldRef,
}: {
  readonly fieldRef: React.RefObject<HTMLInputElement | null>;
}): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  return (
    <div className={css["search"]}>
      <SearchField
        label={t("app.search.label")}
        placeholder={t("app.search.placeholder")}
        value={text}
        onChange={setText}
        onSubmit={(wanted) => navigate(links.search(wanted))}
        ref={fieldRef}
      />
    </div>
  );
}

/** A chain that does not hold is said wherever one is. */
function BadRecordLink(): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const { check } = useRecordWatch();
  if (check.state !== "checked" || check.result.bad === null) return null;
  return (
    <Button
      tone="danger"
      size="small"
      icon={<TriangleAlert size={14} aria-hidden />}
      onPress={() => navigate(links.settings())}
    >
      {t("audit.badge")}
    </Button>
  );
}

function DecisionsLink(): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const live = useLive(async (view) => (await openCount(view)) + (await askedPairs(view)).length, []);
  const count = live.state === "ready" ? live.value : 0;
  if (count === 0) return null;
  return (
    <Button
      tone="quiet"
      size="small"
      icon={<TriangleAlert size={14} aria-hidden />}
      onPress={() => navigate(links.decisions())}
    >
      {t("app.decisions", { count })}
    </Button>
  );
}

function useFrameCommands(onLeave: () => void, lock: () => Promise<void>, focusSearch: () => void): void {
  const { workspace } = useSession();
  const navigate = useNavigate();
  const host = useHost();
  const undo = useUndo();
  const commands: readonly Command[] = [
    ...areas.flat().map((area): Command => ({
      id: `go.${area.id}`,
      labelKey: area.labelKey,
      groupKey: "app.keys.go",
      keys: `Alt+${area.key}`,
      run: () => navigate(area.to),
    })),
    {
      id: "app.search",
      labelKey: "app.search.label",
      groupKey: "ui.keys.everywhere",
      keys: "/",
      run: focusSearch,
    },
    {
      id: "edit.undo",
      labelKey: "undo.undo",
      groupKey: "ui.keys.everywhere",
      keys: "Mod+z",
      run: () => undo.last("undo"),
    },
    {
      id: "edit.redo",
      labelKey: "undo.redo",
      groupKey: "ui.keys.everywhere",
      keys: "Mod+Shift+z Mod+y",
      run: () => undo.last("redo"),
    },
    {
      id: "cable.open",
      labelKey: "app.command.openCable",
      groupKey: "app.keys.start",
      keys: "Mod+o",
      run: () => navigate(links.openCable()),
    },
    {
      id: "engagement.log",
      labelKey: "app.command.logEngagement",
      groupKey: "app.keys.start",
      keys: "Mod+e",
      run: () => navigate(links.logEngagement()),
    },
    {
      id: "decisions.open",
      labelKey: "decisions.title",
      groupKey: "app.keys.go",
      run: () => navigate(links.decisions()),
    },
    {
      id: "duplicates.open",
      labelKey: "duplicates.open",
      groupKey: "app.keys.go",
      run: () => navigate(links.duplicates()),
    },
    {
      id: "trash.open",
      labelKey: "trash.title",
      groupKey: "app.keys.go",
      run: () => navigate(links.trash()),
    },
    { id: "workspace.leave", labelKey: "app.leave", groupKey: "app.keys.start", run: onLeave },
    {
      id: "workspace.lock",
      labelKey: "app.lock",
      groupKey: "app.keys.start",
      keys: lockKeys,
      when: () => !workspace.unsealed,
      run: lock,
    },
  ];
  useCommands(commands);
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  // The native menu names commands by id; the page runs them.
  useEffect(
    () =>
      host.on("menu.command", ({ id }) => void latest.current.find((command) => command.id === id)?.run()),
    [host],
  );
}
