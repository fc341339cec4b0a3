// Attached files, a line each: what it is called, what its bytes are, how large, how marked; to be saved or removed.
import { Download, Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import type { Marking } from "#core/model/enums.ts";
import { allowedMarkings, type AttachedFile, fileWord } from "#core/rules/attached-file.ts";
import { Button } from "#ui/controls/button.tsx";
import { MenuButton } from "#ui/controls/menu-button.tsx";
import { ForeignText } from "#ui/display/foreign-text.tsx";
import { useText } from "#ui/text/use-text.ts";
import css from "./attachments.module.css";
import { useEnumText } from "./enum-text.ts";
import { useFileSize } from "./file-size.ts";
import { MarkingBadge } from "./marking-badge.tsx";
import { useSaveCopy } from "./use-save-copy.ts";
import { useWorkspace } from "./workspace.tsx";

export type ListedFile = Omit<AttachedFile, "byteCount"> & { readonly byteCount: number | null };

export interface AttachmentListProps<F extends ListedFile> {
  readonly files: readonly F[];
  readonly onMark: (file: F, marking: Marking) => void;
  readonly onRemove: (file: F) => void;
}

export function AttachmentList<F extends ListedFile>({
  files,
  onMark,
  onRemove,
}: AttachmentListProps<F>): ReactNode {
  const { t } = useText();
  return (
    <ul className={css["list"]} aria-label={t("attachment.title")}>
      {files.map((file) => (
        <Line
          key={file.id}
          file={file}
          onMark={(marking) => onMark(file, marking)}
          onRemove={() => onRemove(file)}
        />
      ))}
    </ul>
  );
}

interface LineProps {
  readonly file: ListedFile;
  readonly onMark: (marking: Marking) => void;
  readonly onRemove: () => void;
}

function Line({ file, onMark, onRemove }: LineProps): ReactNode {
  const { t } = useText();
  const enumText = useEnumText();
  const size = useFileSize();
  const { settings } = useWorkspace();
  const { isSaving, save } = useSaveCopy();
  const { name, mediaType, byteCount, marking } = file;
  return (
    <li className={css["line"]}>
      <span className={css["name"]}>
        <ForeignText text={name} />
      </span>
      <span className={css["rest"]}>
        <span className={css["facts"]}>
          {t(`attachment.kind.${fileWord(mediaType)}`)}
          {byteCount !== null && ` · ${size(byteCount)}`} <MarkingBadge marking={marking} />
        </span>
        <span className={css["tools"]}>
          <Button
            size="small"
            icon={<Download aria-hidden />}
            isPending={isSaving}
            onPress={() => void save(file)}
          >
            <span aria-hidden>{t("attachment.save")}</span>
            <span className={css["unsaid"]}>{t("attachment.save.of", { name })}</span>
          </Button>
          <MenuButton
            size="small"
            label={t("attachment.more", { name })}
            icon={<Ellipsis aria-hidden />}
            actions={[
              ...allowedMarkings(settings.ceiling).map((id) => ({
                id,
                label: t("attachment.mark", { marking: enumText("marking", id) }),
                isDisabled: id === marking,
              })),
              { id: "remove", label: t("attachment.remove"), isDanger: true, startsGroup: true } as const,
            ]}
            onAction={(id) => (id === "remove" ? onRemove() : onMark(id))}
          />
        </span>
      </span>
    </li>
  );
}
