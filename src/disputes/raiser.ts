import type { Actor } from '../platform/event-store/event-store.js';
import type { Subject } from './events.js';

/** Whose concern a dispute or a conversation is, and who sent it. */
export interface Raiser {
  /** Person id of the IRO or chair under whom it is counted. */
  readonly person: string;
  /** Person id of who sent it in their place: whoever covers, enters or answers for them. Null where they did so themselves. */
  readonly enteredBy: string | null;
}

/**
 * Who raised it: the one answer for the record, the list, the figures of each IRO and the right to see one’s own acts. Somebody who
 * stands in owns nothing by it, and is on record beside the one for whom it was raised.
 */
export const raiserOf = ({ iro }: Pick<Subject, 'iro'>, { person }: Pick<Actor, 'person'>): Raiser => ({
  person: iro,
  enteredBy: person === iro ? null : person,
});
