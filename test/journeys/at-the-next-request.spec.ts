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

type Refused = { code: string };

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

  it('somebody whose post is ended today reads nothing from it, and not from tomorrow on', async () => {
    const reference = await raise({ children: ['C1'], theme: 'VISIT' });
    expect(await reads('Sven', reference)).toEqual([200, true]);
    await council.post('Adam', '/posts/sven-post/leave', { person: 'sven', on: '2023-04-03' });
    expect((await council.get('Sven', `/disputes/${reference}`)).status).toBe(404);
    expect((await council.get('Mona', '/posts')).text).not.toContain('"sven"');
  });

  it('a last day that is put on record before it comes is worked to its end', async () => {
    const reference = await raise({ children: ['C1'], theme: 'PLACE' });
    await council.post('Adam', '/posts/hana-post/leave', { person: 'hana', on: '2023-04-04' });
    council.at('2023-04-04T15:00:00.000Z');
    expect(await reads('Hana', reference)).toEqual([200, true]);
    council.at('2023-04-05T09:00:00.000Z');
    expect((await council.get('Hana', `/disputes/${reference}`)).status).toBe(404);
    council.at(BEGINNING);
  });

  it('an allocation from a day ahead opens nothing before that day, and one of today takes its place', async () => {
    await council.done('Beth', '/children', { childId: 'C9', initials: 'NN', population: 'looked-after' });
    const allocate = (to: object) => council.post<Refused>('Mona', '/children/C9/allocate', to);
    await allocate({ team: 'north', iro: 'iris', from: '2023-01-09' });
    const reference = await raise({ children: ['C9'], theme: 'HEALTH' });
    expect((await allocate({ team: 'south', iro: 'ivan', from: '2023-06-01' })).status).toBe(200);
    expect(await reads('Ivan', reference)).toEqual([404, false]);
    expect((await council.get('Ivan', '/children/C9')).status).toBe(404);
    expect(await reads('Iris', reference)).toEqual([200, true]);

    await council.appoint('Nora', ['iro', null, null]);
    expect((await allocate({ iro: 'nora', from: '2023-04-03' })).status).toBe(200);
    expect(await reads('Nora', reference)).toEqual([200, true]);
    council.at('2023-06-01T09:00:00.000Z');
    expect(await reads('Ivan', reference)).toEqual([404, false]);
    expect(await reads('Nora', reference)).toEqual([200, true]);
    const late = await allocate({ iro: 'ivan', from: '2023-04-01' });
    expect(late).toMatchObject({ status: 409, body: { code: 'allocated-since' } });
    council.at(BEGINNING);
  });

  it('a last day that was to come can be brought forward to today', async () => {
    const reference = await raise({ children: ['C1'], theme: 'FAMILY' });
    await council.appoint('Tara', ['team-manager', 'north', null]);
    expect(await reads('Tara', reference)).toEqual([200, true]);
    const leave = (on: string) => council.post<Refused>('Adam', '/posts/tara-post/leave', { person: 'tara', on });
    expect((await leave('2023-07-31')).status).toBe(200);
    expect(await reads('Tara', reference)).toEqual([200, true]);
    expect((await leave('2023-04-03')).status).toBe(200);
    expect((await council.get('Tara', `/disputes/${reference}`)).status).not.toBe(200);
    council.at('2023-04-04T09:00:00.000Z');
    expect(await leave('2023-04-02')).toMatchObject({ status: 409, body: { code: 'post-not-held' } });
    council.at(BEGINNING);
  });

  it('a person who covers for an IRO reads nothing more once the cover is ended today', async () => {
    await council.done('Mona', '/covers', { iro: 'iris', by: 'ivan', from: '2023-04-03', to: '2023-04-03' });
    const reference = await raise({ children: ['C1'], theme: 'FAMILY' });
    expect(await reads('Ivan', reference)).toEqual([200, true]);
    expect((await council.post('Mona', '/covers/iris/end', { on: '2023-04-03' })).status).toBe(200);
    expect(await reads('Ivan', reference)).toEqual([404, false]);
  });

  it('a cover counts no more once one of the two has left, also when they are back', async () => {
    council.at(BEGINNING);
    const reference = await raise({ children: ['C1'], theme: 'LEGAL' });
    await council.appoint('Nils', ['iro', null, null]);
    await council.done('Mona', '/covers', { iro: 'iris', by: 'nils', from: '2023-04-04', to: '2023-04-28' });
    await council.done('Adam', '/posts/nils-post/leave', { person: 'nils', on: '2023-04-04' });
    council.at('2023-04-04T15:00:00.000Z');
    expect(await reads('Nils', reference)).toEqual([200, true]);
    await council.doneByTwo('Adam', '/posts/nils-post/take', { person: 'nils', from: '2023-04-07' });
    for (const day of ['2023-04-05', '2023-04-07']) {
      council.at(`${day}T09:00:00.000Z`);
      expect((await council.get('Nils', `/disputes/${reference}`)).status).toBe(404);
    }
    await council.done('Mona', '/covers/iris/end', { on: '2023-04-07' });
    await council.done('Mona', '/covers', { iro: 'iris', by: 'nils', from: '2023-04-08', to: '2023-04-28' });
    council.at('2023-04-08T09:00:00.000Z');
    expect(await reads('Nils', reference)).toEqual([200, true]);
    await council.done('Mona', '/covers/iris/end', { on: '2023-04-08' });
    council.at(BEGINNING);
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

  it('a child’s death sets everything aside that is about the child', async () => {
    await council.done('Mona', '/children', { childId: 'K9', initials: 'KN', population: 'looked-after' });
    await council.done('Mona', '/children/K9/allocate', { team: 'north', iro: 'iris', from: '2023-04-03' });
    const voided = await raise({ children: ['K9'] });
    const inError = { because: 'raised-in-error', duplicateOf: null, reason: 'It was sent twice.' };
    await council.done('Iris', `/disputes/${voided}/void`, inError);
    const spoke = { spokeTo: 'Tom', spokeOn: '2023-04-03', result: 'He will look into it.', children: ['K9'] };
    const conversation = (await council.done('Iris', '/conversations', spoke)).reference;
    const good = {
      children: ['K9'],
      theme: 'PA-DIRECT',
      people: [{ name: 'A carer' }],
      whatTheyDid: 'Her life story.',
    };
    const acknowledgement = (await council.done('Iris', '/acknowledgements', good)).reference;
    const begun = { kind: 'midway', child: 'K9', heldOn: '2023-04-03' };
    const check = (await council.done('Iris', '/reviews', begun)).reference;
    const pages = [
      ...[`/disputes/${voided}`, `/disputes/${conversation}`, `/acknowledgements/${acknowledgement}`],
      ...[`/reviews/${check}`, '/children/K9', '/children/K9/history'],
    ];
    const lists = ['/disputes', '/acknowledgements', '/reviews/unanswered', '/children', '/work'];
    const openTo = async (person: string) => {
      const answers = await Promise.all(pages.map((page) => council.get(person, page)));
      return pages.filter((_, index) => answers[index]!.status === 200);
    };
    const named = async (person: string) => {
      const texts = await Promise.all(lists.map(async (list) => (await council.get(person, list)).text));
      return [voided, conversation, acknowledgement, check, '"K9"'].filter((each) =>
        texts.some((text) => text.includes(each)),
      );
    };
    const counted = async () => (await council.get<{ count: number }>('Tom', '/themes/cases?year=2023-24')).body.count;
    expect(await openTo('Quentin')).toEqual(pages);
    expect(await named('Tom')).toEqual([voided, conversation, acknowledgement, '"K9"']);
    const before = await counted();

    await council.post('Beth', '/children/K9/record-death', { on: '2023-04-03' });
    for (const person of ['Tom', 'Quentin', 'Beth', 'Ines', 'Edith']) {
      expect([person, await openTo(person), await named(person)]).toEqual([person, [], []]);
    }
    // The acknowledgement is in the figures of nobody who may not read it; what was voided never was.
    expect(await counted()).toBe(before - 1);
    for (const person of ['Iris', 'Mona']) expect([person, await openTo(person)]).toEqual([person, pages]);
    expect(await named('Mona')).toEqual([voided, conversation, acknowledgement, check, '"K9"']);
    // Nobody is asked anything about it any more.
    expect((await council.get('Iris', '/work')).text).not.toContain('"K9"');
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
