import { isAskedAgain } from '../certainty.js';
import { Refusal } from '../decider.js';
import { AppendTooLarge, RepeatedInPart, StoreUnavailable, WrongExpectedRevision } from '../event-store/event-store.js';

type Outcome = 'refused' | 'asked-again' | 'conflict' | 'unavailable' | 'too-large' | 'failed';

/** In one word, why work came to nothing; `asked-again` where it is done once more on a reading that is known to be current. */
export const outcomeOf = (error: unknown): Outcome => {
  if (error instanceof Refusal) return isAskedAgain() ? 'asked-again' : 'refused';
  if (error instanceof WrongExpectedRevision || error instanceof RepeatedInPart) return 'conflict';
  if (error instanceof StoreUnavailable) return 'unavailable';
  return error instanceof AppendTooLarge ? 'too-large' : 'failed';
};
