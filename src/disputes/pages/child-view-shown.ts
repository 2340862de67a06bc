import { dayInWords } from '../../calendar/in-words.js';
import type { ChildViewShownDto } from '../read/dispute.dto.js';

/** The words of the child, and whether they were told and offered an advocate. */
export interface ChildViewShown {
  /** Null while only the rest is on record. */
  readonly view: string | null;
  readonly recordedOn: string;
  /** "told of this, 3 Nov 2026", "not yet told of this", "advocate offered": what is on record, the latest of each. */
  readonly besides: readonly string[];
}

/** The latest word on each of the three: a later entry may speak of one of them alone. Null where none is on record. */
export const childViewShown = (views: readonly ChildViewShownDto[] = []): ChildViewShown | null => {
  const said = views.findLast(({ view }) => view !== null);
  const told = views.findLast((each) => each.told !== null);
  const advocate = views.findLast(({ advocateOffered }) => advocateOffered !== null);
  const latest = said ?? told ?? advocate;
  if (latest === undefined) return null;
  const besides = [
    ...(told === undefined ? [] : [told.told ? `told of this${dayAfter(told.toldOn)}` : 'not yet told of this']),
    ...(advocate === undefined
      ? []
      : [advocate.advocateOffered ? `advocate offered${dayAfter(advocate.advocateOfferedOn)}` : 'no advocate offered']),
  ];
  return { view: said?.view ?? null, recordedOn: latest.recordedOn, besides };
};

const dayAfter = (day: string | null): string => (day === null ? '' : `, ${dayInWords(day)}`);
