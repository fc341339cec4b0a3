// A file that was opened at the wrong door (lists go to the import, texts to the cables, pouches to where they are received):
// says so, and takes it to the right one.
import { type ReactNode, useEffect, useRef } from "react";
import { readAsFound } from "#core/host/open-files.ts";
import type { FileKind, OpenedFile } from "#core/host/shapes.ts";
import type { Result } from "#core/lib/result.ts";
import { useHost } from "#host/use-host.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";

let underWay: OpenedFile | null = null;

const doors: Readonly<Record<FileKind, () => string>> = {
  text: links.openCable,
  table: () => links.import(),
  pouch: () => links.receivePouch(),
};

/** The next screen that takes files of this kind has it. The host holds it meanwhile. */
export function OtherDoor({ file }: { readonly file: OpenedFile }): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const go = () => {
    underWay = file;
    navigate(doors[file.kind]());
  };
  return (
    <Callout
      tone="info"
      title={t(`door.${file.kind}.title`)}
      isAnnounced
      actions={
        <Button tone="primary" onPress={go}>
          {t(`door.${file.kind}.go`)}
        </Button>
      }
    >
      {t(`door.${file.kind}.text`, { name: file.name })}
    </Callout>
  );
}

/** Hands over, once, what was carried here. */
export function useCarried(
  kind: FileKind,
  take: (name: string, opening: Promise<Result<OpenedFile | null>>) => void,
): void {
  const host = useHost();
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (underWay?.kind !== kind) return;
    const { handle, name } = underWay;
    underWay = null;
    latest.current(name, host.call("files.reread", { handle, ...readAsFound }));
  }, [host, kind]);
}
