import type { Actor, RecordedEvent } from '../../platform/event-store/event-store.js';
import type { Asker } from '../asker.js';

/** A command that may have been carried out before. */
export interface SentOnce {
  readonly asker: Pick<Asker, 'person'>;
  /** Undefined where the sender gave it none. */
  readonly commandId: string | undefined;
}

/** The result of a command of theirs that was carried out before. A command of somebody else never gives the answer. */
export const eventsOf = (
  events: readonly RecordedEvent[],
  asker: Pick<Asker, 'person'>,
  commandId: string | undefined,
): readonly RecordedEvent[] =>
  events.filter(({ metadata }) => metadata.commandId === commandId && metadata.actor.person === asker.person);

/** From which post this person carried out the very same command before; undefined where they did not. */
export const actorBefore = (events: readonly RecordedEvent[], { asker, commandId }: SentOnce): Actor | undefined =>
  eventsOf(events, asker, commandId)[0]?.metadata.actor;

/** A record in which a command may have written. */
export interface WrittenIn {
  readonly events: readonly RecordedEvent[];
  /** Whether the sender may know of it at this moment. */
  readonly isKnown: boolean;
  /** Whether they might know of it, or it would be theirs to act on, if no more had happened than some of its first events. */
  mightKnow(events: readonly RecordedEvent[]): boolean | Promise<boolean>;
}

/**
 * Whether a command that was carried out before is answered again, as repeated: to the person who sent it, while they may see at this
 * moment what it wrote in, whatever else they may do to it by now. If that very command took the record from their sight, as
 * restricting it does, they are answered too: they know of it no more than they did then, and nothing that has happened to it since
 * changes the answer. To everybody from whom it has been hidden since, it is as a record that does not exist.
 */
export const isAnsweredAgain = async (
  { events, isKnown, mightKnow }: WrittenIn,
  { asker, commandId }: SentOnce,
): Promise<boolean> => {
  const given = eventsOf(events, asker, commandId);
  const [first, last] = [given[0], given.at(-1)];
  if (first === undefined || last === undefined) return false;
  if (isKnown) return true;
  const before = events.slice(0, events.indexOf(first));
  const after = events.slice(0, events.indexOf(last) + 1);
  return (await mightKnow(before)) && !(await mightKnow(after));
};
