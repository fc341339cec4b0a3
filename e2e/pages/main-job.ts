// The one job in its steps, as verbs that the spec and the tour share.
import { expect } from "@playwright/test";
import type { Host } from "../fixtures/host.ts";
import { AppPage, type DeskSetup } from "./app.ts";
import { CablesPage } from "./cables.ts";
import { LogForm } from "./log-form.ts";
import { ImportPage } from "./import.ts";

interface Meeting {
  readonly post: string;
  readonly directive: string;
  readonly counterpart: string;
  readonly office: string;
  readonly pointsDelivered: number;
  readonly report: string;
}

/** A first meeting in Nairobi on the sample's cable. */
export const nairobiMeeting: Meeting = {
  post: "Nairobi",
  directive: "REQUEST TO RAISE",
  counterpart: "Wanjiru Kamotho",
  office: "Principal Secretary",
  pointsDelivered: 3,
  report: "The principal secretary took careful notes and asked for the paper.",
};

export class MainJob {
  readonly host: Host;
  readonly app: AppPage;
  readonly cables: CablesPage;

  constructor(host: Host) {
    this.host = host;
    this.app = new AppPage(host.page);
    this.cables = new CablesPage(host);
  }

  async setUpDesk(desk: DeskSetup): Promise<void> {
    await this.app.createDesk(desk);
  }

  /** Reads a list of posts up to its plan; nothing is written yet. */
  async planPosts(file: string): Promise<ImportPage> {
    const importing = new ImportPage(this.host);
    await importing.open("posts");
    await importing.choose(file);
    await importing.makePlan();
    return importing;
  }

  async openCable(file: string): Promise<void> {
    await this.cables.open();
    await this.cables.openFile(file);
    await expect(this.host.page.getByRole("button", { name: /^Create directive/ })).toBeDisabled();
  }

  /** From the screen of a directive: the log form, filled in up to the filing. */
  async fillLog(meeting: Meeting): Promise<LogForm> {
    await this.host.page.keyboard.press("Control+e");
    const log = new LogForm(this.host.page);
    await log.choose("Post", meeting.post);
    await log.choose("Directive", meeting.directive);
    // Early in the day at the post: a held meeting lies behind, whenever this runs.
    await log.time("00", "05");
    await log.addCounterpart(meeting.counterpart, meeting.office);
    await log.deliver(meeting.pointsDelivered);
    await log.report(meeting.report);
    return log;
  }
}
