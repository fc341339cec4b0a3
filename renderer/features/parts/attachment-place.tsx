// Where files are attached: by a button, by dropping, by pasting. Says that it works, or in one sentence why it did not.
import { Paperclip } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Marking } from "#core/model/enums.ts";
import type { AttachedFile } from "#core/rules/attached-file.ts";
import { useHost } from "#host/use-host.tsx";
import { FileButton } from "#ui/controls/file-button.tsx";
import { FileLanding } from "#ui/layout/file-landing.tsx";
import { Section } from "#ui/layout/section.tsx";
import { useText } from "#ui/text/use-text.ts";
import css from "./attachments.module.css";
import { useFailureText } from "./failure-text.ts";
import { keepFile } from "./use-attach.ts";
import { useWorkspace } from "./workspace.tsx";

export interface AttachmentPlaceProps {
  readonly count: number;
  /** What a new attachment is marked, until somebody says otherwise. */
  readonly marking: Marking;
  /** The bytes are kept; resolves once the record names them. */
  readonly onAttach: (files: readonly AttachedFile[]) => void | Promise<unknown>;
  readonly level?: 2 | 3 | undefined;
  /** The list, where there is anything in it. */
  readonly children: ReactNode;
}

export function AttachmentPlace({
  count,
  marking,
  onAttach,
  level,
  children,
}: AttachmentPlaceProps): ReactNode {
  const { t } = useText();
  const host = useHost();
  const failureText = useFailureText();
  const { settings } = useWorkspace();
  const [busyWith, setBusyWith] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);

  const take = async (files: readonly File[]) => {
    if (busyWith !== null) return;
    const failures = files.length === 0 ? [t("attachment.noFile")] : [];
    const kept: AttachedFile[] = [];
    setProblems([]);
    for (const file of files) {
      setBusyWith(file.name);
      const answer = await keepFile(host, file, marking, settings);
      if (answer.ok) kept.push(answer.value);
      else failures.push(failureText(answer));
    }
    if (kept.length > 0) await onAttach(kept);
    setBusyWith(null);
    setProblems(failures);
  };

  return (
    <FileLanding
      label={t("attachment.landing")}
      isDisabled={busyWith !== null}
      onFiles={(files) => void take(files)}
    >
      <Section
        title={t("attachment.title")}
        level={level}
        actions={
          <FileButton
            icon={<Paperclip aria-hidden />}
            isPending={busyWith !== null}
            onFiles={(files) => {
              if (files.length > 0) void take(files);
            }}
          >
            {t("attachment.add")}
          </FileButton>
        }
      >
        {count === 0 ? <p className={css["muted"]}>{t("attachment.none")}</p> : children}
        <div role="status" className={css["busy"]}>
          {busyWith !== null && <bdi>{t("attachment.busy", { name: busyWith })}</bdi>}
        </div>
        {problems.length > 0 && (
          <div role="alert" className={css["problems"]}>
            {problems.map((problem) => (
              <p key={problem} dir="auto">
                {problem}
              </p>
            ))}
          </div>
        )}
      </Section>
    </FileLanding>
  );
}
