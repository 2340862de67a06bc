import type { Type } from '@nestjs/common';
import { AcknowledgementViewsPage } from './acknowledgements/views/views.page.js';
import { handOverCaseloadPage } from './caseload/hand-over.page.js';
import { challengePages } from './challenge/pages.js';
import { childPages } from './directory/children/child-pages.js';
import { coverPages } from './directory/covers/cover-pages.js';
import { CoversPage } from './directory/covers/covers.page.js';
import { beginConversationPage } from './disputes/acts/record-conversation/begin-conversation.page.js';
import { EmergenciesPage } from './disputes/emergencies/emergencies.page.js';
import { OutlinePage } from './disputes/outline/outline.page.js';
import { DisputeViewsPage } from './disputes/views/views.page.js';
import { WhoOpenedPage } from './disputes/who-opened/who-opened.page.js';
import { annualPages } from './reports/annual/annual-pages.js';
import { BoardPage } from './reports/escalations/board.page.js';
import { WallPage } from './reports/escalations/wall.page.js';
import { WeekPage } from './reports/escalations/week/week.page.js';
import { DueDatesPage } from './reports/my-work/due-dates/due-dates.page.js';
import { dueDatesPages } from './reports/my-work/due-dates/due-dates-pages.js';
import { reportPages } from './reports/pages/reports.page.js';
import { FiguresFilePage } from './reports/other-councils/figures-file.page.js';
import { otherCouncilsPages } from './reports/other-councils/other-councils-pages.js';
import { disclosureFormPages } from './reports/publishing/disclosure-log/disclosure-pages.js';
import { DisclosuresPage } from './reports/publishing/disclosure-log/disclosures.page.js';
import { publishedReportPages } from './reports/publishing/published-report-pages.js';
import { PublishedReportsPage } from './reports/publishing/published-reports.page.js';
import { IroServicePage } from './reports/iro-service/iro-service.page.js';
import { drawSamplePage } from './reports/iro-service/sheet/draw-sample.page.js';
import { SupervisionSheetPage } from './reports/iro-service/sheet/sheet.page.js';
import { TeamPage } from './reports/team/team.page.js';
import { TeamsPage } from './reports/team/teams.page.js';
import { ThemesPage } from './reports/over-time/themes.page.js';
import { HandoverPage } from './reports/my-work/handover.page.js';
import { checkPages } from './reviews/check/check-pages.js';
import { CheckPage } from './reviews/check/check.page.js';
import { recommendationsPages } from './reviews/recommendations/recommendations-pages.js';
import { RecommendationsPage } from './reviews/recommendations/recommendations.page.js';
import { CheckViewsPage } from './reviews/views/views.page.js';

/** The pages beside disputes, acknowledgements and one’s own work: children’s records, covers, reviews, meetings, and who opened what. */
export const rooms: readonly Type[] = [
  ...childPages,
  HandoverPage,
  DueDatesPage,
  ...dueDatesPages,
  BoardPage,
  WallPage,
  WeekPage,
  ThemesPage,
  TeamPage,
  TeamsPage,
  IroServicePage,
  SupervisionSheetPage,
  drawSamplePage,
  ...reportPages,
  ...annualPages,
  PublishedReportsPage,
  ...publishedReportPages,
  ...otherCouncilsPages,
  FiguresFilePage,
  ...disclosureFormPages,
  DisclosuresPage,
  CoversPage,
  ...coverPages,
  handOverCaseloadPage,
  RecommendationsPage,
  ...recommendationsPages,
  CheckPage,
  ...checkPages,
  beginConversationPage,
  OutlinePage,
  DisputeViewsPage,
  AcknowledgementViewsPage,
  CheckViewsPage,
  EmergenciesPage,
  WhoOpenedPage,
  ...challengePages,
];
