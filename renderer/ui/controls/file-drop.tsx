// A place to drop or choose files; hands on their names and bytes, never a path.
import { FileUp } from "lucide-react";
import { useState } from "react";
import { DropZone, FileTrigger, Text } from "react-aria-components";
import { cx } from "../lib/classes.ts";
import { fileDropTarget } from "../lib/file-drop-target.ts";
import { given } from "../lib/given.ts";
import { useText } from "../text/use-text.ts";
import { Button } from "./button.tsx";
import css from "./file-drop.module.css";

export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface FileDropProps {
  readonly label: string;
  /** Endings with the dot, offered first by the page's own dialog. What a file is its bytes say: none is refused for its name. */
  readonly kinds?: readonly string[] | undefined;
  readonly allowsMany?: boolean | undefined;
  readonly onFiles: (files: readonly DroppedFile[]) => void;
  /** What the button does instead of opening the page's own file dialog; dropped files still go to `onFiles`. */
  readonly onChoose?: (() => void) | undefined;
  /** A file is being read, and no other is taken meanwhile: the button refuses presses and keeps the focus. */
  readonly isPending?: boolean | undefined;
  /** A sentence under the button: what can be read, how large. */
  readonly hint?: string | undefined;
}

const anyKind: readonly string[] = [];

export function FileDrop(props: FileDropProps) {
  const { label, kinds = anyKind, allowsMany = false, onFiles, onChoose, isPending, hint } = props;
  const { t } = useText();
  const [problem, setProblem] = useState<string | null>(null);

  async function take(found: readonly File[]): Promise<void> {
    const files = allowsMany ? found : found.slice(0, 1);
    setProblem(null);
    for (const file of files) {
      try {
        await file.slice(0, 1).arrayBuffer();
      } catch {
        // A folder, or a file that went away or may not be read; the browser does not say which.
        setProblem(t("ui.file.unreadable", { name: file.name }));
        return;
      }
    }
    const taken = await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    if (taken.length > 0) onFiles(taken);
  }

  const button = (
    <Button tone="primary" isPending={isPending} {...given({ onPress: onChoose })}>
      {t(allowsMany ? "ui.file.choose-many" : "ui.file.choose")}
    </Button>
  );

  return (
    <div className={css["place"]}>
      <DropZone
        {...given({ isDisabled: isPending })}
        aria-label={label}
        {...fileDropTarget(take)}
        className={cx(css["zone"])}
      >
        <FileUp aria-hidden className={css["sign"]} />
        <Text slot="label" className={cx(css["label"])}>
          {label}
        </Text>
        <div className={css["ways"]}>
          {onChoose === undefined ? (
            <FileTrigger
              allowsMultiple={allowsMany}
              acceptedFileTypes={kinds}
              onSelect={(list) => void take([...(list ?? [])])}
            >
              {button}
            </FileTrigger>
          ) : (
            button
          )}
          <span className={css["or"]}>{t(allowsMany ? "ui.file.drop-many" : "ui.file.drop")}</span>
        </div>
        {hint !== undefined && <p className={css["hint"]}>{hint}</p>}
      </DropZone>
      <p role="alert" className={css["problem"]}>
        {problem}
      </p>
    </div>
  );
}
