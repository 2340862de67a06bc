import { annualPage } from '../annual/annual-shown.js';
import { howFarPage } from '../how-far/how-far-shown.js';
import { otherCouncilsPage } from '../other-councils/other-councils-shown.js';
import { praisePage } from '../praise/praise-shown.js';
import { repeatsPage } from '../repeats/repeats-shown.js';
import { soWhatPage } from '../so-what/so-what-shown.js';
import { timelinessPage } from '../timeliness/timeliness-shown.js';
import { voicePage } from '../voice/voice-shown.js';
import { yearsPage } from '../years/years-shown.js';
import type { ReportPage } from './report-page.js';

/** Every report of a year that has a page, in the order in which they are listed. A new one is a line here. */
export const REPORT_PAGES: readonly ReportPage[] = [
  timelinessPage,
  howFarPage,
  soWhatPage,
  voicePage,
  praisePage,
  repeatsPage,
  annualPage,
  yearsPage,
  otherCouncilsPage,
];
