import { projections } from '../../projections/index.js';
import { SettableClock } from '../../src/platform/clock/clock.js';
import type { DomainEvent } from '../../src/platform/decider.js';
import type { Actor, EventToAppend, JsonObject, RecordedEvent } from '../../src/platform/event-store/event-store.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { derivedId } from '../../src/platform/ids.js';
import type { Projection, ProjectionRow } from '../../src/platform/projections/projection.js';
import { stamped } from '../../src/platform/projections/projection-fold.js';
import { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';
import { isRetelling } from '../../src/platform/projections/retold.js';
import { standing } from '../../src/platform/taking-back.js';
import { Controls } from './controls.js';

/** The events of one stream, with time and actor: unless told, at the moment of the controls, and by their IRO, an answer by their team manager. */
export interface Story {
  readonly stream: string;
  readonly events: readonly (DomainEvent & { readonly at?: string; readonly by?: Actor })[];
}

/** All read models, made from some stories. */
export const readModelsOf = async (...stories: readonly Story[]): Promise<ProjectionRunner> => {
  const store = new MemoryEventStore(new SettableClock(Controls.now));
  for (const { stream, events } of stories) {
    await store.append(
      stream,
      'no_stream',
      events.map((event, index) => toAppend(stream, event, index)),
    );
  }
  const runner = new ProjectionRunner({ store, path: ':memory:', projections });
  await runner.catchUp();
  const failed = runner.status().filter(({ state }) => state === 'failed');
  if (failed.length > 0) throw new Error(JSON.stringify(failed));
  return runner;
};

/** One projection's rows of one partition after a story, by its folds alone. */
export const rowsAfter = <Row extends ProjectionRow>(
  projection: Projection<Row>,
  { stream, events }: Story,
): readonly Row[] =>
  events.reduce<readonly Row[]>((rows, event, revision) => {
    const recorded = {
      ...toAppend(stream, event, revision),
      stream,
      revision,
      position: String(revision),
      recordedAt: Controls.now,
    } as unknown as RecordedEvent;
    if (isRetelling(recorded)) {
      const counting = standing(events.slice(0, revision + 1)).filter((each) => !isRetelling(each));
      return rowsAfter(projection, { stream, events: counting });
    }
    const after = projection.when[event.type]?.(rows, recorded) ?? rows;
    return stamped(after, recorded, projection as unknown as Projection) as readonly Row[];
  }, []);

export const toAppend = (stream: string, event: Story['events'][number], index: number): EventToAppend => ({
  id: derivedId(stream, index),
  type: event.type,
  data: event.data as JsonObject,
  metadata: {
    commandId: derivedId(stream, 'command', index),
    commandDigest: 'digest',
    $correlationId: 'correlation',
    $causationId: 'causation',
    actor: event.by ?? (event.type === 'AnswerGiven' ? Controls.teamManager : Controls.iro),
    occurredAt: event.at ?? Controls.now,
    schemaVersion: 1,
  },
});
