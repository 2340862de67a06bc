import type { PublishedReportEvent } from '../reports/publishing/events.js';
import { fromTable } from './from-table.js';
import { tellsOf } from './table/table.js';
import type { Wanted } from './who-is-told.js';

/** A report that was given out and stands no more is for those who keep information governance, whoever they are that day. */
export const toldOfReport = ({ type }: Pick<PublishedReportEvent, 'type'>, report: string): Wanted[] =>
  fromTable(tellsOf('publishedReport', type), {
    recipients: { 'information-governance': [{ post: 'information-governance', team: null }] },
    line: (kind) => ({ kind, about: report, called: 'report', dueOn: null, dueAt: null, actionId: null }),
  });
