import { Refusal } from '../decider.js';
import { AppendTooLarge, RepeatedInPart, StoreUnavailable, WrongExpectedRevision } from '../event-store/event-store.js';

/** In one word, why work came to nothing. */
export const outcomeOf = (error: unknown): 'refused' | 'conflict' | 'unavailable' | 'too-large' | 'failed' => {
  if (error instanceof Refusal) return 'refused';
  if (error instanceof WrongExpectedRevision || error instanceof RepeatedInPart) return 'conflict';
  if (error instanceof StoreUnavailable) return 'unavailable';
  return error instanceof AppendTooLarge ? 'too-large' : 'failed';
};
