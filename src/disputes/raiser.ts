import type { Actor } from '../platform/event-store/event-store.js';
import type { Subject } from './events.js';

/** The person whose concern a dispute or a conversation is, and the person who sent it. */
export interface Raiser {
  /** Person id of the IRO or chair under whom it is counted. */
  readonly person: string;
  /** Person id of the sender in their place: a person who covers, enters or answers for them. Null if they did so themselves. */
  readonly enteredBy: string | null;
}

/**
 * The person who raised it: the one answer for the record, the list, the figures of each IRO and the right to see one’s own acts. Somebody who
 * stands in owns nothing by it, and is on record beside the one for whom it was raised. A concern about the practice of an IRO is that of
 * the person who raises it, and never that IRO's.
 */
export const raiserOf = (
  { iro, practiceOf }: Pick<Subject, 'iro' | 'practiceOf'>,
  { person, actingFor }: Pick<Actor, 'person' | 'actingFor'>,
): Raiser => {
  const raiser = practiceOf === undefined ? iro : (actingFor ?? person);
  return { person: raiser, enteredBy: person === raiser ? null : person };
};
