import type { LocalDate } from '../../calendar/calendar.js';
import { ADULT, ageOn } from '../../calendar/dates.js';
import { refuse } from '../../platform/decider.js';
import type { CheckKind } from '../events.js';

/**
 * Statutory reviews end at 18, and the assessment of needs after 18 begins then. Of a child whose birth nobody knows, any kind is taken.
 * @param heldOn the day of the review, the audit or the assessment
 * @param pointer the field that is wrong: of a check that is moved, the child
 * @throws Refusal `not-yet-18`, `is-18`
 */
export const mustFitTheAge = (
  kind: CheckKind,
  heldOn: LocalDate,
  bornOn: LocalDate | null,
  pointer: '/kind' | '/child' = '/kind',
): void => {
  if (bornOn === null) return;
  const isAdult = ageOn(heldOn, bornOn) >= ADULT;
  if (kind === 'post-18' && !isAdult)
    refuse(
      'not-yet-18',
      'The young person is not 18 on that day. Check the day and the record number, or choose another kind of check.',
      { pointer },
    );
  if (kind !== 'post-18' && isAdult)
    refuse(
      'is-18',
      'The young person is 18 on that day, and statutory reviews end at 18. Choose the assessment of needs after 18, or check the day.',
      { pointer },
    );
};
