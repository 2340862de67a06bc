import { newestEdition, type PublishedReportState } from '../reports/publishing/edition.js';
import type { PublishedReportEvent } from '../reports/publishing/events.js';
import { mayCheck } from '../work/matters-of-reports.js';
import type { Office } from '../work/office.js';
import { fromTable } from './from-table.js';
import { tellsOf } from './table/table.js';
import type { Wanted } from './who-is-told.js';

/** A report as an event left it, and as it was before. */
export interface ReportAround {
  readonly before: PublishedReportState | null;
  readonly after: PublishedReportState | null;
  readonly office: Office;
}

/**
 * A story is signed off by the person named, a report with its figures and no story that waits is checked by whoever did not write in it,
 * one that was checked is approved by the IRO manager, who hears of comments too; and one that was given out and stands no more is for those
 * who keep information governance, whoever they are that day.
 */
export const toldOfReport = (
  event: PublishedReportEvent,
  report: string,
  { before, after, office }: ReportAround,
): Wanted[] => {
  const checking = after === null ? [] : mayCheck(newestEdition(after).writers, office);
  return fromTable(tellsOf('publishedReport', event.type), {
    recipients: {
      'information-governance': [{ post: 'information-governance', team: null }],
      'iro-managers': [{ post: 'iro-manager', team: null }],
      signer: event.type === 'ReportStoryWritten' ? [{ person: event.data.signer }] : [],
      'may-check': checking.map(({ person }) => ({ person })),
    },
    holds: { 'is-to-be-checked': isToBeChecked(after) && !isToBeChecked(before) },
    line: (kind) => ({ kind, about: report, called: 'report', dueOn: null, dueAt: null, actionId: null }),
  });
};

/** It has its figures, no story waits for a signature, and nobody has checked it as it stands. */
export const isToBeChecked = (state: PublishedReportState | null): boolean => {
  if (state === null) return false;
  const { figures, stories, checkedBy, published, givenUp } = newestEdition(state);
  const isOpen = published === null && givenUp === null;
  return isOpen && figures !== null && checkedBy === null && stories.every(({ isSignedOff }) => isSignedOff);
};
