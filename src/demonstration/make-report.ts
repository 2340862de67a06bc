import type { LocalDate } from '../calendar/calendar.js';
import { addDays, financialYearOf, firstDayOf, instantInLondon, lastDayOf } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import type { Executor } from '../platform/executor.js';
import { derivedId, referenceFor } from '../platform/ids.js';
import {
  PUBLISHED_REPORT_PREFIX,
  publishedReportDecider,
  publishedReportStream,
} from '../reports/publishing/published-report.js';
import { actorOf } from './actor-of.js';

interface ReportMaking {
  readonly executor: Executor;
  readonly directory: Directory;
  readonly today: LocalDate;
}

/** The annual report of the year that is over, begun for inside the service; nobody has taken its figures yet. */
export const makeReport = async ({ executor, directory, today }: ReportMaking): Promise<void> => {
  const report = referenceFor(PUBLISHED_REPORT_PREFIX, derivedId('demonstration', 'annual-report'));
  const over = financialYearOf(addDays(firstDayOf(financialYearOf(today)), -1));
  const actor = actorOf('performance-analyst', directory, today);
  await executor.execute(
    publishedReportStream(report),
    publishedReportDecider,
    {
      type: 'draft',
      by: { person: actor.person, isProgram: false },
      ...{ report, kind: 'annual', from: firstDayOf(over), to: lastDayOf(over) },
      ...{ audience: 'inside', threshold: 1, team: null },
    },
    null,
    {
      commandId: derivedId('demonstration', 'annual-report', 'draft'),
      actor,
      occurredAt: instantInLondon(today, 8, 30),
    },
  );
};
