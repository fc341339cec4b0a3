// A button that opens the page's own dialog for files and hands them on unread.
import type { ReactNode } from "react";
import { FileTrigger } from "react-aria-components";
import { Button } from "./button.tsx";

export interface FileButtonProps {
  readonly children: ReactNode;
  readonly onFiles: (files: readonly File[]) => void;
  readonly icon?: ReactNode;
  readonly isPending?: boolean | undefined;
}

export function FileButton({ children, onFiles, icon, isPending }: FileButtonProps) {
  return (
    <FileTrigger allowsMultiple onSelect={(list) => onFiles([...(list ?? [])])}>
      <Button size="small" icon={icon} isPending={isPending}>
        {children}
      </Button>
    </FileTrigger>
  );
}
