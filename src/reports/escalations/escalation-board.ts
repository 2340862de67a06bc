import type { Condition } from '../../access/scope.js';
import type { Instant, LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import type { PostKind } from '../../protocol/protocol.js';
import {
  FROM_OUTSTANDING_ACTIONS,
  narrowedDisputes,
} from '../../../projections/dispute-register/dispute-register.queries.js';
import { personName } from '../../../projections/names.js';
import { isDueToday } from '../../disputes/time/due.js';
import { lateIn } from '../../disputes/time/late-in-sql.js';
import { dateColumns } from '../../../projections/deadlines/date-columns.js';
import type { Reading } from '../../reading/reading.js';
import { EVERYTHING, type OpenFilters, openDisputes } from '../open-disputes/open-disputes.js';
import { isWithNobody, type OpenDispute, type PostAwaited } from '../open-disputes/open-dispute.js';
import { ALL_KNOWN, type Known, mondayOf, type Week, weekFrom } from './week/week.js';
import { stageShown } from '../../protocol/stage-shown.js';

/** The filters that narrow the board. */
export interface BoardFilters extends OpenFilters {
  /** A person's id, a kind of post, or `vacancy`. */
  readonly waitingFor?: PostKind | 'vacancy' | (string & {});
  readonly stage?: number;
}

/** Every open dispute by stage, as leaders read it. Each figure is counted from the rows that stand beside it. */
export interface EscalationBoard {
  /** Lateness and days left are as of this moment. */
  readonly asAt: Instant;
  readonly rows: readonly OpenDispute[];
  readonly totals: BoardTotals;
  readonly columns: readonly StageColumn[];
  /** The people who should act on what is late, in groups; teams A to Z, never by count. */
  readonly lateBy: readonly LateGroup[];
  readonly overdueActions: readonly OverdueAction[];
  /** From Monday until now. */
  readonly thisWeek: Week;
}

export interface BoardTotals {
  readonly open: number;
  readonly late: number;
  /** Due today and not late. */
  readonly dueToday: number;
  /** Waiting for an IRO, or for a chair who acts as one. */
  readonly waitingForIro: number;
  /** Nobody holds any of the posts that it waits for. */
  readonly vacancies: number;
  /** The clock stands still. */
  readonly paused: number;
  readonly referredToCafcass: number;
  /** On the agenda of a challenge meeting. */
  readonly forChallenge: number;
  /** Imported, and nobody works on it yet: never due. */
  readonly notTakenOn: number;
  readonly overdueActions: number;
}

export interface StageColumn {
  /** Code of the ladder of which it is a stage. */
  readonly ladder: string;
  /** Null of the main ladder. */
  readonly ladderName: string | null;
  readonly stage: number;
  readonly name: string;
  readonly open: number;
  readonly late: number;
  readonly notTakenOn: number;
  /** Working days since the oldest of those that somebody works on was raised; null where there is none. */
  /** Working days since the oldest dispute at the stage was raised; null if none is taken on. */
  readonly oldestDays: number | null;
}

export interface LateGroup {
  /** All of whom any one, or each, must act. */
  readonly who: readonly PostAwaited[];
  /** The team that must answer. */
  readonly team: OpenDispute['addressedTeam'];
  /** The other teams of siblings, who must answer too. */
  readonly alsoTeams: OpenDispute['alsoAddressed'];
  readonly late: number;
  readonly references: readonly string[];
}

export interface OverdueAction {
  readonly reference: string;
  readonly actionId: string;
  /** Name of the person of the directory; null where only words say who, which are for those who read the dispute. */
  readonly who: string | null;
  readonly by: LocalDate;
  /** Working days since the day by which it was to be done. */
  readonly daysLate: number;
}

export const escalationBoard = (
  reading: Reading,
  visible: Condition = EVERYTHING,
  { waitingFor, stage, ...filters }: BoardFilters = {},
  known: Known = ALL_KNOWN,
): EscalationBoard => {
  const rows = openDisputes(reading, visible, filters).filter(
    (row) =>
      (waitingFor === undefined || isWaitingFor(row, waitingFor)) && (stage === undefined || row.stage === stage),
  );
  const overdueActions = actionsOverdue(reading, visible, filters);
  return {
    asAt: reading.now,
    rows,
    totals: { ...totalsOf(rows, londonDate(reading.now)), overdueActions: overdueActions.length },
    columns: columnsOf(rows, stagesNow(reading)),
    lateBy: lateByWhom(rows),
    overdueActions,
    thisWeek: weekFrom(mondayOf(londonDate(reading.now)), reading, visible, filters, known),
  };
};

const isWaitingFor = (row: OpenDispute, waitingFor: string): boolean =>
  waitingFor === 'vacancy'
    ? isWithNobody(row)
    : row.who.some(({ kind, person }) => kind === waitingFor || person?.id === waitingFor);

/** The posts from which a dispute is held. */
export const SEATS_OF_THE_IRO: readonly PostKind[] = ['iro', 'conference-chair'];

/** A total of the board that counts rows of it. */
export type CountOfRows = Exclude<keyof BoardTotals, 'overdueActions'>;

/** The rows that each total counts: the total, and the page that it leads to, both ask here. */
export const COUNTED_ROWS: { readonly [Count in CountOfRows]: (row: OpenDispute, today: LocalDate) => boolean } = {
  open: () => true,
  late: ({ due }) => due.late,
  dueToday: ({ due }, today) => isDueToday(due, today),
  waitingForIro: ({ who }) => who.some(({ kind }) => SEATS_OF_THE_IRO.includes(kind)),
  vacancies: isWithNobody,
  paused: ({ pausedOn }) => pausedOn !== null,
  referredToCafcass: ({ cafcass }) => cafcass,
  forChallenge: ({ tabled }) => tabled !== null,
  notTakenOn: ({ takenOn }) => !takenOn,
};

export const totalsOf = (rows: readonly OpenDispute[], today: LocalDate): Omit<BoardTotals, 'overdueActions'> => {
  const count = (which: CountOfRows): number => rows.filter((row) => COUNTED_ROWS[which](row, today)).length;
  return {
    open: count('open'),
    late: count('late'),
    dueToday: count('dueToday'),
    waitingForIro: count('waitingForIro'),
    vacancies: count('vacancies'),
    paused: count('paused'),
    referredToCafcass: count('referredToCafcass'),
    forChallenge: count('forChallenge'),
    notTakenOn: count('notTakenOn'),
  };
};

interface StageNamed {
  readonly ladder: string;
  readonly ladderName: string | null;
  readonly stage: number;
  readonly name: string;
}

/** A column for every stage of the protocol in force, and for any other at which a dispute still stands. */
export const columnsOf = (rows: readonly OpenDispute[], inForce: readonly StageNamed[]): StageColumn[] => {
  const columns = [...inForce];
  for (const { ladder, stage, stageName } of rows)
    if (!columns.some((column) => isAt(column, { ladder, stage })))
      columns.push({
        ladder,
        stage,
        ladderName: columns.find((column) => column.ladder === ladder)?.ladderName ?? null,
        name: stageShown(stageName, stage),
      });
  const ladders = [...new Set(columns.map(({ ladder }) => ladder))];
  return columns
    .sort((one, other) => ladders.indexOf(one.ladder) - ladders.indexOf(other.ladder) || one.stage - other.stage)
    .map(({ ladder, ladderName, stage, name }) => {
      const here = rows.filter((row) => isAt(row, { ladder, stage }));
      const ages = here.flatMap(({ takenOn, day }) => (takenOn ? [day] : []));
      return {
        ladder,
        ladderName,
        stage,
        name,
        open: here.length,
        late: here.filter(({ due }) => due.late).length,
        notTakenOn: here.filter(({ takenOn }) => !takenOn).length,
        oldestDays: ages.length === 0 ? null : Math.max(...ages),
      };
    });
};

const isAt = (one: Pick<StageNamed, 'ladder' | 'stage'>, other: Pick<StageNamed, 'ladder' | 'stage'>): boolean =>
  one.ladder === other.ladder && one.stage === other.stage;

/** The main ladder first, as `main` is read first. */
const stagesNow = ({ readModels, now }: Reading): StageNamed[] =>
  readModels.all<StageNamed>(
    `SELECT ladder, ladder_name AS ladderName, stage, name FROM protocol_stages
     WHERE council = 'council' AND version = (
       SELECT version FROM protocol_stages WHERE council = 'council' AND in_force_from <= :today
       ORDER BY in_force_from DESC, version DESC LIMIT 1)
     ORDER BY ladder <> 'main', ladder, stage`,
    { today: londonDate(now) },
  );

/** Each late dispute once, under all those who should act on it together. */
export const lateByWhom = (rows: readonly OpenDispute[]): LateGroup[] => {
  const groups = new Map<string, OpenDispute[]>();
  for (const row of rows) {
    if (!row.due.late) continue;
    const teams = [row.addressedTeam, ...row.alsoAddressed].map((team) => team?.id ?? null);
    const key = JSON.stringify([teams, row.who.map(({ kind, post }) => [kind, post])]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()]
    .map((late) => ({
      who: late[0]!.who,
      team: late[0]!.addressedTeam,
      alsoTeams: late[0]!.alsoAddressed,
      late: late.length,
      references: late.map(({ reference }) => reference),
    }))
    .sort(
      (a, b) =>
        ALPHABET.compare(a.team?.name ?? '', b.team?.name ?? '') ||
        ALPHABET.compare(a.who[0]?.title ?? '', b.who[0]?.title ?? ''),
    );
};

const ALPHABET = new Intl.Collator('en-GB', { numeric: true });

/** Agreed actions whose day has passed, also of disputes that have ended: what was promised is owed after the end. */
const actionsOverdue = (reading: Reading, visible: Condition, filters: OpenFilters): OverdueAction[] => {
  const { where, parameters } = narrowedDisputes(filters, reading.now);
  const today = londonDate(reading.now);
  return reading.readModels
    .all<Omit<OverdueAction, 'daysLate'>>(
      `SELECT action.reference, action.action_id AS actionId, ${personName('action.person')} AS who, action."by"
       ${FROM_OUTSTANDING_ACTIONS} AND ${lateIn(dateColumns('date'))}
         AND ${[`(${visible.sql})`, ...where].join(' AND ')}
       ORDER BY action."by", action.reference, action.action_id`,
      { ...visible.parameters, ...parameters },
    )
    .map((action) => ({ ...action, daysLate: reading.calendar.workingDaysBetween(action.by, today) }));
};
