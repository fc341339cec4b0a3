// Every feature, in one list: the shell makes routes of their screens.
import { screens as cables } from "#features/cables/index.ts";
import { screens as counterparts } from "#features/counterparts/index.ts";
import { screens as decisions } from "#features/decisions/index.ts";
import { screens as directives } from "#features/directives/index.ts";
import { screens as engagements } from "#features/engagements/index.ts";
import { screens as exchange } from "#features/exchange/index.ts";
import { screens as followUps } from "#features/follow-ups/index.ts";
import { screens as matrix } from "#features/matrix/index.ts";
import { screens as pouches } from "#features/pouches/index.ts";
import { screens as posts } from "#features/posts/index.ts";
import { screens as reports } from "#features/reports/index.ts";
import { screens as search } from "#features/search/index.ts";
import { screens as settings } from "#features/settings/index.ts";
import { screens as today } from "#features/today/index.ts";
import { screens as trash } from "#features/trash/index.ts";
import type { AnyScreen } from "#ui/screen.ts";

export const screens: readonly AnyScreen[] = [
  ...today,
  ...directives,
  ...cables,
  ...matrix,
  ...posts,
  ...counterparts,
  ...engagements,
  ...followUps,
  ...exchange,
  ...pouches,
  ...reports,
  ...decisions,
  ...search,
  ...settings,
  ...trash,
];
