import type { LocalDate } from '../../calendar/calendar.js';
import { isLocalDate } from '../../calendar/dates.js';
import { dayInWords } from '../../calendar/in-words.js';
import type { CopiedRows } from '../../web/forms/carrying.js';
import type { DisputeDto } from '../read/dispute.dto.js';
import { dayIsOver } from '../time/late.js';

/**
 * The actions that were asked for, as fields of an answer. A day that has passed promises nothing, so it is left empty, and a sentence says
 * why.
 */
export const copiedFrom = ({ raisedWith }: Pick<DisputeDto, 'raisedWith'>, today: LocalDate): CopiedRows => {
  const wanted = raisedWith?.actionsWanted ?? [];
  return {
    rows: wanted.map(({ what, who, by, measure }) => ({
      ...{ what, who: who ?? '', measure: measure ?? '' },
      by: by == null || hasPassed(by, today) ? '' : isLocalDate(by) ? dayInWords(by) : by,
    })),
    leftOut: wanted.flatMap(({ what, by }) =>
      by != null && hasPassed(by, today)
        ? [`“${what}” was asked for by ${dayInWords(by)}. That day has passed: say by when it will be done.`]
        : [],
    ),
    also: {
      agreement: 'agree',
      responses: wanted.map((_, index) => ({ wanted: String(index + 1), response: 'accepted' })),
    },
  };
};

const hasPassed = (by: string, today: LocalDate): boolean => isLocalDate(by) && dayIsOver(by, today);
