import type { StageStep } from '../../../projections/dispute-register/dispute-row.js';
import { dateColumns, totalCapColumns } from '../../../projections/deadlines/date-columns.js';
import type { Instant, LocalDate } from '../../calendar/calendar.js';
import type { DisputeKind } from '../../disputes/events.js';
import { NAMED_ON_PAPER } from '../../disputes/set-aside.js';
import { limitFrom } from '../../disputes/time/due.js';
import { isLate } from '../../disputes/time/late.js';
import { lateIn, missedIn } from '../../disputes/time/late-in-sql.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { workedOut } from '../../platform/row-troubles.js';
import { stageOf } from '../../protocol/ladder.js';
import type { Protocol } from '../../protocol/protocol.js';
import { themeGroupOf } from '../../protocol/themes.js';
import type { Reading } from '../../reading/reading.js';
import type { About } from '../events.js';
import type { Meeting } from '../meeting/meeting.js';
import type {
  ActionRow,
  AgendaRows,
  CaseRow,
  DecidedRow,
  EarlierRow,
  MeetingToPrepare,
  StandingRow,
} from './propose.js';

interface CaseFound {
  reference: string;
  kind: DisputeKind;
  status: string;
  raised_on: LocalDate;
  counted_from: LocalDate;
  theme: string;
  children: string;
  protocol_version: number;
  ladder: string;
  current_stage: number;
  stage_history: string;
  standing: string | null;
  formalises: string | null;
  over_total: number;
  limited: number;
}

/**
 * Records that are hidden from anybody are left out, by a list of readers as by a child's death, and an informal one with the formal one
 * that continues it: neither they nor what would follow from them for another case. Whoever may see one puts it on an agenda by hand.
 */
const COUNTS = `${NAMED_ON_PAPER} AND register.kind <> 'conversation'`;

/** The rows from which {@link proposeAgenda} puts an agenda together. Cases that could not be worked out stand apart from the others. */
export const agendaRows = (reading: Omit<Reading, 'directory'>): AgendaRows => {
  const { readModels, troubles, now } = reading;
  const notWorkedOut: string[] = [];
  const cases = casesFound(readModels, now).flatMap((row) => {
    const found = workedOut(troubles, 'agendas', row.reference, () => caseIn(row, reading), null);
    if (found === null) notWorkedOut.push(row.reference);
    return found ?? [];
  });
  return { cases, notWorkedOut, ...otherRows(readModels, now) };
};

const casesFound = (readModels: ReadModels, now: Instant): CaseFound[] =>
  readModels.all<CaseFound>(
    `SELECT register.reference, kind, status, raised_on, coalesce(formal_on, raised_on) AS counted_from, theme, children, protocol_version, ladder, current_stage, stage_history, standing, formalises,
            ${missedIn(totalCapColumns('date'))} AS over_total, date.due_at IS NOT NULL AS limited
       FROM dispute_register AS register
       LEFT JOIN deadlines AS date ON date.reference = register.reference AND date.deadline = 'total-cap'
      WHERE ${COUNTS} AND register.protocol_version IS NOT NULL AND register.taken_on
        AND (register.status = 'open' OR (register.actions_outstanding > 0 AND register.status <> 'voided'))
      ORDER BY register.raised_on, register.reference`,
    { now },
  );

const caseIn = (
  row: CaseFound,
  { protocols, calendar, now }: Pick<Reading, 'protocols' | 'calendar' | 'now'>,
): CaseRow => {
  const { protocol } = protocols.version(row.protocol_version);
  const counted = row.limited === 0 && isOverWithoutLimit(row, protocol, { calendar, now });
  return {
    reference: row.reference,
    kind: row.kind,
    isOpen: row.status === 'open',
    raisedOn: row.raised_on,
    themeGroup: themeGroupOf(row.theme),
    children: JSON.parse(row.children) as string[],
    stage: stageOf(protocol, row.current_stage, row.ladder),
    stageSince: (JSON.parse(row.stage_history) as StageStep[]).at(-1)?.beganOn ?? row.raised_on,
    awaitsAnswer: row.standing === 'awaiting-answer',
    protocol,
    formalises: row.formalises,
    isOverTotal: row.over_total === 1 || counted,
  };
};

/** A row of a register that was taken on has no limit of its own on record: it is counted from the day it was raised. */
const isOverWithoutLimit = (
  { kind, counted_from }: CaseFound,
  { totalCap }: Protocol,
  { calendar, now }: Pick<Reading, 'calendar' | 'now'>,
): boolean =>
  totalCap !== null &&
  (kind === 'formal' || totalCap.stages === 'all') &&
  isLate(limitFrom(counted_from, totalCap.amount, calendar), now);

const otherRows = (readModels: ReadModels, now: Instant): Omit<AgendaRows, 'cases' | 'notWorkedOut'> => ({
  earlier: readModels
    .all<{ reference: string; raised_on: LocalDate; theme_group: string; children: string }>(
      `SELECT reference, raised_on, theme_group, children FROM dispute_register AS register
        WHERE ${COUNTS} AND register.status NOT IN ('voided', 'withdrawn') AND register.theme_group IS NOT NULL
        ORDER BY register.raised_on, register.reference`,
    )
    .map((row): EarlierRow => ({
      reference: row.reference,
      raisedOn: row.raised_on,
      themeGroup: row.theme_group,
      children: JSON.parse(row.children) as string[],
    })),
  actions: readModels.all<ActionRow>(
    `SELECT date.reference, date.due_on AS "by" FROM deadlines AS date
      WHERE date.deadline = 'action' AND ${lateIn(dateColumns('date'))} ORDER BY date.reference, date.part`,
    { now },
  ),
  decided: readModels
    .all<Omit<DecidedRow, 'about'> & AboutInRow>(
      `SELECT item.about, item.dispute, item.theme, item.title, meeting.kind AS meetingKind, meeting.held_on AS heldOn,
              item.decision, item.next_look_on AS nextLookOn
         FROM challenge_items AS item JOIN challenge_meetings AS meeting ON meeting.meeting = item.meeting
        WHERE item.decision IS NOT NULL ORDER BY meeting.held_on, item.meeting, item.item_id`,
    )
    .map(({ about, dispute, theme, title, ...decided }): DecidedRow => ({
      ...decided,
      about: aboutIn({ about, dispute, theme, title }),
    })),
  standing: readModels
    .all<Omit<StandingRow, 'about'> & AboutInRow>(
      `SELECT item.about, item.dispute, item.theme, item.title, meeting.kind AS meetingKind, meeting.held_on AS heldOn
         FROM challenge_items AS item JOIN challenge_meetings AS meeting ON meeting.meeting = item.meeting
        WHERE item.status = 'on-agenda' AND meeting.status IN ('arranged', 'in-session')
        ORDER BY meeting.held_on, item.meeting, item.item_id`,
    )
    .map(({ about, dispute, theme, title, ...standing }): StandingRow => ({
      ...standing,
      about: aboutIn({ about, dispute, theme, title }),
    })),
});

interface AboutInRow {
  readonly about: string;
  readonly dispute: string;
  readonly theme: string;
  readonly title: string;
}

const aboutIn = ({ about, dispute, theme, title }: AboutInRow): About =>
  about === 'case' ? { kind: 'case', dispute } : { kind: 'theme', theme, title };

/** A challenge meeting looks for cases by itself only where the council has no tracking meeting to do it. */
export const meetingToPrepare = (meeting: Meeting, readModels: ReadModels): MeetingToPrepare => {
  const tracking = readModels.get(
    `SELECT 1 FROM challenge_series WHERE kind = 'pre-challenge' AND (last_on IS NULL OR last_on >= ?) LIMIT 1`,
    [meeting.heldOn],
  );
  return {
    kind: meeting.kind,
    heldOn: meeting.heldOn,
    stages: meeting.stages ?? [],
    looksForCases: meeting.kind === 'pre-challenge' || tracking === undefined,
    had: meeting.items.map(({ about }) => about),
  };
};
