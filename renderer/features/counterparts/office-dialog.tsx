// An office added, corrected or ended.
import { type ReactNode, useState } from "react";
import type { Post } from "#core/model/post.ts";
import { setOffice } from "#data/counterparts.ts";
import { newId } from "#data/ids.ts";
import type { PersonFile } from "#data/people.ts";
import { Button } from "#ui/controls/button.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { useText } from "#ui/text/use-text.ts";
import { blankOffice, officeDraftOf, OfficeFields, officeOfDraft } from "../parts/office-fields.tsx";
import { SaveKey, SaveKeyHint } from "../parts/save-key.tsx";
import { useCommand } from "../parts/use-command.ts";
import css from "./counterparts-screen.module.css";

interface OfficeDialogProps {
  readonly file: PersonFile;
  readonly post: Post;
  /** "new" for one not yet held. */
  readonly officeId: string;
  /** The day it is about to end on; null where nothing is said of that. */
  readonly endsOn: string | null;
  readonly onClose: () => void;
}

export function OfficeDialog({ file, post, officeId, endsOn, onClose }: OfficeDialogProps): ReactNode {
  const { t } = useText();
  const run = useCommand();
  const { counterpart, organizations } = file;
  const known = Object.hasOwn(counterpart.offices, officeId) ? counterpart.offices[officeId] : undefined;
  const [draft, setDraft] = useState(() => {
    const start = known ? officeDraftOf(known) : blankOffice;
    return endsOn === null ? start : { ...start, toOn: endsOn };
  });
  const office = officeOfDraft(draft);
  const save = async () => {
    if (office === null) return;
    const id = known ? officeId : newId();
    if (await run(setOffice(counterpart, post, id, office, draft.body))) onClose();
  };
  return (
    <Dialog
      title={t(titleOf(known !== undefined, endsOn))}
      isOpen
      onClose={onClose}
      actions={
        <>
          <SaveKeyHint />
          <Button onPress={onClose}>{t("person.cancel")}</Button>
          <Button tone="primary" isDisabled={office === null} onPress={() => void save()}>
            {t("counterpart.office.save")}
          </Button>
        </>
      }
    >
      <div className={css["stack"]}>
        <SaveKey labelKey="counterpart.office.save" onSave={save} />
        <OfficeFields
          value={draft}
          onChange={setDraft}
          organizations={organizations}
          country={post.country}
          hasDates
          takesFocus
        />
      </div>
    </Dialog>
  );
}

function titleOf(isKnown: boolean, endsOn: string | null) {
  if (endsOn !== null) return "counterpart.office.ending";
  return isKnown ? "counterpart.office.change" : "counterpart.office.add";
}
