import { ReadAnnualReportHandler } from './annual/annual.query.js';
import { ReadEscalationsHandler } from './escalations/escalations.query.js';
import { ReadWeekHandler } from './escalations/week/week.query.js';
import { ReadHowFarHandler } from './how-far/how-far.query.js';
import { ReadWhoHasListedHandler } from './open-disputes/who-has-listed.query.js';
import { ReadIroServiceHandler } from './iro-service/iro-service.query.js';
import { ListToDrawFromHandler, ReadSupervisionSheetHandler } from './iro-service/sheet/sheet.query.js';
import { ReadMyWorkHandler, ReadWorkOfHandler } from './my-work/my-work.query.js';
import { ReadSinceLookedHandler } from './my-work/since-looked.query.js';
import { CountByMonthHandler, CountOverTimeHandler } from './over-time/over-time.query.js';
import {
  CountFiguresHandler,
  FindMethodHandler,
  ProposeTablesHandler,
  TakeFiguresHandler,
} from './publishing/figures/figures.query.js';
import {
  FindThemesToldHandler,
  ListDisclosuresHandler,
  ReadDisclosureHandler,
} from './publishing/disclosure-log/disclosures.query.js';
import { FindWhatIsKnownHandler } from './publishing/figures/what-is-known.query.js';
import { FindWhoChangedHandler } from './publishing/figures/who-changed.query.js';
import { DrawFilesToPublishHandler, MakeReportFileHandler } from './publishing/published-report-files.query.js';
import { FindThresholdHandler } from './publishing/threshold.query.js';
import {
  ComparePublishedReportHandler,
  FindPublishedReportHandler,
  FindReadableReportHandler,
  ListPublishedReportsHandler,
  ReadPublishedReportHandler,
} from './publishing/published-reports.query.js';
import { ProposeReportActionsHandler } from './publishing/actions-proposed.query.js';
import { ProposeReportTablesHandler } from './publishing/tables-proposed.query.js';
import { ReadRepeatsHandler } from './repeats/repeats.query.js';
import { ReadPraiseHandler } from './praise/praise.query.js';
import { ReadSoWhatHandler } from './so-what/so-what.query.js';
import { ListRecordsBehindHandler, ListThemeCasesHandler } from './themes/theme-cases.query.js';
import { CountThemesHandler } from './themes/themes.query.js';
import { ReadTeamFiguresHandler } from './team/team-figures.query.js';
import { PlayYearAgainHandler } from './what-if/what-if.query.js';
import { ReadTimelinessHandler } from './timeliness/timeliness.query.js';
import { ReadBesideOthersHandler } from './other-councils/compared.query.js';
import { ReadVoiceHandler } from './voice/voice.query.js';
import { ReadYearsHandler } from './years/years.query.js';

/** Every query about figures. A new report has a line here, one in `routes.ts`, and one in the list of the command line. */
export const reportQueries = [
  PlayYearAgainHandler,
  CountThemesHandler,
  ListThemeCasesHandler,
  ListRecordsBehindHandler,
  CountOverTimeHandler,
  CountByMonthHandler,
  ReadAnnualReportHandler,
  ReadEscalationsHandler,
  ReadWeekHandler,
  ReadWhoHasListedHandler,
  ReadMyWorkHandler,
  ReadSinceLookedHandler,
  ReadWorkOfHandler,
  ReadTimelinessHandler,
  ReadHowFarHandler,
  ReadSoWhatHandler,
  ReadRepeatsHandler,
  ReadVoiceHandler,
  ReadPraiseHandler,
  ReadYearsHandler,
  ReadBesideOthersHandler,
  ReadTeamFiguresHandler,
  ReadIroServiceHandler,
  ReadSupervisionSheetHandler,
  ListToDrawFromHandler,
  CountFiguresHandler,
  FindWhoChangedHandler,
  FindMethodHandler,
  ProposeTablesHandler,
  TakeFiguresHandler,
  ProposeReportActionsHandler,
  ProposeReportTablesHandler,
  DrawFilesToPublishHandler,
  FindThresholdHandler,
  MakeReportFileHandler,
  ComparePublishedReportHandler,
  FindPublishedReportHandler,
  FindReadableReportHandler,
  ListPublishedReportsHandler,
  ReadPublishedReportHandler,
  FindWhatIsKnownHandler,
  FindThemesToldHandler,
  ListDisclosuresHandler,
  ReadDisclosureHandler,
];
