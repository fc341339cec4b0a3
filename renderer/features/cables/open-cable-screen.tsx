// Where a cable comes in: dropped, chosen or pasted. Also the cables whose review was begun and not finished.
import { useEffect, useMemo, useRef, useState } from "react";
import { z } from "zod";
import type { Failure, Result } from "#core/lib/result.ts";
import { readAsFound } from "#core/host/open-files.ts";
import type { OpenedFile } from "#core/host/shapes.ts";
import { draftsOf, endDraft } from "#data/drafts.ts";
import { newId } from "#data/ids.ts";
import { allPosts } from "#data/posts.ts";
import { useLive } from "#data/use-live.tsx";
import { useHost } from "#host/use-host.tsx";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { Keys } from "#ui/display/kbd.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { Section } from "#ui/layout/section.tsx";
import { defineScreen, useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useFailureText } from "../parts/failure-text.ts";
import { FileSource } from "../parts/file-source.tsx";
import { OtherDoor, useCarried } from "../parts/other-door.tsx";
import { ProgressLine } from "../parts/progress-line.tsx";
import { useCommand } from "../parts/use-command.ts";
import { useProgress } from "../parts/use-progress.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import { PartsFound } from "./mail-parts.tsx";
import { startReview } from "./cable-draft.ts";
import css from "./open-cable-screen.module.css";
import { type CableText, checkText, textOf } from "./open-text.ts";
import { knownNames } from "./known-names.ts";

/** What a draft is called in the list: its subject, else its number, else the file, else its first words. */
function titleOf({ reading, name, text }: CableText): string {
  const { subject, mrn } = reading.header;
  return subject?.value ?? mrn?.value ?? (name === "" ? text.trim().slice(0, 80) : name);
}

function OpenCableScreen() {
  const { t } = useText();
  const host = useHost();
  const navigate = useNavigate();
  const run = useCommand();
  const failureText = useFailureText();
  const { settings } = useWorkspace();
  const posts = useLive(allPosts, []);
  const known = useMemo(() => (posts.state === "ready" ? knownNames(posts.value) : []), [posts]);
  const [pasted, setPasted] = useState("");
  const screen = useRef<HTMLDivElement>(null);
  /** A file that is no cable, or of which several parts could be it. */
  const [held, setHeld] = useState<OpenedFile | null>(null);
  const { progress, during, stop } = useProgress();
  const isReading = progress !== null;
  const [problem, setProblem] = useState<{ readonly text: string; readonly isSpill: boolean } | null>(null);

  useEffect(() => {
    if (problem !== null) screen.current?.scrollTo({ top: 0 });
  }, [problem]);

  const take = async (name: string, text: string) => {
    const checked = checkText(name, text, settings, known);
    if (!checked.ok) {
      // Nothing of a spill is kept, not even in the box it was pasted into.
      if (checked.code === "cable/above-ceiling") setPasted("");
      setProblem({ text: failureText(checked), isSpill: checked.code === "cable/above-ceiling" });
      return;
    }
    const id = newId();
    if (await run(startReview(id, titleOf(checked.value), text, name))) navigate(links.reviewCable(id));
  };
  const takeText = async (file: OpenedFile) => {
    const read = await textOf(host, file);
    if (read.ok) await take(file.name, read.value);
    else setProblem({ text: failureText(read), isSpill: false });
  };
  const refuse = (name: string, failure: Failure) =>
    setProblem({ text: failureText({ ...failure, facts: { name, ...failure.facts } }), isSpill: false });
  const takeFile = (name: string, opening: Promise<Result<OpenedFile | null>>) =>
    during(async ({ signal, hearing }) => {
      setProblem(null);
      setHeld(null);
      const opened = await hearing("reading", opening);
      if (signal.aborted) {
        if (opened.ok && opened.value) await host.call("files.close", { handle: opened.value.handle });
        return;
      }
      if (!opened.ok) refuse(name, opened);
      else if (opened.value !== null) {
        if (opened.value.kind !== "text" || opened.value.parts.length > 1) setHeld(opened.value);
        else await takeText(opened.value);
      }
    });
  const takePart = (file: OpenedFile, part: number) =>
    during(async ({ signal, hearing }) => {
      const reading = host.call("files.reread", { handle: file.handle, ...readAsFound, sheet: part });
      const read = await hearing("reading", reading);
      if (signal.aborted) return;
      if (!read.ok) refuse(file.name, read);
      else {
        setHeld(null);
        await takeText(read.value);
      }
    });
  useCarried("text", (name, opening) => void takeFile(name, opening));
  const takePasted = async () => {
    setProblem(null);
    await take("", pasted);
  };
  useCommands([{ id: "cable.read", labelKey: "cable.open.read", keys: "Mod+Enter", run: takePasted }]);

  return (
    <div className={css["frame"]}>
      <div ref={screen} tabIndex={-1} className={css["screen"]}>
        <PageHeader title={t("cable.open.title")} meta={t("cable.open.lead")} />
        <div className={css["body"]}>
          {problem !== null && (
            <Callout
              tone="danger"
              title={t(problem.isSpill ? "cable.open.spill" : "cable.open.refused")}
              isAnnounced
            >
              {problem.text}
            </Callout>
          )}
          {held !== null && held.kind !== "text" && <OtherDoor file={held} />}
          {held?.kind === "text" && (
            <PartsFound
              key={held.handle}
              file={held}
              isReading={isReading}
              onTake={(part) => void takePart(held, part)}
            />
          )}
          <UnfinishedCables />
          <Section title={t("cable.open.file")}>
            <FileSource
              kind="text"
              label={t("cable.open.drop")}
              hint={t("cable.open.hint")}
              isReading={isReading}
              onOpen={(name, opening) => void takeFile(name, opening)}
            />
          </Section>
          <Section title={t("cable.open.paste")}>
            <TextArea
              label={t("cable.open.text")}
              hint={t("cable.open.text.hint")}
              value={pasted}
              onChange={setPasted}
              rows={10}
              maxRows={18}
              isSource
            />
            <div className={css["actions"]}>
              <Button tone="primary" keys="Control+Enter" onPress={() => void takePasted()}>
                {t("cable.open.read")}
              </Button>
              <Keys keys="Mod+Enter" />
            </div>
          </Section>
        </div>
      </div>
      {progress !== null && <ProgressLine progress={progress} onStop={stop} place={screen} />}
    </div>
  );
}

function UnfinishedCables() {
  const { t, formatInstant } = useText();
  const run = useCommand();
  const { settings } = useWorkspace();
  const live = useLive(draftsOf("cable"), []);
  if (live.state !== "ready" || live.value.length === 0) return null;
  return (
    <Section title={t("cable.open.unfinished")}>
      <ul className={css["drafts"]}>
        {live.value.map((draft) => (
          <li key={draft.id} className={css["draft"]}>
            <Link to={links.reviewCable(draft.id)}>
              <bdi>{draft.title}</bdi>
            </Link>
            <span className={css["when"]}>
              {t("cable.open.changed", { when: formatInstant(draft.changedAt, settings.capitalTimeZone) })}
            </span>
            <Button
              tone="quiet"
              size="small"
              onPress={() => void run({ changes: [endDraft(draft.id)] }, t("cable.open.thrown-away"))}
            >
              {t("cable.open.throw-away")}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export const openCableScreen = defineScreen({
  path: "/cables/open",
  search: z.object({}),
  component: OpenCableScreen,
});
