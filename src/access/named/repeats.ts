import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import type { Asker } from '../asker.js';

/** Whether a command was carried out before, sent by the same person. What somebody else did is never the answer. */
export const isRepeat = (
  events: readonly RecordedEvent[],
  asker: Pick<Asker, 'person'>,
  commandId: string | undefined,
): boolean => eventsOf(events, asker, commandId).length > 0;

/** What a command of theirs gave when it was carried out before. */
export const eventsOf = (
  events: readonly RecordedEvent[],
  asker: Pick<Asker, 'person'>,
  commandId: string | undefined,
): readonly RecordedEvent[] =>
  events.filter(({ metadata }) => metadata.commandId === commandId && metadata.actor.person === asker.person);
