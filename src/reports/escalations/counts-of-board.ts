import type { LocalDate } from '../../calendar/calendar.js';
import { type BoardTotals, COUNTED_ROWS, type CountOfRows, type Week } from './escalation-board.js';
import type { BoardRead, BoardRow } from './escalations.query.js';

/** What the board counts: rows of its own, actions, or what moved this week. */
export type CountOnBoard = keyof BoardTotals | Exclude<keyof Week, 'from'>;

const IN_WORDS: { readonly [Count in CountOnBoard]: string } = {
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
  movedUp: 'Moved up this week',
  settled: 'Settled this week',
  cameBack: 'Came back this week',
};

export const inWords = (count: CountOnBoard): string => IN_WORDS[count];

export const isCountOnBoard = (value: unknown): value is CountOnBoard =>
  typeof value === 'string' && Object.hasOwn(IN_WORDS, value);

/** Something that a count counts: a row of the board without its child, or what was promised or happened on a day. */
export type Counted =
  | { readonly row: BoardRow }
  | {
      readonly reference: string;
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
  if (isOfTheWeek(count))
    return board.thisWeek[count].map(({ reference, on }) => ({
      ...{ reference, on, who: null, daysLate: null, mayOpen: mayOpen(reference) },
    }));
  const which: CountOfRows = count;
  return board.rows.filter((row) => COUNTED_ROWS[which](row, today)).map((row) => ({ row: { ...row, children: [] } }));
};

export const howMany = (board: BoardRead, count: CountOnBoard): number =>
  isOfTheWeek(count) ? board.thisWeek[count].length : board.totals[count];

const isOfTheWeek = (count: CountOnBoard): count is Exclude<keyof Week, 'from'> =>
  count === 'movedUp' || count === 'settled' || count === 'cameBack';
