import ical, { ICalCalendarMethod } from 'ical-generator';
import type { Instant } from '../../../calendar/calendar.js';
import { addDays } from '../../../calendar/dates.js';
import { dateInWords } from '../../../calendar/in-words.js';
import { dateSaid } from '../../../notices/concerned.js';
import { inCouncilWords, referenceShown } from '../../../protocol/council-words.js';
import type { About } from '../../../web/frame/page.js';
import { pageOf } from '../present-my-work.js';
import { DOES } from '../what-does-it.js';
import type { WorkItem } from '../work.js';

/** Hours after which a calendar asks again. Many ask when it suits them. */
const HOURS_BETWEEN = 4;

export interface DueDatesNow {
  readonly words: About['words'];
  /** Address of the program, without a slash at the end. */
  readonly site: string;
  readonly now: Instant;
}

/**
 * The matters that wait for somebody and have a date, as an iCalendar file (RFC 5545). A calendar lies outside of the council’s care, so it
 * holds references, what is asked and by when: no child, no person, no theme, and no word that anybody wrote.
 */
export const dueDatesCalendar = (items: readonly WorkItem[], { words, site, now }: DueDatesNow): string => {
  const file = ical({
    name: 'Due dates',
    prodId: { company: 'Footprint', product: 'Due dates', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: HOURS_BETWEEN * 60 * 60,
  });
  for (const { what, reference, actionId, due } of items) {
    if (due.dueOn === null) continue;
    const page = pageOf(reference);
    file.createEvent({
      id: `${[reference, what, ...(actionId === null ? [] : [actionId])].join('-')}@footprint`,
      stamp: now,
      start: due.dueOn,
      end: addDays(due.dueOn, 1),
      allDay: true,
      summary: `${referenceShown(reference, words)}: ${inCouncilWords(DOES[what][0], words)}`,
      description: saidOf(due),
      ...(page === null ? {} : { url: `${site}${page}` }),
    });
  }
  return `${file.toString()}\r\n`;
};

const saidOf = (due: WorkItem['due']): string => {
  const { dueOn, dueAt } = dateSaid(due);
  return [
    `${due.late ? 'Late. It was due' : 'Due'} ${dateInWords(dueOn!, dueAt)}.`,
    ...(due.certain ? [] : ['The date is not yet certain: the bank holidays of that year are not known.']),
  ].join(' ');
};
