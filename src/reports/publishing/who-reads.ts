import { postThatMay, type RelationsFrom } from '../../access/access.js';
import { type AskedBy, seesAll } from '../../access/asker.js';
import type { LocalDate } from '../../calendar/calendar.js';
import type { Directory } from '../../directory/directory.js';
import { covers } from '../../directory/relations.js';
import type { PublishedReportState } from './edition.js';
import type { ReportDrafted } from './events.js';

/** The relation of a post to a report: that of the one team that it is about, which most reports do not have. */
export const relationsToReport =
  ({ team }: Pick<ReportDrafted, 'team'>, directory: Directory, today: LocalDate): RelationsFrom =>
  (post) =>
    team !== null && covers(post, team.id, directory, today) ? ['own-team'] : [];

/** Whether somebody reads a report; of no relation to one, whether they read every report, from its draft on. */
const reads = (askedBy: AskedBy, relations?: RelationsFrom): boolean =>
  seesAll(askedBy) || postThatMay(askedBy, 'report.read', relations) !== undefined;

/** Whether somebody reads every report, from its draft on. */
export const readsEveryReport = (askedBy: AskedBy): boolean => reads(askedBy);

/**
 * A report as far as somebody may read it; null where there is nothing of it. Managers have the half-year of their own team as it was
 * published: what is written since, and what leaders said of it, is the service’s.
 */
export const readableBy = (
  askedBy: AskedBy,
  state: PublishedReportState,
  directory: Directory,
  today: LocalDate,
): PublishedReportState | null => {
  if (readsEveryReport(askedBy)) return state;
  if (!reads(askedBy, relationsToReport(state.drafted, directory, today))) return null;
  const editions = state.editions.filter(({ published }) => published !== null);
  return editions.length === 0 ? null : { ...state, editions: editions.map((each) => ({ ...each, comments: [] })) };
};
