import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SettableClock } from '../../src/platform/clock/clock.js';
import type { Position, RecordedEvent } from '../../src/platform/event-store/event-store.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import type { ReadModels } from '../../src/platform/projections/projection.js';
import { READ_MODELS } from '../../src/platform/store-tokens.js';
import { aConcern, anAnswer, Council, type Written } from './council.js';

/**
 * A log of several nodes, of which the one that is asked was away: it shows what it had, until somebody asks how far the log has come
 * for certain.
 */
class LogOfANodeThatWasAway extends MemoryEventStore {
  certainties = 0;
  private had: Position | undefined;

  /** From now on it shows only what there was before this was done by another node. */
  async missing<Done>(doneElsewhere: () => Promise<Done>): Promise<Done> {
    const had = await this.head();
    const done = await doneElsewhere();
    this.had = had;
    this.certainties = 0;
    return done;
  }

  override async read(stream: string, from?: number): Promise<RecordedEvent[]> {
    const events = await super.read(stream, from);
    const { had } = this;
    return had === undefined ? events : events.filter(({ position }) => position <= had);
  }

  override async certainHead(): Promise<Position | undefined> {
    this.certainties++;
    this.had = undefined;
    return super.certainHead();
  }
}

describe('A node of the log that shows less than was acknowledged', () => {
  let council: Council;
  let store: LogOfANodeThatWasAway;
  let reference: string;
  let revision: number;

  beforeAll(async () => {
    council = await Council.begin('house', {
      store: (clock: SettableClock) => (store = new LogOfANodeThatWasAway(clock)),
    });
  });
  afterAll(() => council.end());

  beforeEach(async () => {
    const raised = await council.post<Written>('Iris', '/disputes', aConcern());
    reference = raised.body.reference;
    await council.caughtUp();
  });

  const answeredElsewhere = (): Promise<void> =>
    store.missing(async () => {
      const answered = await council.post<Written>('Tom', `/disputes/${reference}/answer`, anAnswer());
      revision = answered.body.revision;
      await council.caughtUp();
    });

  const judge = (headers: Record<string, string> = {}) =>
    council.post<Written>(
      'Iris',
      `/disputes/${reference}/judge`,
      { verdict: 'satisfied', reason: 'This will do.' },
      headers,
    );

  it('has nobody refused: an answer that the node does not have is judged', async () => {
    await answeredElsewhere();
    expect(await judge()).toMatchObject({ status: 200, body: { repeated: false } });
    expect(store.certainties).toBe(1);
  });

  it('has nobody told that it has changed: a revision that the node does not have is not the mistake of the asker', async () => {
    await answeredElsewhere();
    expect(await judge({ 'if-match': `"${revision}"` })).toMatchObject({ status: 200 });
  });

  it('has nobody told that there is nothing', async () => {
    const { body } = await store.missing(async () => {
      const raised = await council.post<Written>('Iris', '/disputes', aConcern({ theme: 'EDUC' }));
      await council.caughtUp();
      return raised;
    });
    expect((await council.get('Tom', `/disputes/${body.reference}`)).status).toBe(200);
  });

  it('is asked once more where a refusal is right, and the answer stays', async () => {
    await answeredElsewhere();
    expect(await judge({ 'if-match': `"${revision + 5}"` })).toMatchObject({
      status: 412,
      body: { code: 'changed-since-read' },
    });
    store.certainties = 0;
    const waitFor = jest.spyOn(council.app.get<ReadModels>(READ_MODELS), 'waitFor');
    expect(await council.post('Iris', `/disputes/${reference}/answer`, anAnswer())).toMatchObject({ status: 403 });
    expect(store.certainties).toBe(1);
    expect(waitFor).toHaveBeenCalledWith((await store.head())!, 5_000);
    waitFor.mockRestore();
  });

  it('costs nothing where nobody is refused, or what was sent is wrong whatever the log says', async () => {
    store.certainties = 0;
    expect((await council.post('Iris', `/disputes/${reference}/add-note`, { text: 'A note.' })).status).toBe(200);
    expect((await council.post('Iris', `/disputes/${reference}/add-note`, { text: '' })).status).toBe(400);
    expect((await council.get('Iris', `/disputes/${reference}`)).status).toBe(200);
    expect(store.certainties).toBe(0);
  });

  it('gives a command that was sent without a key one id, however often it is carried out', async () => {
    await answeredElsewhere();
    await judge();
    const ids = (await store.read(`dispute-${reference}`)).map(({ metadata }) => metadata.commandId);
    expect(new Set(ids).size).toBe(3);
  });
});
