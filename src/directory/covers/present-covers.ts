import type { LocalDate } from '../../calendar/calendar.js';
import { shortDay } from '../../calendar/in-words.js';
import type { CoverDto } from './covers.dto.js';

export interface CoversAsRead {
  /** Names of those who arrange a cover; none where the reader does so. */
  readonly arrangers: readonly string[];
  /** With the names of both. */
  readonly items: readonly CoverDto[];
  readonly today: LocalDate;
  readonly mayArrange: boolean;
  readonly mayHandOver: boolean;
}

export const presentCovers = ({ items, arrangers, today, mayArrange, mayHandOver }: CoversAsRead): object => ({
  title: 'Covers',
  ...{ mayArrange, mayHandOver },
  whoArranges: mayArrange || arrangers.length === 0 ? null : arrangers.join(' or '),
  items: items.map(({ iro, by, from, to }) => ({
    ...{ iro, by },
    from: shortDay(from),
    to: shortDay(to),
    state: from > today ? 'to come' : to === today ? 'ends today' : 'runs now',
  })),
});
