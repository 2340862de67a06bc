import type { EventStore, EventToAppend, JsonObject } from '../../src/platform/event-store/event-store.js';
import { derivedId } from '../../src/platform/ids.js';

/** Helpers of the benchmarks of questions: streams written straight into a log, and the middle time of a question asked often. */
export type Told = { readonly type: string; readonly data: object };

const REPEATS = 40;

/** Milliseconds. */
export const median = (work: () => unknown): number => {
  const times = Array.from({ length: REPEATS }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return times.sort((a, b) => a - b)[REPEATS / 2]!;
};

/** A whole stream of one day. */
export const append = (store: EventStore, stream: string, day: string, ...events: Told[]) =>
  store.append(
    stream,
    'no_stream',
    events.map(({ type, data }, index): EventToAppend => ({
      id: derivedId(stream, index),
      type,
      data: data as JsonObject,
      metadata: {
        commandId: derivedId(stream, 'command', index),
        commandDigest: '',
        $correlationId: '',
        $causationId: '',
        actor: { person: 'iro-1', post: 'post-1', role: 'iro' },
        occurredAt: `${day}T12:00:00.000Z`,
        schemaVersion: 1,
      },
    })),
  );
