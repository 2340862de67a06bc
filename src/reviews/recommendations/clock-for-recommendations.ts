import type { LocalDate } from '../../calendar/calendar.js';
import { Refusal } from '../../platform/decider.js';
import type { ProtocolBook } from '../../protocol/protocol.js';

export const NO_CLOCK_FOR_RECOMMENDATIONS =
  'The council’s protocol has no clock for the recommendations of a review. Follow them up at the next check.';

/** Whether the protocol in force says how long an answer to recommendations may take; without that none are sent. */
export const haveClock = (protocols: Pick<ProtocolBook, 'inForceOn'>, today: LocalDate): boolean => {
  try {
    return protocols.inForceOn(today).protocol.recommendations !== undefined;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};
