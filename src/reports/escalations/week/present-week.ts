import { dayInWords, momentInWords } from '../../../calendar/in-words.js';
import { addDays } from '../../../calendar/dates.js';
import type { About } from '../../../web/frame/page.js';
import { addressOf } from '../../../web/lists/listing.js';
import { type CountOnBoard, inWords, inWordsOfWeek } from '../counts-of-board.js';
import { ESCALATIONS_DEFINITIONS } from '../escalations.definitions.js';
import { COUNTS_OF_WEEK } from './week.js';
import type { WeekRead } from './week.query.js';

/** The counts of the board as of now, beside the events of the week. */
const STANDS_NOW = ['open', 'late', 'waitingForIro', 'vacancies', 'overdueActions', 'forChallenge'] as const;

interface Line {
  readonly label: string;
  readonly count: number;
  /** To what it counts; null of nothing. */
  readonly href: string | null;
}

/** Each count leads to exactly what it counts. None is compared with another week’s: more is not worse. */
export const presentWeek = (
  { asAt, week, isThisWeek, now }: WeekRead,
  { words: { said } }: Pick<About, 'words'>,
): object => {
  const line = (label: string, count: number, href: string): Line => ({
    label: said(label),
    count,
    href: count === 0 ? null : href,
  });
  return {
    title: `Week of ${dayInWords(week.from)}`,
    asAt: momentInWords(asAt),
    says: isThisWeek
      ? `So far, from Monday ${dayInWords(week.from)}.`
      : `From Monday ${dayInWords(week.from)} to Sunday ${dayInWords(week.to)}.`,
    happened: COUNTS_OF_WEEK.map((what) =>
      line(inWordsOfWeek(what), week[what].length, addressOf('/board/week/counted', { of: week.from, what })),
    ),
    stands: STANDS_NOW.map((what: CountOnBoard & keyof WeekRead['now']) =>
      line(inWords(what), now[what], addressOf('/board/counted', { what })),
    ),
    before: addressOf('/board/week', { of: addDays(week.from, -7) }),
    after: isThisWeek ? null : addressOf('/board/week', { of: addDays(week.from, 7) }),
    definitions: ESCALATIONS_DEFINITIONS.map(({ label, definition }) => ({
      label: said(label),
      text: said(definition),
    })),
  };
};
