// The whole sample, told: every act in turn, in the order in which the writes were made.
import { enterBaselines } from "./baselines.ts";
import { tellBeijingInstruction } from "./beijing-instruction.ts";
import { calendarOf } from "./calendar.ts";
import { tellDesk } from "./desk.ts";
import { tellInstruction } from "./instruction.ts";
import { enterOrganizations } from "./organizations.ts";
import { enterPosts } from "./posts.ts";
import type { SampleWrite } from "./shape.ts";
import { assignTasks } from "./tasks.ts";
import { tellAbuDhabi } from "./told/abu-dhabi.ts";
import { tellBeijing } from "./told/beijing.ts";
import { tellBerlin } from "./told/berlin.ts";
import { tellBrasilia } from "./told/brasilia.ts";
import { tellBrussels } from "./told/brussels.ts";
import { tellCairo } from "./told/cairo.ts";
import { tellCanberra } from "./told/canberra.ts";
import { tellDelhi } from "./told/delhi.ts";
import { tellHague } from "./told/hague.ts";
import { tellJakarta } from "./told/jakarta.ts";
import { tellLondon } from "./told/london.ts";
import { tellMexico } from "./told/mexico.ts";
import { tellNairobi } from "./told/nairobi.ts";
import { tellOttawa } from "./told/ottawa.ts";
import { tellParis } from "./told/paris.ts";
import { tellPretoria } from "./told/pretoria.ts";
import { tellRiyadh } from "./told/riyadh.ts";
import { tellRome } from "./told/rome.ts";
import { tellSeoul } from "./told/seoul.ts";
import { tellSingapore } from "./told/singapore.ts";
import { tellTokyo } from "./told/tokyo.ts";
import { tellWarsaw } from "./told/warsaw.ts";
import { tellWellington } from "./told/wellington.ts";
import { setUpWorkspace } from "./workspace.ts";

/** Abuja and Buenos Aires are on information and have nothing to tell. */
const stories = [
  tellLondon,
  tellParis,
  tellBerlin,
  tellRome,
  tellHague,
  tellBrussels,
  tellWarsaw,
  tellOttawa,
  tellBrasilia,
  tellMexico,
  tellTokyo,
  tellSeoul,
  tellCanberra,
  tellWellington,
  tellJakarta,
  tellSingapore,
  tellBeijing,
  tellDelhi,
  tellNairobi,
  tellPretoria,
  tellRiyadh,
  tellAbuDhabi,
  tellCairo,
];

/**
 * The sample workspace as writes of the capital and its posts, oldest first. `anchor` is the ISO day of the Friday on
 * which the cable went out; nothing is written later than `lastTold` days after it. The same anchor gives the same writes.
 */
export function sampleHistory(anchor: string): readonly SampleWrite[] {
  const calendar = calendarOf(anchor);
  const writes = [
    setUpWorkspace(calendar),
    enterPosts(calendar),
    ...enterOrganizations(calendar),
    enterBaselines(calendar),
    ...tellInstruction(calendar),
    ...tellBeijingInstruction(calendar),
    ...assignTasks(calendar),
    ...tellDesk(calendar),
    ...stories.flatMap((tell) => tell(calendar)),
  ];
  // Sorting is stable: two writes of one instant stay in the order told.
  return writes.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
}
