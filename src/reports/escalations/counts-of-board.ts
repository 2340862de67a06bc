import type { LocalDate } from '../../calendar/calendar.js';
import { type BoardTotals, COUNTED_ROWS, type CountOfRows } from './escalation-board.js';
import type { BoardRead, BoardRow } from './escalations.query.js';
import type { AcknowledgedInWeek, CountOfWeek, InWeek } from './week/week.js';

/** The counts of the board: rows of its own, actions, or events of this week. */
export type CountOnBoard = keyof BoardTotals | CountOfWeek;

const OF_WEEK_IN_WORDS: { readonly [Count in CountOfWeek]: string } = {
  raisedFormally: 'Formal disputes raised',
  raisedInformally: 'Informal disputes raised',
  movedUp: 'Moved up',
  settled: 'Settled',
  cameBack: 'Came back',
  changed: 'Ended with a change for the child',
  acknowledged: 'Acknowledgements',
};

export const inWordsOfWeek = (count: CountOfWeek): string => OF_WEEK_IN_WORDS[count];

const NOW_IN_WORDS: { readonly [Count in keyof BoardTotals]: string } = {
  open: 'Open',
  late: 'Late',
  dueToday: 'Due today',
  waitingForIro: 'With IROs',
  vacancies: 'Waiting for a post that nobody holds',
  paused: 'With a clock that stands still',
  referredToCafcass: 'With Cafcass',
  forChallenge: 'On the agenda of a meeting',
  notTakenOn: 'From a register, and taken on by nobody yet',
  overdueActions: 'Agreed actions whose day has passed',
};

export const inWords = (count: CountOnBoard): string =>
  isCountOfWeek(count) ? `${OF_WEEK_IN_WORDS[count]} this week` : NOW_IN_WORDS[count];

export const isCountOnBoard = (value: unknown): value is CountOnBoard =>
  isCountOfWeek(value) || (typeof value === 'string' && Object.hasOwn(NOW_IN_WORDS, value));

export const isCountOfWeek = (value: unknown): value is CountOfWeek =>
  typeof value === 'string' && Object.hasOwn(OF_WEEK_IN_WORDS, value);

/** Something that a count counts: a row of the board without its child, or what was promised or happened on a day. */
export type Counted =
  | { readonly row: BoardRow }
  | {
      readonly reference: string;
      /** Of an acknowledgement; of a dispute where it is left out. */
      readonly isAcknowledgement?: true;
      /** Of an acknowledgement: what it is about, and of which team. */
      readonly theme?: string | null;
      readonly teamName?: string | null;
      readonly on: LocalDate;
      readonly who: string | null;
      readonly daysLate: number | null;
      /** Whether its reader can open it, as the board knows of what is open; the outline leads on in any case. */
      readonly mayOpen: boolean;
    };

/** Exactly what a count counts, in the order of the board. */
export const countedBy = (board: BoardRead, count: CountOnBoard, today: LocalDate): Counted[] => {
  const openable = new Set(board.rows.flatMap(({ reference, mayOpen }) => (mayOpen ? [reference] : [])));
  const mayOpen = (reference: string): boolean => openable.has(reference);
  if (count === 'overdueActions')
    return board.overdueActions.map(({ reference, by, who, daysLate }) => ({
      ...{ reference, on: by, who, daysLate, mayOpen: mayOpen(reference) },
    }));
  if (isCountOfWeek(count)) return countedInWeek(board.thisWeek[count], count, openable);
  const which: CountOfRows = count;
  return board.rows.filter((row) => COUNTED_ROWS[which](row, today)).map((row) => ({ row: { ...row, children: [] } }));
};

/** Exactly what a count of a week counts, the earliest first. @param openable disputes that its reader can open in full */
export const countedInWeek = (
  happened: readonly (InWeek | AcknowledgedInWeek)[],
  count: CountOfWeek,
  openable: ReadonlySet<string>,
): Counted[] =>
  happened.map((each) => ({
    ...{ reference: each.reference, on: each.on, who: null, daysLate: null, mayOpen: openable.has(each.reference) },
    ...(count === 'acknowledged' ? { isAcknowledgement: true as const } : {}),
    ...('teamName' in each ? { theme: each.theme, teamName: each.teamName } : {}),
  }));

export const howMany = (board: BoardRead, count: CountOnBoard): number =>
  isCountOfWeek(count) ? board.thisWeek[count].length : board.totals[count];
