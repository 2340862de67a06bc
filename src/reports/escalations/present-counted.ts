import { howLateInWords } from '../../disputes/time/late-in-words.js';
import { rowFor } from '../../access/access-table.js';
import { type WellDone, wellDone, WHO_IS_TOLD } from '../../acknowledgements/thank/well-done.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { dayInWords, shortDay } from '../../calendar/in-words.js';
import type { About } from '../../web/frame/page.js';
import { addressOf, type ListAsked } from '../../web/lists/listing.js';
import { type Counted, type CountOnBoard, inWords, inWordsOfWeek, isCountOfWeek } from './counts-of-board.js';
import { addressFor, rowShown, type RowShown } from './present-board.js';

/** Paths of the lists behind the counts of the board, and of a week. */
export const COUNTED_ON_BOARD = '/board/counted';
export const COUNTED_IN_WEEK = '/board/week/counted';

export interface CountedOfPage {
  readonly counted: readonly Counted[];
  readonly what: CountOnBoard;
  readonly asked: ListAsked;
  /** Monday of the week that it is a count of; left out on the board itself. */
  readonly week?: LocalDate;
  /** References of the acknowledgements to which the reader may say well done with one press. */
  readonly praise: ReadonlySet<string>;
}

/** A date that was promised, or an event, on a day, and its dispute. */
interface Happened {
  readonly reference: string;
  readonly href: string;
  readonly who: string;
  /** Of an acknowledgement: theme and team. */
  readonly theme: string | null;
  readonly team: string | null;
  readonly on: string;
  readonly more: string | null;
  /** The button of praise, if the reader may say well done with one press. */
  readonly wellDone: WellDone | null;
}

/** The list behind a count of the board, each entry leading to the whole record or to its standing. */
export const presentCounted = ({ counted, what, asked, week, praise }: CountedOfPage, about: About): object => {
  const { said } = about.words;
  const from =
    week === undefined
      ? addressOf(COUNTED_ON_BOARD, { ...asked, what })
      : addressOf(COUNTED_IN_WEEK, { what, of: week });
  const rows = counted.flatMap((each): RowShown[] => ('row' in each ? [rowShown(each.row, about, from)] : []));
  const happened = counted.flatMap((each): Happened[] => {
    if ('row' in each) return [];
    const { reference, on, who, daysLate, mayOpen, isAcknowledgement, theme, teamName } = each;
    return [
      {
        reference: said(reference),
        href: isAcknowledgement ? `/acknowledgements/${reference}` : addressFor({ reference, mayOpen }, from),
        who: who ?? '–',
        theme: theme == null ? null : about.theme(theme),
        team: teamName ?? null,
        on: shortDay(on),
        more: daysLate === null ? null : howLateInWords(daysLate),
        wellDone: praise.has(reference) ? wellDone(reference) : null,
      },
    ];
  });
  return {
    title: said(week === undefined || !isCountOfWeek(what) ? inWords(what) : inWordsOfWeek(what)),
    count: counted.length,
    back: week === undefined ? addressOf('/board', asked) : addressOf('/board/week', { of: week }),
    backTo: week === undefined ? 'Board' : `Week of ${dayInWords(week)}`,
    head: said(what === 'acknowledged' ? 'Acknowledgement' : 'Dispute'),
    rows,
    happened,
    isAcknowledgements: what === 'acknowledged',
    whoIsTold: happened.some((each) => each.wellDone !== null) ? said(WHO_IS_TOLD) : null,
    isActions: what === 'overdueActions',
    takeOn: what === 'notTakenOn' && mayTakeOn(about) ? '/disputes/take-on' : null,
  };
};

const mayTakeOn = ({ asker }: About): boolean =>
  asker?.posts.some(({ kind }) => rowFor('dispute.take-on', kind) !== undefined) === true;
