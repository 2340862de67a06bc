import type { Instant } from '../../calendar/calendar.js';
import { startOfDay } from '../../calendar/dates.js';
import type { AnswerGiven } from '../events.js';

/** The moment at which an answer came: as it went on record, or on the day that the register has, which says no hour. */
export const answerCameAt = (
  { inRegister, answeredOn }: Pick<AnswerGiven, 'inRegister' | 'answeredOn'>,
  recordedAt: Instant,
): Instant => (inRegister === undefined ? recordedAt : startOfDay(answeredOn));
