import { actingForCode } from '../../access/acting-for.js';
import { MEETING_PREFIX } from '../../challenge/meeting/meeting.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { isDueToday } from '../../disputes/time/due.js';
import type { Flash } from '../../platform/http/see-other.js';
import type { About } from '../../web/frame/page.js';
import { itemShown } from './present-my-work.js';
import type { WorkItem } from './work.js';

interface AboutTheirWork extends Pick<About, 'words' | 'theme'> {
  readonly today: LocalDate;
  readonly mayEscalate: boolean;
}

/**
 * `1 more is late: Answer (DRP-9T2C-5BRK).` with a link to the act: the first of what is late, and else of what is due today. Null if
 * there is neither, or the record is a meeting.
 * @param reference of the record on which somebody has just acted
 */
export const nextInWork = (
  items: readonly WorkItem[],
  reference: string,
  { today, mayEscalate, ...about }: AboutTheirWork,
): NonNullable<Flash['next']> | null => {
  // The screen of a meeting is read by everybody in the room.
  if (reference.startsWith(`${MEETING_PREFIX}-`)) return null;
  const others = items.filter((item) => item.reference !== reference);
  const late = others.filter(({ due }) => due.late);
  const dueToday = others.filter(({ due }) => isDueToday(due, today));
  const [first] = [...late, ...dueToday];
  if (first === undefined) return null;
  const codeOf = first.actingFor === null ? {} : { [first.actingFor.id]: actingForCode(first.actingFor.id) };
  const shown = itemShown(first, { codeOf, mayHandOver: false, mayEscalate }, about);
  const counted = [...more(late.length, 'late'), ...more(dueToday.length, 'due today')].join(' and ');
  return {
    before: `${counted}${late.length + dueToday.length === 1 ? '' : ', the first'}:`,
    text: `${shown.words} (${shown.shownAs})`,
    href: shown.href,
  };
};

const more = (count: number, what: string): string[] =>
  count === 0 ? [] : [`${count} more ${count === 1 ? 'is' : 'are'} ${what}`];
