// A part of a page on which files may be dropped, or pasted while it has the focus. Hands them on unread.
import type { ReactNode } from "react";
import { DropZone } from "react-aria-components";
import { cx } from "../lib/classes.ts";
import { fileDropTarget } from "../lib/file-drop-target.ts";
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
      {...fileDropTarget(onFiles)}
      className={cx(css["landing"])}
    >
      {children}
    </DropZone>
  );
}
