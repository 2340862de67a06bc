import type { PublishedReportRow } from '../../projections/published-reports/published-reports.js';
import { type Permission, rowOf } from '../access/access-table.js';
import { londonDate } from '../calendar/dates.js';
import { NONE_SET } from '../disputes/time/due.js';
import { waitingSince } from '../disputes/time/waiting.js';
import type { PostKind } from '../protocol/protocol.js';
import { countedBy } from '../reading/reading.js';
import type { Council } from './council.js';
import type { Asked, Matter, Work } from './matter.js';
import type { InOffice, Office } from './office.js';

type Row = Pick<PublishedReportRow, 'report' | 'standing' | 'checked_by' | 'changed_at'> & {
  readonly writers: string;
  readonly stories: string;
};

/**
 * A report that is to be given out and waits for somebody else than whoever writes it: a story for the person who signs it off; once
 * none waits and its figures are taken, the check; then the approval; then that it is published. Where nobody in office can do that, it has
 * fallen to the last to be asked.
 */
export const mattersOfReports = (council: Council): Matter[] =>
  council.reading.readModels
    .all<Row>(
      `SELECT report, standing, checked_by, changed_at, writers, stories FROM published_reports
        WHERE standing IN ('drafted', 'counted', 'checked', 'approved') ORDER BY report`,
    )
    .flatMap((row) => {
      const { office } = council;
      const unsigned = storiesOf(row).filter(({ isSignedOff }) => !isSignedOff);
      if (unsigned.length > 0) return [matterOf('sign-off-story', row, signersOf(unsigned, office), council)];
      switch (row.standing) {
        case 'counted':
          return [matterOf('check-report', row, mayCheck(writersOf(row), office), council)];
        case 'checked':
          return [matterOf('approve-report', row, mayApprove(row.checked_by, office), council)];
        case 'approved':
          return [matterOf('publish-report', row, others('report.approve', [], office), council)];
        default:
          return [];
      }
    });

const storiesOf = ({ stories }: Row): PublishedReportRow['stories'] =>
  JSON.parse(stories) as PublishedReportRow['stories'];
const writersOf = ({ writers }: Row): string[] => JSON.parse(writers) as string[];

/** The people named, who are in office and hold a post that signs off. */
const signersOf = (stories: PublishedReportRow['stories'], office: Office): InOffice[] =>
  [...new Set(stories.map(({ signer }) => signer))].flatMap((person) =>
    office
      .postsOf(person)
      .filter(({ kind }) => kind in rowOf('report.sign-off'))
      .slice(0, 1)
      .map((post) => ({ person, post, owner: null })),
  );

/** Those who may look for what could be worked out from a report, and did not write in it. @param writers person ids */
export const mayCheck = (writers: readonly string[], office: Office): InOffice[] =>
  others('report.check', writers, office);

/** Those who may approve a report, but for the person who checked it. */
export const mayApprove = (checkedBy: string | null, office: Office): InOffice[] =>
  others('report.approve', [checkedBy ?? ''], office);

/** Everybody who may do it by their post, but for those who did what comes before it. */
const others = (permission: Permission, but: readonly string[], office: Office): InOffice[] =>
  (Object.keys(rowOf(permission)) as PostKind[])
    .flatMap((kind) => office.anywhere(kind))
    .filter(({ person }) => !but.includes(person));

const matterOf = (
  what: Extract<Work, `${string}-report` | 'sign-off-story'>,
  { report, changed_at: changedAt }: Row,
  asked: readonly InOffice[],
  { reading, office }: Council,
): Matter => {
  const since = londonDate(changedAt);
  const people = asked.length > 0 ? asked : office.lastResort(null).asked;
  return {
    what,
    shown: {
      ...{ reference: report, children: [], team: null, theme: null, ladder: null, stage: null, stageName: null },
      ...{ raisedOn: since, takenOn: true, heldBy: null },
    },
    ...{ actionId: null, due: NONE_SET, waiting: waitingSince(NONE_SET, since, countedBy(reading)) },
    asked: people.map((each): Asked => ({ ...each, mayRead: true })),
    hasFallen: asked.length === 0,
  };
};
