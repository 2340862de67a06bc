import { afterEach, describe, expect, it } from '@jest/globals';
import type { DisputeDto, HistoryDto } from '../../src/disputes/read/dispute.dto.js';
import { Follower } from '../../src/following/follower.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { aConcern, anAnswer, type Beginning, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';
import { sweepAt } from './sweep.js';

/*
 * While a dispute is restricted, the person whom its IRO named to answer goes on answering until somebody names another or lifts the
 * restriction: also in the team to which the child moves, and in a round that asks the same stage once more. Whoever is told to answer has it in
 * their work and may answer; whoever is told that it is theirs no longer has it nowhere, and is not late. From Monday 3 April 2023.
 */

const PEOPLE = ['Mona', 'Alma', 'Tom', 'Tess', 'Tara', 'Sven', 'Hana', 'Anton', 'Dora', 'Chris'];
const BESIDES: Beginning['besides'] = {
  teams: { east: ['Through Care East', 'Localities'] },
  people: { Tara: ['team-manager', 'east', null] },
};
const reason = 'Tom is her uncle.';

describe('A person who is named to answer in place of others', () => {
  const postbox = new Postbox();
  let council: Council;
  let reference: string;
  afterEach(() => council.end());

  const begin = async (raised: object = {}, beginning: Beginning = {}): Promise<void> => {
    council = await Council.begin('house', { notices: postbox, besides: BESIDES, ...beginning });
    reference = (await council.done('Iris', '/disputes', aConcern(raised))).reference;
  };
  const named = (readers: string[], answeredBy: string): Promise<string[]> =>
    act('Iris', 'restrict', { readers, answeredBy, reason });
  const heardBy = async (doing: () => Promise<unknown>): Promise<string[]> => {
    await council.caughtUp();
    postbox.collect();
    await doing();
    await council.caughtUp();
    await council.app.get(Follower).run();
    await council.caughtUp();
    return postbox.collect();
  };
  const act = (person: string, name: string, body: object): Promise<string[]> =>
    heardBy(() => council.done(person, `/disputes/${reference}/${name}`, body));
  const takeBack = async (type: string): Promise<string[]> => {
    const { body } = await council.get<HistoryDto>('Iris', `/disputes/${reference}/events`);
    const { revision: entry } = body.entries.findLast(({ what }) => what === type)!;
    return act('Iris', 'take-back-entry', { entry, reason: 'It was entered by mistake.' });
  };
  const allocate = (body: object): Promise<string[]> =>
    heardBy(() => council.done('Mona', '/children/C1/allocate', { from: '2023-04-03', ...body }));
  const workOf = async (person: string) =>
    ((await council.get<Partial<MyWorkDto>>(person, '/work')).body.items ?? []).filter(
      (item) => item.reference === reference,
    );
  /** Those who have the answer in their work, and those who may answer: the same people. */
  const answering = async (): Promise<string[]> => {
    const inWork: string[] = [];
    const mayAnswer: string[] = [];
    for (const person of PEOPLE) {
      if ((await workOf(person)).some(({ what }) => what === 'answer')) inWork.push(person);
      const { status, body } = await council.get<DisputeDto>(person, `/disputes/${reference}`);
      if (status === 200 && body.allowedActs.includes('answer')) mayAnswer.push(person);
    }
    expect(mayAnswer).toEqual(inWork);
    return inWork;
  };
  const chooses = async (): Promise<boolean> =>
    (await workOf('Iris')).some(({ what }) => what === 'choose-who-answers');
  const isLate = async (person: string): Promise<boolean> => (await workOf(person)).some(({ due }) => due.late);
  const answers = (person: string, status: number): Promise<void> =>
    council.post(person, `/disputes/${reference}/answer`, anAnswer()).then((sent) => expect(sent.status).toBe(status));

  const toChris = async (): Promise<void> => {
    await act('Iris', 'restrict', { readers: ['anton'], reason });
    await act('Anton', 'answer', anAnswer());
    await act('Iris', 'judge', { verdict: 'not', reason: 'It has no date.' });
    await act('Iris', 'escalate', { reason, answeredBy: 'chris' });
  };

  it.each([
    ['to another manager', 'hana', ['hana'], { team: 'south' }],
    ['to a manager who reads it', 'hana', ['hana', 'tess'], { team: 'south' }],
    ['from the manager who is named', 'tess', ['tess'], { team: 'east' }],
  ])('goes on answering where the child moves %s: nobody is told otherwise', async (_, person, readers, to) => {
    await begin();
    await named(readers, person);
    const theirs = person[0]!.toUpperCase() + person.slice(1);
    const heard = await allocate(to);
    expect(heard.filter((line) => /answer/.test(line))).toEqual([]);
    expect([await answering(), await chooses()]).toEqual([[theirs], false]);
    const { body } = await council.get<DisputeDto>('Iris', `/disputes/${reference}`);
    expect(body).toMatchObject({ waitingFor: { what: 'answer', person: { id: person } } });
    await sweepAt(council, '2023-04-13T09:00:00.000Z');
    expect(await isLate(theirs)).toBe(true);
    await answers(theirs, 200);
  });

  it('goes on answering once it has come up to them and the child moves', async () => {
    await begin({ stage: 3, stageReason: 'It is grave.' });
    await toChris();
    expect(await answering()).toEqual(['Chris']);
    expect((await allocate({ team: 'south' })).filter((line) => /answer/.test(line))).toEqual([]);
    expect([await answering(), await chooses()]).toEqual([['Chris'], false]);
    await answers('Chris', 200);
  });

  it('hears that nothing is asked any more where it had not to come up to them', async () => {
    await begin({ stage: 3, stageReason: 'It is grave.' });
    await toChris();
    expect(await takeBack('DisputeEscalated')).toEqual([
      'anton: something you were told was taken back',
      'chris: nothing is asked of you any more',
    ]);
    expect([await answering(), await chooses()]).toEqual([[], false]);
    await answers('Chris', 404);
  });

  it('answers the same stage again where it is reopened, or a new date is given', async () => {
    await begin();
    await named(['hana'], 'hana');
    await act('Hana', 'answer', anAnswer({ actions: [{ what: 'Visit her.', who: 'hana', by: '2023-04-28' }] }));
    await act('Iris', 'judge', { verdict: 'satisfied', reason: 'It has a date.' });
    await act('Iris', 'resolve', { outcome: 'RES-ACT', impact: ['plan-moving'] });
    expect(await act('Iris', 'reopen', { reason: 'Nobody came.' })).toEqual([
      'hana: a dispute for you to answer, by Wednesday 12 April 2023',
    ]);
    expect([await answering(), await chooses()]).toEqual([['Hana'], false]);
    await answers('Hana', 200);
  });

  it('answers an informal one by its new date', async () => {
    await begin({ kind: 'informal' });
    await named(['hana'], 'hana');
    await sweepAt(council, '2023-04-20T09:00:00.000Z');
    expect(await act('Iris', 'give-new-date', { dueOn: '2023-04-28', reason: 'She is away.' })).toEqual([
      'hana: the date has moved: answer by Friday 28 April 2023',
    ]);
    expect([await answering(), await chooses()]).toEqual([['Hana'], false]);
    await answers('Hana', 200);
  });

  it('answers no more once it is passed on to a team that may read it: the team does', async () => {
    await begin();
    await named(['hana', 'tess'], 'hana');
    expect(await act('Iris', 'redirect', { toTeam: 'south', reason: 'It is about her flat.' })).toEqual([
      'hana: no longer for you to answer',
      'tess: a dispute for you to answer, by Wednesday 12 April 2023',
    ]);
    expect([await answering(), await chooses()]).toEqual([['Tess'], false]);
    await sweepAt(council, '2023-04-13T09:00:00.000Z');
    expect([await isLate('Hana'), await isLate('Tess')]).toEqual([false, true]);
    await answers('Hana', 403);
    await answers('Tess', 200);
  });

  it('goes on answering after a death, if they go on reading it', async () => {
    await begin();
    await named(['hana', 'mona'], 'mona');
    await heardBy(() => council.done('Mona', '/children/C1/record-death', { on: '2023-04-03' }));
    await act('Iris', 'unfreeze', { reason: 'It matters to her brother.' });
    expect([await answering(), await chooses()]).toEqual([['Mona'], false]);
    await answers('Mona', 200);
  });

  it('is named no more where it is about another child: the IRO of that child, who is told once, names somebody', async () => {
    await begin();
    await named(['hana', 'mona'], 'hana');
    expect(await act('Mona', 'move-to-child', { children: ['C3'], reason: 'It was written for her friend.' })).toEqual([
      'hana: about another child from now on',
      'iris: held by somebody else from now on',
      'ivan: a dispute was moved to a child of yours',
      'ivan: nobody who is to act on this may read it',
    ]);
    expect(await answering()).toEqual([]);
    expect((await workOf('Ivan')).map(({ what }) => what)).toEqual(['choose-who-answers']);
    await sweepAt(council, '2023-04-13T09:00:00.000Z');
    expect(await isLate('Hana')).toBe(false);
  });

  it('gives way to its IRO, who names another, where they have left', async () => {
    await begin();
    await named(['hana'], 'hana');
    await allocate({ team: 'south' });
    await heardBy(() => council.done('Adam', '/posts/hana-post/leave', { person: 'hana', on: '2023-04-03' }));
    expect([await answering(), await chooses()]).toEqual([[], true]);
  });
});
