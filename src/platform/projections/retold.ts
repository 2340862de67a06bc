import type { EventStore, RecordedEvent } from '../event-store/event-store.js';
import { ENTRY_TAKEN_BACK, standing } from '../taking-back.js';

/** An event that takes others back, with what its stream tells without them: the rows of its partition are made from that anew. */
interface Retold extends RecordedEvent {
  readonly standingBefore: readonly RecordedEvent[];
}

/** The parts of the log that the runner of the read models needs. */
export type Followed = Pick<EventStore, 'readAll' | 'subscribe' | 'head'>;

/** The log as read models follow it: an event that takes others back brings along what its stream tells without them. */
export const retelling = (store: EventStore): Followed => {
  const told = async (page: RecordedEvent[]): Promise<RecordedEvent[]> => {
    if (!page.some(isRetelling)) return page;
    return Promise.all(page.map((event) => (isRetelling(event) ? retold(event, store) : event)));
  };
  return {
    readAll: async (after, options) => told(await store.readAll(after, options)),
    async *subscribe(after, options) {
      for await (const page of store.subscribe(after, options)) yield await told(page);
    },
    head: () => store.head(),
  };
};

export const isRetelling = ({ type }: Pick<RecordedEvent, 'type'>): boolean => type === ENTRY_TAKEN_BACK;

/** The events of its stream before this one that count after it; undefined of an event that takes nothing back. */
export const standingBefore = (event: RecordedEvent): readonly RecordedEvent[] | undefined =>
  (event as Partial<Retold>).standingBefore;

const retold = async (event: RecordedEvent, store: EventStore): Promise<Retold> => {
  const upToIt = (await store.read(event.stream)).filter(({ revision }) => revision <= event.revision);
  return { ...event, standingBefore: standing(upToIt).filter((each) => !isRetelling(each)) };
};
