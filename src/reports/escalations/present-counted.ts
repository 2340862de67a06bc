import { howLateInWords } from '../../disputes/time/late-in-words.js';
import { rowFor } from '../../access/access-table.js';
import { shortDay } from '../../calendar/in-words.js';
import type { About } from '../../web/frame/page.js';
import { addressOf, type ListAsked } from '../../web/lists/listing.js';
import { type Counted, type CountOnBoard, inWords } from './counts-of-board.js';
import { addressFor, rowShown, type RowShown } from './present-board.js';

export interface CountedOfPage {
  readonly counted: readonly Counted[];
  readonly what: CountOnBoard;
  readonly asked: ListAsked;
}

/** What was promised, or happened, on a day, and in which dispute. */
interface Happened {
  readonly reference: string;
  readonly href: string;
  readonly who: string;
  readonly on: string;
  readonly more: string | null;
}

/** What a count of the board counts, each leading to the whole of it or to where it stands. */
export const presentCounted = ({ counted, what, asked }: CountedOfPage, about: About): object => {
  const { said } = about.words;
  const rows = counted.flatMap((each): RowShown[] => ('row' in each ? [rowShown(each.row, about)] : []));
  const happened = counted.flatMap((each): Happened[] => {
    if ('row' in each) return [];
    const { reference, on, who, daysLate, mayOpen } = each;
    return [
      {
        reference: said(reference),
        href: addressFor({ reference, mayOpen }),
        who: who ?? '–',
        on: shortDay(on),
        more: daysLate === null ? null : howLateInWords(daysLate),
      },
    ];
  });
  return {
    title: said(inWords(what)),
    count: counted.length,
    back: addressOf('/board', asked),
    rows,
    happened,
    isActions: what === 'overdueActions',
    takeOn: what === 'notTakenOn' && mayTakeOn(about) ? '/disputes/take-on' : null,
  };
};

const mayTakeOn = ({ asker }: About): boolean =>
  asker?.posts.some(({ kind }) => rowFor('dispute.take-on', kind) !== undefined) === true;
