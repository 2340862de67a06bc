import type { EventStore, JsonObject, RecordedEvent } from './event-store.js';

/** One step: an event of this type in this version, in the words of the next. Pure, and never changed once it is in use. */
export interface Upcaster {
  readonly type: string;
  /** The `schemaVersion` it takes; what it gives is one version later. */
  readonly from: number;
  upcast(data: JsonObject): JsonObject;
}

/**
 * The store with every event read in today's shape, so that folds and read models know no other. The stored event is never changed.
 * @throws Error where two steps take the same version of a type
 */
export const withUpcasting = (store: EventStore, upcasters: readonly Upcaster[]): EventStore => {
  if (upcasters.length === 0) return store;
  const upcast = upcasting(upcasters);
  return {
    append: (stream, expected, events) => store.append(stream, expected, events),
    read: async (stream, from) => (await store.read(stream, from)).map(upcast),
    readAll: async (after, options) => (await store.readAll(after, options)).map(upcast),
    async *subscribe(after, options) {
      for await (const page of store.subscribe(after, options)) yield page.map(upcast);
    },
    head: () => store.head(),
    certainHead: () => store.certainHead(),
    close: () => store.close(),
  };
};

/** Takes an event through every step from its written version to the last. @throws Error if two steps take one version of a type */
export const upcasting = (upcasters: readonly Upcaster[]): (<Event extends Stored>(event: Event) => Event) => {
  const steps = new Map<string, Upcaster>();
  for (const step of upcasters) {
    const key = keyOf(step.type, step.from);
    if (steps.has(key)) throw new Error(`Two upcasters take ${step.type} in version ${step.from}.`);
    steps.set(key, step);
  }
  return (event) => {
    let { data } = event;
    let version = event.metadata.schemaVersion;
    for (let step = steps.get(keyOf(event.type, version)); step; step = steps.get(keyOf(event.type, version))) {
      data = step.upcast(data);
      version++;
    }
    const unchanged = version === event.metadata.schemaVersion;
    return unchanged ? event : { ...event, data, metadata: { ...event.metadata, schemaVersion: version } };
  };
};

type Stored = Pick<RecordedEvent, 'type' | 'data' | 'metadata'>;

const keyOf = (type: string, version: number): string => `${type} ${version}`;
