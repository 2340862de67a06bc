import type { Instant } from '../../calendar/calendar.js';
import { momentInWords } from '../../calendar/in-words.js';
import type { About } from '../../web/frame/page.js';
import type { BoardRead } from './escalations.query.js';
import { type CountOnBoard, inWords } from './counts-of-board.js';
import { type CountedOnWall, FEWEST_OF_A_TEAM, type Wall, wallOf } from './wall.js';

export interface WallOfPage {
  readonly board: BoardRead;
  /** Under which a screen shows the same without anybody signed in; null on that screen itself. */
  readonly address: string | null;
  /** Until when the screen shows it; null of what somebody who is signed in looks at. */
  readonly until: Instant | null;
}

/** In the order in which they stand. */
const COUNTS = [
  'open',
  'late',
  'dueToday',
  'waitingForIro',
  'overdueActions',
] as const satisfies readonly (keyof Wall['totals'] & CountOnBoard)[];

/** Large figures, to be read from across a room. No count is compared with another’s, and none is red. */
export const presentWall = ({ board, address, until }: WallOfPage, { words: { said } }: About): object => {
  const { totals, longestLate, stages, teams } = wallOf(board);
  return {
    title: 'Board',
    asAt: momentInWords(board.asAt),
    until: until === null ? null : momentInWords(until),
    address,
    counts: COUNTS.map((count) => ({
      label: said(inWords(count)),
      number: totals[count],
      more: count === 'late' && longestLate !== null ? lateInWords(longestLate) : null,
    })),
    tables: [
      { id: 'by-stage', title: said('By stage'), head: said('Stage'), rows: stages.map(lineOf) },
      { id: 'by-team', title: 'By team', head: 'Team', rows: teams.map(lineOf) },
    ].filter(({ rows }) => rows.length > 0),
    small: said(`Teams with fewer than ${FEWEST_OF_A_TEAM} open disputes are counted together.`),
  };
};

const lineOf = ({ name, open, late, oldestDays }: CountedOnWall): object => ({
  ...{ name, open, late },
  oldest: oldestDays ?? '–',
});

const lateInWords = (count: number): string => (count === 0 ? 'since today' : `the longest ${days(count)}`);
const days = (count: number): string => `${count} working ${count === 1 ? 'day' : 'days'}`;
