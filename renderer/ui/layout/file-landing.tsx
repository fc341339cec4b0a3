// A part of a page on which files may be dropped, or pasted while it has the focus. Hands them on unread.
import type { ReactNode } from "react";
import { DropZone, isFileDropItem } from "react-aria-components";
import { cx } from "../lib/classes.ts";
import { given } from "../lib/given.ts";
import css from "./file-landing.module.css";

export interface FileLandingProps {
  /** What dropping here does. */
  readonly label: string;
  /** Empty where what was dropped holds no file. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly isDisabled?: boolean | undefined;
  readonly children: ReactNode;
}

export function FileLanding({ label, onFiles, isDisabled, children }: FileLandingProps) {
  return (
    <DropZone
      {...given({ isDisabled })}
      aria-label={label}
      getDropOperation={() => "copy"}
      onDrop={(event) => {
        const dropped = event.items.filter(isFileDropItem);
        void Promise.all(dropped.map((item) => item.getFile())).then(onFiles);
      }}
      className={cx(css["landing"])}
    >
      {children}
    </DropZone>
  );
}
