import type { LocalDate } from '../../calendar/calendar.js';
import { ADULT, daysBetween, dayOfAge } from '../../calendar/dates.js';
import { dayInWords } from '../../calendar/in-words.js';
import type { ChildShownDto, DisputeDto } from '../read/dispute.dto.js';

/** Said from a year before: the stages of a dispute and a referral after them take months. */
const DAYS_AHEAD = 366;

/**
 * The meaning of turning 18 for an open dispute, in a sentence for each of its children who turns 18 within a year or has. The route to Cafcass
 * ends on that day (domain brief 4.5, 4.6).
 *
 * @param bornOn the day of birth by record number; null where nobody knows it
 */
export const turning18 = (
  { status, children = [] }: Pick<DisputeDto, 'status' | 'children'>,
  bornOn: (child: string) => LocalDate | null,
  today: LocalDate,
): string[] =>
  status !== 'open'
    ? []
    : children.flatMap((child) => {
        const birth = bornOn(child.id);
        return birth === null ? [] : sentenceOn(child, dayOfAge(birth, ADULT), today);
      });

/** Of an open dispute, each of its children who has left care. @param leftOn the last day in care by record number; null of those in care */
export const leftCare = (
  { status, children = [] }: Pick<DisputeDto, 'status' | 'children'>,
  leftOn: (child: string) => LocalDate | null,
): string[] =>
  status !== 'open'
    ? []
    : children.flatMap(({ id, initials }) => {
        const on = leftOn(id);
        return on === null ? [] : [`${initials ?? id} left care on ${dayInWords(on)}.`];
      });

const sentenceOn = ({ id, initials }: ChildShownDto, eighteen: LocalDate, today: LocalDate): string[] => {
  const who = initials ?? id;
  if (eighteen <= today)
    return [`${who} turned 18 on ${dayInWords(eighteen)}: it cannot be referred to Cafcass any more.`];
  if (daysBetween(today, eighteen) > DAYS_AHEAD) return [];
  return [
    `${who} turns 18 on ${dayInWords(eighteen)}: it can be referred to Cafcass before that day, and not from then on.`,
  ];
};
