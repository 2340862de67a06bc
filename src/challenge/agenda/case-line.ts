import type { Instant, LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { shortDay } from '../../calendar/in-words.js';
import { dateAsJson, joinDateOfRound } from '../../../projections/deadlines/date-columns.js';
import type { Onlooker } from '../../disputes/restriction.js';
import { endingInWords } from '../../disputes/codes-in-words.js';
import { keptFor, NOT_KEPT_FROM } from '../../disputes/set-aside.js';
import type { Standing } from '../../disputes/events.js';
import type { DayGiven } from '../../disputes/time/due.js';
import { howItStands } from '../../disputes/time/late.js';
import { themeShown } from '../../protocol/theme-shown.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import type { Reading } from '../../reading/reading.js';

/** As much of a dispute as an agenda shows: initials, theme, stage, and its history in one line. Nothing that was written. */
export interface CaseShown {
  /** Null for a record that the reader may not know of: a line that something is there is all they are told. */
  readonly dispute: string | null;
  readonly initials: readonly string[];
  readonly theme: string | null;
  readonly stage: number | null;
  readonly status: string | null;
  readonly line: string;
}

/** The data for showing cases. */
export interface ReadingOfCases extends Pick<Reading, 'readModels' | 'directory' | 'now'> {
  readonly says: Pick<CouncilSays, 'themes'>;
}

interface Row {
  reference: string;
  status: string;
  kind: string;
  raised_on: LocalDate;
  theme: string | null;
  children: string;
  current_stage: number;
  stage_name: string | null;
  stage_history: string;
  standing: Standing | null;
  paused_on: LocalDate | null;
  frozen_on: LocalDate | null;
  answer: string;
  ended_on: LocalDate | null;
  outcome: string | null;
  actions_outstanding: number;
  cafcass_referrals: number;
  hidden: number;
}

/**
 * @param reader who looks; of a restricted record they are not even told the reference unless they are on its list. Null for a paper
 *   that anybody may hold
 */
export const caseShown = (
  dispute: string,
  reader: Onlooker | null,
  { readModels, directory, now, says }: ReadingOfCases,
): CaseShown => {
  const row = readModels.get<Row>(
    `SELECT register.*, ${dateAsJson('answer_date')} AS answer, NOT ${NOT_KEPT_FROM} AS hidden
       FROM dispute_register AS register ${joinDateOfRound('answer', 'answer_date')} WHERE register.reference = :dispute`,
    { dispute, ...keptFor(reader ?? ANYBODY, londonDate(now)) },
  );
  const nothing = { dispute, initials: [], theme: null, stage: null, status: null };
  if (row === undefined) return { ...nothing, line: 'Not known here.' };
  if (row.hidden === 1)
    return { ...nothing, dispute: null, line: 'Restricted: only the people on its list may read it.' };
  return {
    dispute,
    initials: (JSON.parse(row.children) as string[]).map(
      (child) => directory.child(child, londonDate(now))?.initials ?? '–',
    ),
    theme: row.theme,
    stage: row.current_stage,
    status: row.status,
    line: lineOf(row, now, says.themes),
  };
};

/** A person who holds a paper: nobody in particular. */
const ANYBODY: Onlooker = { person: '', posts: [] };

const lineOf = (row: Row, now: Instant, themes: CouncilSays['themes']): string => {
  const steps = JSON.parse(row.stage_history) as { stage: number; beganOn: LocalDate }[];
  const since = steps.findLast(({ stage }) => stage === row.current_stage)?.beganOn;
  const isInformal = row.current_stage === 0;
  const place = isInformal ? 'informal' : `at stage ${row.current_stage}`;
  const name = isInformal || row.stage_name === null || row.stage_name === '' ? '' : ` (${row.stage_name})`;
  return [
    `Raised ${shortDay(row.raised_on)}${row.theme === null ? '' : `, ${themeShown(row.theme, themes).label}`}`,
    row.ended_on === null
      ? `${place}${name}${since === undefined ? '' : ` since ${shortDay(since)}`}`
      : `${endingInWords(row.status, row.outcome) ?? row.status} ${shortDay(row.ended_on)}`,
    ...(row.ended_on === null && row.standing === 'awaiting-answer' ? [dueIn(row, now)] : []),
    ...(row.actions_outstanding > 0 ? [`${counted(row.actions_outstanding, 'action')} not done`] : []),
    ...(row.cafcass_referrals > 0 ? ['referred to Cafcass'] : []),
  ].join('; ');
};

const dueIn = ({ answer, paused_on, frozen_on }: Row, now: Instant): string => {
  const date = JSON.parse(answer) as DayGiven;
  const stoppedOn = paused_on ?? frozen_on;
  switch (howItStands(date, now)) {
    case 'late':
      return `due ${shown(date.dueOn)}, late`;
    case 'due':
      return `due ${shown(date.dueOn)}`;
    case 'paused':
      return `clock stopped on ${shown(stoppedOn)}`;
    default:
      return 'no date set';
  }
};

/** A day that is there wherever something is due, late or stopped. */
const shown = (day: LocalDate | null): string => (day === null ? 'a day that is not known' : shortDay(day));

const counted = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;
