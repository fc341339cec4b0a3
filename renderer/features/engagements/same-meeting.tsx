// The guard against logging one meeting twice: the same day, directive and person.
import type { Engagement } from "#core/model/engagement.ts";
import { zoneFrom } from "#core/rules/calendar.ts";
import { Button } from "#ui/controls/button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useEnumText } from "../parts/enum-text.ts";
import css from "./log-form.module.css";

interface MeetingsProps {
  readonly meetings: readonly Engagement[];
}

export function SameMeetingCallout({ meetings, timeZone }: MeetingsProps & { readonly timeZone: string }) {
  const { t, formatInstant } = useText();
  const enumText = useEnumText();
  if (meetings.length === 0) return null;
  return (
    <Callout tone="warning" title={t("engagement.same.title", { count: meetings.length })} isAnnounced>
      <ul className={css["same"]}>
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <Link to={links.engagement(meeting.id)}>
              {t("engagement.same.line", {
                type: enumText("engagementType", meeting.type),
                state: enumText("engagementState", meeting.state),
                when:
                  meeting.at === null ? "" : formatInstant(meeting.at, zoneFrom(meeting.timeZone, timeZone)),
                who: Object.values(meeting.theirs)
                  .map(({ name }) => name)
                  .join(", "),
              })}
            </Link>
          </li>
        ))}
      </ul>
    </Callout>
  );
}

export interface SameMeetingDialogProps extends MeetingsProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** It is another one: file it all the same. */
  readonly onFile: () => void;
}

export function SameMeetingDialog({ meetings, isOpen, onClose, onFile }: SameMeetingDialogProps) {
  const { t } = useText();
  const navigate = useNavigate();
  const [first] = meetings;
  if (first === undefined) return null;
  return (
    <Dialog
      title={t("engagement.same.ask")}
      isOpen={isOpen}
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onFile}>{t("engagement.same.file")}</Button>
          <Button tone="primary" takesFocus onPress={() => navigate(links.engagement(first.id))}>
            {t("engagement.same.open")}
          </Button>
        </>
      }
    >
      <p>{t("engagement.same.text", { who: Object.values(first.theirs)[0]?.name ?? "" })}</p>
    </Dialog>
  );
}
