// A pouch from another office: opened, its sender known, what it would do looked at, and exactly that merged.
import { type ReactNode, useEffect, useState } from "react";
import { z } from "zod";
import { useSession } from "#data/use-live.tsx";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { useFocusFound } from "#ui/lib/use-focus-found.ts";
import { defineScreen, type ScreenProps, useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useFailureText } from "../parts/failure-text.ts";
import { useCarried } from "../parts/other-door.tsx";
import { FileSource } from "../parts/file-source.tsx";
import { ProgressLine } from "../parts/progress-line.tsx";
import { MergeStep } from "./merge-step.tsx";
import { MergedStep } from "./merged-step.tsx";
import css from "./receive-screen.module.css";
import { SenderStep } from "./sender-step.tsx";
import { type Receiving, type Stage, useReceive } from "./use-receive.ts";

const searchSchema = z.object({ waiting: z.string().catch("") });
type Props = ScreenProps<"/pouches/receive", z.infer<typeof searchSchema>>;

function ReceiveScreen({ search: { waiting } }: Props): ReactNode {
  // Another pouch in the link is another arrival.
  return <Receive key={waiting} waiting={waiting} />;
}

function Receive({ waiting }: { readonly waiting: string }): ReactNode {
  const { t } = useText();
  const failureText = useFailureText();
  const receiving = useReceive();
  const { stage, failure, progress } = receiving;
  const body = useFocusFound<HTMLElement>(stage.kind);
  useWaiting(waiting, receiving);
  return (
    <div className={css["screen"]}>
      <PageHeader title={t("pouches.receive.title")} meta={t("pouches.receive.what")} />
      <section ref={body} tabIndex={-1} aria-label={t(`pouches.stage.${stage.kind}`)} className={css["body"]}>
        {failure !== null && (
          <div className={css["said"]}>
            <Callout tone="danger" title={t("pouches.receive.failed")} isAnnounced>
              {failureText(failure)}
            </Callout>
          </div>
        )}
        <StageBody stage={stage} receiving={receiving} />
      </section>
      {progress !== null && <ProgressLine progress={progress} onStop={receiving.stop} place={body} />}
    </div>
  );
}

function StageBody({
  stage,
  receiving,
}: {
  readonly stage: Stage;
  readonly receiving: Receiving;
}): ReactNode {
  switch (stage.kind) {
    case "choose":
      return <ChooseStep receiving={receiving} />;
    case "passphrase":
      return <PassphraseStep receiving={receiving} name={stage.file.name} />;
    case "sender":
      return <SenderStep arrival={stage.arrival} receiving={receiving} />;
    case "plan":
      return <MergeStep shown={stage.shown} receiving={receiving} />;
    case "done":
      return <MergedStep shown={stage.shown} merged={stage.merged} onAnother={receiving.restart} />;
    case "introduced":
      return <Introduced office={stage.arrival.info.manifest.from.office} />;
  }
}

/** One that was kept because something was missing is opened again by its link. */
function useWaiting(waiting: string, { take }: Receiving): void {
  const { host, view } = useSession();
  useEffect(() => {
    const reopen = async () => {
      const [pouch] = await view.get("pouches", [waiting]);
      if (pouch && pouch.kept !== "") {
        await take(host.call("pouch.reopen", { sha256: pouch.kept, name: pouch.fileName }));
      }
    };
    if (waiting !== "") void reopen();
    // Once for each link.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [waiting]);
}

function ChooseStep({ receiving }: { readonly receiving: Receiving }): ReactNode {
  const { t } = useText();
  useCarried("pouch", (_name, opening) => void receiving.take(opening));
  return (
    <div className={css["step"]}>
      <p className={css["lead"]}>{t("pouches.receive.lead")}</p>
      <FileSource
        kind="pouch"
        label={t("pouches.receive.drop")}
        hint={t("pouches.receive.hint")}
        isReading={receiving.isBusy}
        onOpen={(_name, opening) => void receiving.take(opening)}
      />
    </div>
  );
}

function PassphraseStep({
  receiving,
  name,
}: {
  readonly receiving: Receiving;
  readonly name: string;
}): ReactNode {
  const { t } = useText();
  const [passphrase, setPassphrase] = useState("");
  const open = () => {
    if (passphrase !== "") void receiving.unlock(passphrase);
  };
  useCommands([{ id: "pouches.unlock", labelKey: "pouches.passphrase.open", keys: "Mod+Enter", run: open }]);
  return (
    <form
      className={css["step"]}
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <p className={css["lead"]}>{t("pouches.passphrase.text", { name })}</p>
      <TextField
        label={t("pouches.passphrase")}
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        maxLength={1000}
        takesFocus
      />
      <div className={css["ways"]}>
        <Button onPress={receiving.restart}>{t("pouches.receive.other")}</Button>
        <Button tone="primary" type="submit" isPending={receiving.isBusy} isDisabled={passphrase === ""}>
          {t("pouches.passphrase.open")}
        </Button>
      </div>
    </form>
  );
}

function Introduced({ office }: { readonly office: string }): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <div className={css["step"]}>
      <Callout tone="success" title={t("pouches.introduced.title", { office })} isAnnounced>
        {t("pouches.introduced.text", { office })}
      </Callout>
      <div className={css["ways"]}>
        <Button tone="primary" onPress={() => navigate(links.pouches())}>
          {t("pouches.introduced.to")}
        </Button>
      </div>
    </div>
  );
}

export const receiveScreen = defineScreen({
  path: "/pouches/receive",
  search: searchSchema,
  component: ReceiveScreen,
});
