import type { PublishedReportEvent } from '../reports/publishing/events.js';
import { fromTable } from './from-table.js';
import { tellsOf } from './table/table.js';
import type { Wanted } from './who-is-told.js';

/**
 * A story is signed off by the person named, a report that was checked is approved by the IRO manager, who hears of comments too; and one
 * that was given out and stands no more is for those who keep information governance, whoever they are that day.
 */
export const toldOfReport = (event: PublishedReportEvent, report: string): Wanted[] =>
  fromTable(tellsOf('publishedReport', event.type), {
    recipients: {
      'information-governance': [{ post: 'information-governance', team: null }],
      'iro-managers': [{ post: 'iro-manager', team: null }],
      signer: event.type === 'ReportStoryWritten' ? [{ person: event.data.signer }] : [],
    },
    line: (kind) => ({ kind, about: report, called: 'report', dueOn: null, dueAt: null, actionId: null }),
  });
