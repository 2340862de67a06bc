import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { childDecider, childStream } from '../../src/directory/child.js';
import type { DisputesPageDto } from '../../src/disputes/list/list.dto.js';
import type { DisputeDto, HistoryDto } from '../../src/disputes/read/dispute.dto.js';
import { DeadlineKeeper } from '../../src/deadlines/deadline-keeper.js';
import { SettableClock } from '../../src/platform/clock/clock.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { Executor } from '../../src/platform/executor.js';
import { aConcern, anAnswer, BEGINNING, Council } from './council.js';

/*
 * A change of the directory counts at the next request (promise A5). No test here waits for a sweep, or for the read models.
 */

const LATER = '2023-05-26T09:00:00.000Z';

describe('At the next request', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(() => council.end());

  const raise = async (over: object = {}) => (await council.done('Iris', '/disputes', aConcern(over))).reference;
  const reads = async (person: string, reference: string) => [
    (await council.get(person, `/disputes/${reference}`)).status,
    (await council.get<DisputesPageDto>(person, '/disputes')).body.items.some((each) => each.reference === reference),
  ];

  it('another IRO and another team hold what a child takes along', async () => {
    const reference = await raise({ children: ['C2'] });
    await council.post('Mona', '/children/C2/allocate', { team: 'south', iro: 'ivan', from: '2023-04-03' });
    expect(await reads('Ivan', reference)).toEqual([200, true]);
    expect(await reads('Tess', reference)).toEqual([200, true]);
    expect((await council.post('Iris', `/disputes/${reference}/chase`, { how: 'By telephone.' })).status).not.toBe(200);
    expect((await council.get<DisputeDto>('Ivan', `/disputes/${reference}`)).body).toMatchObject({
      heldBy: { id: 'ivan' },
      rounds: [{ addressedTeam: { id: 'south' } }],
    });
    expect((await council.post('Tess', `/disputes/${reference}/answer`, anAnswer())).status).toBe(200);
  });

  it('somebody who has left their post reads nothing from it', async () => {
    const reference = await raise({ children: ['C1'], theme: 'EDUC' });
    expect(await reads('Alma', reference)).toEqual([200, true]);
    await council.post('Adam', '/posts/alma-post/leave', { person: 'alma', on: '2023-04-02' });
    expect((await council.get('Alma', `/disputes/${reference}`)).status).not.toBe(200);
  });

  it('a child’s death sets its disputes aside', async () => {
    const reference = await raise({ children: ['C1'], theme: 'HEALTH' });
    expect(await reads('Tom', reference)).toEqual([200, true]);
    await council.post('Beth', '/children/C1/record-death', { on: '2023-04-03' });
    expect(await reads('Tom', reference)).toEqual([404, false]);
    expect(await reads('Mona', reference)).toEqual([200, true]);
    expect(await reads('Iris', reference)).toEqual([200, true]);
    const { body } = await council.get<DisputeDto>('Mona', `/disputes/${reference}`);
    expect(body).toMatchObject({ frozenSince: '2023-04-03' });
  });
});

/** It outlives the program that has it open. */
class KeptLog extends MemoryEventStore {
  override close(): Promise<void> {
    return Promise.resolve();
  }
}

describe('A service that is stopped as soon as a death is recorded, and started after the date', () => {
  const clock = new SettableClock(BEGINNING);
  const store = new KeptLog(clock);
  let reference: string;
  let council: Council;

  beforeAll(async () => {
    const before = await Council.begin('house', { store: () => store });
    reference = (await before.done('Iris', '/disputes', aConcern())).reference;
    const actor = { person: 'beth', post: 'beth-post', role: 'business-support' };
    const envelope = { commandId: 'death', actor, occurredAt: before.clock.now() };
    // The process ends between the death and whatever follows from it.
    await before.end();
    const executor = new Executor(store, () => 1);
    await executor.execute(childStream('C1'), childDecider, { type: 'record-death', on: '2023-04-04' }, null, envelope);
    clock.set(LATER);
    const laterAs = (own: SettableClock): MemoryEventStore => {
      own.set(LATER);
      return store;
    };
    council = await Council.begin('house', { store: laterAs });
  });
  afterAll(() => council.end());

  it('shows it to nobody but the IRO and the IRO managers, from the first request on', async () => {
    expect((await council.get('Tom', `/disputes/${reference}`)).status).toBe(404);
    expect((await council.get('Tom', '/disputes')).text).not.toContain(reference);
    expect((await council.get('Iris', `/disputes/${reference}`)).status).toBe(200);
  });

  it('never has it as late: its clock stands still from the day of the death', async () => {
    const late = async () => {
      const { body } = await council.get<DisputeDto>('Mona', `/disputes/${reference}`);
      const { items } = (await council.get<DisputesPageDto>('Mona', '/disputes')).body;
      const [listed] = items.filter((each) => each.reference === reference);
      return [body.rounds[0]!.deadline!.overdue, listed!.overdue];
    };
    expect(await late()).toEqual([false, false]);
    await council.app.get(DeadlineKeeper).sweep();
    await council.caughtUp();
    expect(await late()).toEqual([false, false]);
    const { body } = await council.get<HistoryDto>('Mona', `/disputes/${reference}/events`);
    const happened = body.entries.map(({ what }) => what);
    expect(happened).not.toContain('AnswerDeadlinePassed');
    expect(happened).toContain('DisputeFrozen');
    expect(body.entries.find(({ what }) => what === 'DisputeFrozen')!.data).toMatchObject({ from: '2023-04-04' });
  });
});
