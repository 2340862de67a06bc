import { AnnualReportApi } from './annual/annual.api.js';
import { AnnualReportRoute } from './annual/annual.route.js';
import { EscalationsApi } from './escalations/escalations.api.js';
import { WeekApi } from './escalations/week/week.api.js';
import { HowFarApi } from './how-far/how-far.api.js';
import { DueDatesApi } from './my-work/due-dates/due-dates.api.js';
import { DueDatesRoute } from './my-work/due-dates/due-dates.route.js';
import { OverTimeApi } from './over-time/over-time.api.js';
import { IroServiceApi } from './iro-service/iro-service.api.js';
import { DrawSampleRoute } from './iro-service/sheet/draw-sample.route.js';
import { SupervisionSheetApi } from './iro-service/sheet/sheet.api.js';
import { MyWorkApi } from './my-work/my-work.api.js';
import { DisclosuresApi } from './publishing/disclosure-log/disclosures.api.js';
import { DisclosuresRoute } from './publishing/disclosure-log/disclosures.route.js';
import { OtherCouncilsApi } from './other-councils/other-councils.api.js';
import { OtherCouncilsRoute } from './other-councils/other-councils.route.js';
import { PraiseApi } from './praise/praise.api.js';
import { PublishedReportsApi } from './publishing/published-reports.api.js';
import { PublishedReportsRoute } from './publishing/published-reports.route.js';
import { RepeatsApi } from './repeats/repeats.api.js';
import { SoWhatApi } from './so-what/so-what.api.js';
import { TeamFiguresApi } from './team/team-figures.api.js';
import { ThemesApi } from './themes/themes.api.js';
import { TimelinessApi } from './timeliness/timeliness.api.js';
import { VoiceApi } from './voice/voice.api.js';
import { YearsApi } from './years/years.api.js';

/** Every route about figures. */
export const reportRoutes = [
  OverTimeApi,
  ThemesApi,
  AnnualReportApi,
  AnnualReportRoute,
  EscalationsApi,
  WeekApi,
  MyWorkApi,
  DueDatesApi,
  DueDatesRoute,
  TimelinessApi,
  HowFarApi,
  SoWhatApi,
  RepeatsApi,
  VoiceApi,
  PraiseApi,
  YearsApi,
  OtherCouncilsApi,
  OtherCouncilsRoute,
  TeamFiguresApi,
  IroServiceApi,
  SupervisionSheetApi,
  DrawSampleRoute,
  PublishedReportsApi,
  PublishedReportsRoute,
  DisclosuresApi,
  DisclosuresRoute,
];
