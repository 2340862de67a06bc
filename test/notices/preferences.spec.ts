import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';
import { sweepAt } from './sweep.js';

describe('The preferences of a person', () => {
  const postbox = new Postbox();
  let council: Council;
  const choose = (person: string, theirsToDo: string, forInformation: string) =>
    council.done(person, '/notice-preferences', { theirsToDo, forInformation });

  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
  });
  afterAll(() => council.end());

  it('is at once until they choose', async () => {
    const { body } = await council.get('Tom', '/notice-preferences');
    expect(body).toEqual({ theirsToDo: 'at-once', forInformation: 'at-once' });
  });

  it('is chosen by themselves, and never to hear nothing of what is theirs to do', async () => {
    await choose('Tom', 'daily-digest', 'none');
    expect((await council.get('Tom', '/notice-preferences')).body).toEqual({
      theirsToDo: 'daily-digest',
      forInformation: 'none',
    });
    expect((await council.get('Alma', '/notice-preferences')).body).toMatchObject({ theirsToDo: 'at-once' });
    const refused = await council.post('Tom', '/notice-preferences', { theirsToDo: 'none', forInformation: 'none' });
    expect(refused.status).toBe(400);
    expect(
      (await council.post('Ines', '/notice-preferences', { theirsToDo: 'at-once', forInformation: 'none' })).status,
    ).toBe(403);
  });

  it('puts everything that waits into one message at eight in the morning of a working day', async () => {
    // The Thursday before Easter, at noon.
    council.at('2023-04-06T11:00:00.000Z');
    const { reference: first } = await council.done('Iris', '/disputes', aConcern());
    const { reference: second } = await council.done(
      'Iris',
      '/disputes',
      aConcern({ children: ['C2'], theme: 'EDUC' }),
    );
    expect(postbox.collect().filter((each) => each.startsWith('tom'))).toEqual([]);

    await sweepAt(council, '2023-04-06T17:00:00.000Z');
    const thursday = postbox.sent.splice(0).filter(({ person }) => person === 'tom');
    expect(thursday.map(({ subject }) => subject)).toEqual(['Footprint: 2 things to know']);
    expect(thursday[0]!.text).toContain(`${first}: a dispute for you to answer, by Monday 17 April 2023`);
    expect(thursday[0]!.text).toContain(`${second}: a dispute for you to answer, by Monday 17 April 2023`);

    await council.done('Iris', `/disputes/${first}/chase`, { how: 'By telephone' });
    postbox.collect();
    for (const holiday of ['2023-04-07T09:00:00.000Z', '2023-04-10T09:00:00.000Z', '2023-04-11T06:59:00.000Z']) {
      await sweepAt(council, holiday);
    }
    expect(postbox.collect()).toEqual([]);
    await sweepAt(council, '2023-04-11T07:00:00.000Z');
    await sweepAt(council, '2023-04-11T07:01:00.000Z');
    expect(postbox.collect()).toEqual(['tom: Footprint: 1 thing to know']);
  });

  it('leaves out what is not theirs to do, where they want none of it, and nothing else', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern({ theme: 'HEALTH' }));
    await council.done('Iris', `/disputes/${reference}/refer-to-cafcass`, {
      ...{ grounds: 'No plan was prepared.', legalAdviceTaken: false, told: ['iro-manager'], sentOn: '2023-04-11' },
    });
    await sweepAt(council, '2023-04-12T07:00:00.000Z');
    const toms = postbox.sent.splice(0).filter(({ person }) => person === 'tom');
    expect(toms.map(({ subject }) => subject)).toEqual(['Footprint: 1 thing to know']);
    expect(toms[0]!.text).not.toContain('Cafcass');
  });

  it('holds what is recorded as sent in a digest, each by its own number', async () => {
    const { body } = await council.get<{ items: { kind: string; standing: string; digest: string | null }[] }>(
      'Tom',
      '/notices',
    );
    const digests = body.items.filter(({ kind }) => kind === 'digest');
    expect(digests).toHaveLength(3);
    for (const item of body.items) expect(item.standing).toBe('sent');
    const inside = body.items.filter(({ kind }) => kind !== 'digest');
    expect(inside).toHaveLength(4);
    for (const { digest } of inside)
      expect(digests.map((each) => (each as unknown as { notice: string }).notice)).toContain(digest);
  });
});

describe('a notice to somebody with preferences', () => {
  const postbox = new Postbox();
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
  });
  afterAll(() => council.end());

  it('of an acknowledgement: the person who is thanked, and their manager', async () => {
    await council.done('Iris', '/acknowledgements', {
      children: ['C1'],
      theme: 'PA-DIRECT',
      people: [{ person: 'walter' }],
      whatTheyDid: 'Planned the move with her, week by week.',
    });
    expect(postbox.collect()).toEqual([
      'tom: a practice acknowledgement for you',
      'walter: a practice acknowledgement for you',
    ]);
  });

  it('of a restricted dispute: the IRO and those on its list', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    postbox.collect();
    await council.done('Mona', `/disputes/${reference}/restrict`, { readers: ['tom', 'mona'], reason: 'Adoption.' });
    expect(postbox.collect()).toEqual([
      'alma: nothing is asked of you any more',
      'iris: who may read this has changed',
    ]);
    await council.done('Tom', `/disputes/${reference}/ask-for-extension`, { askedFor: '2023-04-14', reason: 'Panel.' });
    expect(postbox.collect()).toEqual(['iris: more time is asked for', 'mona: more time is asked for']);
    await council.done('Iris', `/disputes/${reference}/grant-extension`, {});
    expect(postbox.collect()).toEqual([
      'mona: more time was given: an answer is asked by Friday 14 April 2023',
      'tom: more time is given: answer by Friday 14 April 2023',
    ]);
  });

  it('goes to the next post up if every post that must answer is vacant', async () => {
    for (const person of ['tom', 'alma']) await leave(council, person);
    await council.done('Iris', '/disputes', aConcern({ theme: 'VISIT' }));
    expect(postbox.collect()).toEqual(['sven: nobody holds the post that must act, by Wednesday 12 April 2023']);
  });

  it('while an IRO is away: the person who covers, too', async () => {
    await council.done('Mona', '/covers', {
      iro: 'iris',
      by: 'ivan',
      from: '2023-04-03',
      to: '2023-04-21',
      reason: 'Leave.',
    });
    const { reference } = await council.done(
      'Iris',
      '/disputes',
      aConcern({ theme: 'LIFE', stage: 2, stageReason: 'Urgent.' }),
    );
    postbox.collect();
    await council.done('Sven', `/disputes/${reference}/answer`, anAnswer());
    expect(postbox.collect()).toEqual([
      'iris: answered: say if you are satisfied',
      'ivan: answered: say if you are satisfied',
    ]);
  });
});

const leave = async (council: Council, person: string): Promise<void> => {
  await council.done('Adam', `/posts/${person}-post/leave`, { person, on: '2023-03-31' });
};
