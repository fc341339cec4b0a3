// The attachments of a record, on whichever screen shows it.
import type { ReactNode } from "react";
import type { Marking } from "#core/model/enums.ts";
import type { Scope } from "#core/model/scope.ts";
import { type AttachableName, attach, attachmentsOf, markAttachment } from "#data/attachments.ts";
import { moveToTrash } from "#data/trash.ts";
import { useLive } from "#data/use-live.tsx";
import { useText } from "#ui/text/use-text.ts";
import { AttachmentList } from "./attachment-list.tsx";
import { AttachmentPlace } from "./attachment-place.tsx";
import { Ready } from "./ready.tsx";
import { useCommand } from "./use-command.ts";

export interface AttachmentsProps {
  readonly record: AttachableName;
  readonly scope: Scope;
  /** The record's own marking, where it has one. */
  readonly marking?: Marking | undefined;
  readonly level?: 2 | 3 | undefined;
}

export function Attachments({ record, scope, marking = "U", level }: AttachmentsProps): ReactNode {
  const { t } = useText();
  const run = useCommand();
  const live = useLive(attachmentsOf(record), [record.table, record.id]);
  return (
    <Ready live={live}>
      {(files) => (
        <AttachmentPlace
          count={files.length}
          marking={marking}
          level={level}
          onAttach={(added) =>
            run(attach(record, scope, added), t("attachment.added", { count: added.length }))
          }
        >
          <AttachmentList
            files={files}
            onMark={(file, next) => void run(markAttachment(file, next))}
            onRemove={({ id, name, scope: own }) =>
              void run(
                moveToTrash([{ table: "documents", id, scope: own }]),
                t("attachment.removed", { name }),
              )
            }
          />
        </AttachmentPlace>
      )}
    </Ready>
  );
}
