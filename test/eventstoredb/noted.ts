import type { EventToAppend, RecordedEvent } from '../../src/platform/event-store/event-store.js';
import { derivedId } from '../../src/platform/ids.js';

/** An event that says a text; its id follows from the text. */
export const noted = (text: string): EventToAppend => {
  const id = derivedId(text);
  return {
    id,
    type: 'Noted',
    data: { text },
    metadata: {
      commandId: id,
      commandDigest: 'a-digest',
      $correlationId: id,
      $causationId: id,
      actor: { person: 'somebody', post: null, role: null },
      occurredAt: '2022-06-01T09:00:00.000Z',
      schemaVersion: 1,
    },
  };
};

export const textsOf = (events: readonly RecordedEvent[]): unknown[] => events.map(({ data }) => data['text']);
