import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';
import { sweepAt } from './sweep.js';

/*
 * Somebody leaves a post and something open was theirs: the person to whom it falls is told, though nothing has happened in the dispute. From
 * Monday 3 April 2023, ten in the morning.
 */

describe('Somebody who leaves a post', () => {
  const postbox = new Postbox();
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
    await council.done('Iris', '/disputes', aConcern());
    postbox.collect();
  });
  afterAll(() => council.end());

  const leave = (person: string, on: string) =>
    council.done('Adam', `/posts/${person}-post/leave`, { person, on }).then(() => council.caughtUp());
  const toldBy = async (instant: string): Promise<string[]> => {
    await sweepAt(council, instant);
    return postbox.collect().filter((each) => /nobody holds|has left/.test(each));
  };
  const vacant = (person: string): string =>
    `${person}: nobody holds the post that must act, by Wednesday 12 April 2023`;

  it('leaves what was theirs to the next stage up, who is told once, when the last day is over', async () => {
    for (const person of ['tom', 'alma']) await leave(person, '2023-04-04');
    expect(await toldBy('2023-04-04T10:00:00.000Z')).toEqual([]);
    expect(await toldBy('2023-04-05T08:00:00.000Z')).toEqual([vacant('sven')]);
    expect(await toldBy('2023-04-05T08:01:00.000Z')).toEqual([]);
  });

  it('leaves it to the head of quality assurance where the IRO manager has gone too', async () => {
    await leave('sven', '2023-04-05');
    const [toMona] = await toldBy('2023-04-06T08:00:00.000Z');
    expect(toMona).toMatch(/nobody holds the post that must act/);
    for (const person of ['mona', 'anton', 'dora']) await leave(person, '2023-04-06');
    expect(await toldBy('2023-04-07T08:00:00.000Z')).toEqual([]);
    expect(await toldBy('2023-04-11T08:00:00.000Z')).toEqual([vacant('quentin')]);
  });

  it('leaves the disputes that an IRO held to be given to another', async () => {
    await leave('iris', '2023-04-11');
    expect(await toldBy('2023-04-12T08:00:00.000Z')).toEqual(['quentin: its IRO has left']);
  });

  it('and that is told once, whatever else becomes of it', async () => {
    const told = await toldBy('2023-04-13T08:00:00.000Z');
    expect(told.filter((each) => each.includes('has left'))).toEqual([]);
  });
});

describe('A restricted dispute whose only answerer leaves', () => {
  const postbox = new Postbox();
  let council: Council;
  let reference: string;
  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
  });
  afterAll(() => council.end());
  const told = () => postbox.collect().filter((each) => each.includes('may read it'));
  const words = 'iris: nobody who is to act on this may read it';

  it('is its IRO’s to choose an answerer for, who is told once', async () => {
    await council.done('Iris', `/disputes/${reference}/restrict`, { readers: ['tom'], reason: 'A colleague.' });
    await council.done('Adam', '/posts/tom-post/leave', { person: 'tom', on: '2023-04-04' });
    postbox.collect();
    await sweepAt(council, '2023-04-04T10:00:00.000Z');
    expect(told()).toEqual([]);
    await sweepAt(council, '2023-04-05T08:00:00.000Z');
    expect(told()).toEqual([words]);
    await sweepAt(council, '2023-04-06T08:00:00.000Z');
    expect(told()).toEqual([]);
  });

  it('is not told to the IRO who left nobody on the list, of their own act', async () => {
    await council.done('Adam', '/posts/alma-post/leave', { person: 'alma', on: '2023-04-06' });
    council.at('2023-04-11T08:00:00.000Z');
    const other = (await council.done('Iris', '/disputes', aConcern({ theme: 'RISK' }))).reference;
    postbox.collect();
    await council.done('Iris', `/disputes/${other}/restrict`, { readers: ['sven'], reason: 'A colleague.' });
    expect(told()).toEqual([]);
  });
});

describe('An agreed action of somebody who leaves', () => {
  it('is told to those to whom it falls, once, and not to those whose own it was', async () => {
    const postbox = new Postbox();
    const council = await Council.begin('house', { notices: postbox });
    const act = (person: string, reference: string, name: string, body: object) =>
      council.done(person, `/disputes/${reference}/${name}`, body);
    const agreed = async (who: string): Promise<string> => {
      const { reference } = await council.done('Iris', '/disputes', aConcern({ theme: 'EDUC' }));
      const actions = [{ what: 'Visit the school.', who, by: '2023-05-10' }];
      await act('Tom', reference, 'answer', anAnswer({ actions }));
      await act('Iris', reference, 'judge', { verdict: 'satisfied', reason: 'It has a date.' });
      return reference;
    };
    const ofWalter = await agreed('Walter');
    await agreed('Tom');
    await council.done('Adam', '/posts/walter-post/leave', { person: 'walter', on: '2023-04-04' });
    await council.caughtUp();
    postbox.collect();
    const toldAt = async (instant: string): Promise<string[]> => {
      await sweepAt(council, instant);
      return postbox.sent
        .splice(0)
        .map(({ person, subject }) => `${person}: ${subject}`)
        .sort();
    };
    const theirs = `${ofWalter}: action A1 is yours to do, by Wednesday 10 May 2023`;
    expect(await toldAt('2023-04-04T10:00:00.000Z')).toEqual([]);
    expect(await toldAt('2023-04-05T08:00:00.000Z')).toEqual([`alma: ${theirs}`, `tom: ${theirs}`]);
    await council.done('Mona', `/disputes/${ofWalter}/add-note`, { text: 'He has left.' });
    const toldSince = await toldAt('2023-04-05T08:01:00.000Z');
    expect(toldSince.filter((each) => each.includes('yours to do'))).toEqual([]);
    await council.end();
  });
});

describe('A check that is begun where its IRO has left', () => {
  it('is told at once to the person to whom it falls', async () => {
    const postbox = new Postbox();
    const council = await Council.begin('house', { notices: postbox });
    await council.done('Adam', '/posts/iris-post/leave', { person: 'iris', on: '2023-04-02' });
    await sweepAt(council, '2023-04-03T09:01:00.000Z');
    postbox.sent.splice(0);
    const check = { kind: 'midway', child: 'C1', heldOn: '2023-04-03' };
    const { reference } = await council.done('Quentin', '/reviews', check);
    await council.caughtUp();
    await council.caughtUp();
    expect(postbox.sent.map(({ person, subject }) => `${person}: ${subject}`)).toEqual([
      `mona: ${reference}: its IRO has left`,
    ]);
    await council.end();
  });
});

describe('Recommendations that nobody in office is asked about', () => {
  const postbox = new Postbox();
  let council: Council;
  const aReview = (child: string) => ({
    child,
    reviewedOn: '2023-03-30',
    recommendations: [{ what: 'Begin life story work', who: 'The social worker', by: '2023-05-31' }],
  });
  const toldOfVacancies = (): string[] => postbox.collect().filter((each) => /nobody holds/.test(each));
  const toSven = 'sven: nobody holds the post that must act, by Wednesday 12 April 2023';

  beforeAll(async () => {
    council = await Council.begin('../test/journeys/protocols/silence-agrees', { notices: postbox });
    await council.done('Adam', '/posts/tom-post/leave', { person: 'tom', on: '2023-04-02' });
  });
  afterAll(() => council.end());

  it('are told at once to the person to whom they have fallen, before their silence counts as agreed', async () => {
    await council.done('Iris', '/recommendations', aReview('C1'));
    await sweepAt(council, '2023-04-03T09:01:00.000Z');
    expect(toldOfVacancies()).toEqual([toSven]);
    await sweepAt(council, '2023-04-03T09:02:00.000Z');
    expect(toldOfVacancies()).toEqual([]);
  });

  it('are told to them when the post is left later', async () => {
    await council.done('Ivan', '/recommendations', aReview('C3'));
    await council.done('Adam', '/posts/tess-post/leave', { person: 'tess', on: '2023-04-03' });
    await council.caughtUp();
    await sweepAt(council, '2023-04-04T08:00:00.000Z');
    expect(toldOfVacancies()).toEqual([toSven]);
  });

  it('disagreed with, fall to the IRO manager as the IRO leaves, who is told once', async () => {
    const { reference } = await council.done('Iris', '/recommendations', aReview('C2'));
    await council.appoint('Theo', ['team-manager', 'north', null]);
    await council.done('Theo', `/recommendations/${reference}/disagree`, { reason: 'It began in March.' });
    await council.done('Adam', '/posts/iris-post/leave', { person: 'iris', on: '2023-04-04' });
    postbox.collect();
    await sweepAt(council, '2023-04-05T08:00:00.000Z');
    const told = postbox.sent.splice(0).filter(({ subject }) => subject.startsWith(reference));
    expect(told.map(({ person, subject }) => `${person}: ${subject}`)).toEqual([
      `mona: ${reference}: its IRO has left`,
    ]);
    await sweepAt(council, '2023-04-05T08:01:00.000Z');
    expect(postbox.sent.splice(0).filter(({ subject }) => subject.startsWith(reference))).toEqual([]);
  });
});

describe('A looked-after child whose IRO is a conference chair alone by now', () => {
  it('is in the work of the IRO manager to allocate, for a chair has no route to Cafcass', async () => {
    const council = await Council.begin();
    const toAllocate = async (): Promise<string[]> =>
      (await council.get<MyWorkDto>('Mona', '/work')).body.items
        .filter(({ what }) => what === 'allocate-child')
        .map(({ reference }) => reference);
    const post = { postId: 'ivan-chair', kind: 'conference-chair', title: 'Conference chair' };
    await council.done('Adam', '/posts', post);
    await council.doneByTwo('Adam', '/posts/ivan-chair/take', { person: 'ivan', from: '2023-04-03' });
    await council.caughtUp();
    expect(await toAllocate()).toEqual([]);
    await council.done('Adam', '/posts/ivan-post/leave', { person: 'ivan', on: '2023-04-02' });
    await council.caughtUp();
    expect(await toAllocate()).toEqual(['C3']);
    await council.end();
  });
});

describe('Meetings and checks of somebody who leaves', () => {
  const postbox = new Postbox();
  const today = '2023-04-03';
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
  });
  afterAll(() => council.end());

  const leave = (person: string, on: string) =>
    council.done('Adam', `/posts/${person}-post/leave`, { person, on }).then(() => council.caughtUp());
  const toldOf = async (reference: string, instant: string): Promise<string[]> => {
    await sweepAt(council, instant);
    return postbox.sent
      .filter(({ subject }) => subject.startsWith(reference))
      .map(({ person, subject }) => `${person}: ${subject.slice(reference.length + 2)}`);
  };
  const FALLEN = 'something of a meeting has fallen to you';

  it('are told to whom they fall, once each: a check of an IRO, a seat, an action over a theme, and the meeting itself', async () => {
    const check = await council.done('Iris', '/reviews', { kind: 'midway', child: 'C1', heldOn: today });
    const arranged = { kind: 'challenge', name: 'Challenge meeting', heldOn: '2023-04-12', startsAt: '14:00' };
    const seats = { posts: ['iro-manager'], people: ['sven'] };
    const meeting = await council.done('Mona', '/challenge/meetings', { ...arranged, ...seats });
    const other = await council.done('Mona', '/challenge/meetings', {
      ...arranged,
      posts: ['iro-manager'],
      people: [],
    });
    postbox.sent.splice(0);
    await leave('iris', '2023-04-04');
    await leave('sven', '2023-04-04');
    expect(await toldOf(check.reference, '2023-04-05T08:00:00.000Z')).toEqual(['mona: its IRO has left']);
    expect(await toldOf(meeting.reference, '2023-04-05T08:01:00.000Z')).toEqual([`mona: ${FALLEN}`]);
    expect(await toldOf(other.reference, '2023-04-05T08:02:00.000Z')).toEqual([]);
    postbox.sent.splice(0);
    await leave('mona', '2023-04-05');
    expect(await toldOf(other.reference, '2023-04-06T08:00:00.000Z')).toEqual([`quentin: ${FALLEN}`]);
    expect(await toldOf(check.reference, '2023-04-06T08:01:00.000Z')).toEqual(['quentin: its IRO has left']);
    postbox.sent.splice(0);
    expect(await toldOf(other.reference, '2023-04-06T08:02:00.000Z')).toEqual([]);
    // He arranges one himself: he knows whose it is.
    const his = await council.done('Quentin', '/challenge/meetings', {
      ...arranged,
      posts: ['head-of-qa'],
      people: [],
    });
    expect((await toldOf(his.reference, '2023-04-06T08:03:00.000Z')).filter((each) => each.includes(FALLEN))).toEqual(
      [],
    );
  });

  it('are not told any more once somebody has come in the place of whoever left', async () => {
    await council.appoint('Mia', ['iro-manager', null, null]);
    postbox.sent.splice(0);
    const arranged = { kind: 'challenge', name: 'Another', heldOn: '2023-04-13', startsAt: '14:00' };
    const meeting = await council.done('Quentin', '/challenge/meetings', {
      ...arranged,
      posts: ['head-of-qa'],
      people: [],
    });
    expect(
      (await toldOf(meeting.reference, '2023-04-06T08:10:00.000Z')).filter((each) => each.includes(FALLEN)),
    ).toEqual([]);
  });
});

describe('A proposal that waits for a second person', () => {
  const postbox = new Postbox();
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
  });
  afterAll(() => council.end());

  it('is told to whoever proposed it, and to those who might have agreed, once it has lapsed, and once', async () => {
    await council.done('Adam', '/people', { personId: 'petra', name: 'Petra' });
    const { reference: post } = await council.done('Adam', '/posts', { kind: 'iro', title: 'IRO' });
    await council.done('Adam', `/posts/${post}/take`, { person: 'petra' });
    const told = (): string[] => postbox.collect().filter((each) => each.includes('nobody agreed in time'));
    await sweepAt(council, '2023-05-03T10:00:00.000Z');
    expect(told()).toEqual([]);
    await sweepAt(council, '2023-05-04T10:00:00.000Z');
    const subject = 'a role was not given: nobody agreed in time';
    expect(told()).toEqual(['adam', 'anton', 'dora', 'mona', 'queenie', 'quentin'].map((who) => `${who}: ${subject}`));
    await sweepAt(council, '2023-05-05T10:00:00.000Z');
    expect(told()).toEqual([]);
  });
});

describe('A cover of which one of the two leaves', () => {
  const postbox = new Postbox();
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
  });
  afterAll(() => council.end());

  it('is told to the other, and to the IRO manager, once', async () => {
    const cover = { iro: 'ivan', by: 'iris', from: '2023-04-03', to: '2023-04-21', reason: 'Leave.' };
    await council.done('Mona', '/covers', cover);
    await council.done('Adam', '/posts/iris-post/leave', { person: 'iris', on: '2023-04-04' });
    await sweepAt(council, '2023-04-04T10:00:00.000Z');
    postbox.collect();
    await sweepAt(council, '2023-04-05T08:00:00.000Z');
    const lapsed = 'nobody stands in any more, until Friday 21 April 2023';
    expect(postbox.collect().filter((each) => each.includes('stands in'))).toEqual([
      `ivan: ${lapsed}`,
      `mona: ${lapsed}`,
    ]);
    await council.appoint('Ida', ['iro', null, null]);
    await sweepAt(council, '2023-04-05T08:01:00.000Z');
    expect(postbox.collect().filter((each) => each.includes('stands in'))).toEqual([]);
  });
});

describe('A child who has no IRO in office, or whose team has ended', () => {
  const postbox = new Postbox();
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
  });
  afterAll(() => council.end());
  const toAllocate = async (person: string): Promise<string[]> =>
    (await council.get<MyWorkDto>(person, '/work')).body.items
      .filter(({ what }) => what === 'allocate-child')
      .map(({ reference }) => reference);
  const told = (): string[] => postbox.collect().filter((each) => each.includes('to allocate'));

  it('is in the work of the IRO manager, who is told once, also where nothing is open', async () => {
    expect(await toAllocate('Mona')).toEqual([]);
    await council.done('Adam', '/posts/iris-post/leave', { person: 'iris', on: '2023-04-04' });
    postbox.collect();
    await sweepAt(council, '2023-04-05T08:00:00.000Z');
    expect(told()).toEqual(['mona: 2 children to allocate']);
    expect(await toAllocate('Mona')).toEqual(['C1', 'C2']);
    expect(await toAllocate('Ivan')).toEqual([]);
    await sweepAt(council, '2023-04-05T08:01:00.000Z');
    expect(told()).toEqual([]);
    for (const child of ['C1', 'C2']) await council.done('Mona', `/children/${child}/allocate`, { iro: 'ivan' });
    expect(await toAllocate('Mona')).toEqual([]);
  });

  it('is no news any more where all were allocated before the message went', async () => {
    await council.done('Adam', '/posts/ivan-post/leave', { person: 'ivan', on: '2023-04-05' });
    postbox.collect();
    await sweepAt(council, '2023-04-06T03:00:00.000Z');
    expect(await toAllocate('Mona')).toEqual(['C1', 'C2', 'C3']);
    await council.appoint('Ida', ['iro', null, null]);
    for (const child of ['C1', 'C2', 'C3']) await council.done('Mona', `/children/${child}/allocate`, { iro: 'ida' });
    await sweepAt(council, '2023-04-06T08:00:00.000Z');
    expect(told()).toEqual([]);
  });

  it('is so where several took over from the team, and not where one did', async () => {
    for (const team of ['east', 'west'])
      await council.done('Adam', '/teams', { teamId: team, code: team.toUpperCase(), name: `Locality ${team}` });
    await council.doneByTwo('Adam', '/teams/south/end', { on: '2023-04-06', succeededBy: ['east', 'west'] });
    await council.doneByTwo('Adam', '/teams/north/end', { on: '2023-04-06', succeededBy: ['east'] });
    postbox.collect();
    await sweepAt(council, '2023-04-11T08:00:00.000Z');
    expect(told()).toEqual(['mona: 1 child to allocate']);
    expect(await toAllocate('Mona')).toEqual(['C3']);
  });

  it('is told to those leaders alone in whose work it is, where nobody is IRO manager or head of quality assurance', async () => {
    for (const person of ['mona', 'quentin'])
      await council.done('Adam', `/posts/${person}-post/leave`, { person, on: '2023-04-11' });
    const leaveAndHear = async (person: string, post: string, on: string, at: string): Promise<string[]> => {
      await council.done('Adam', `/posts/${post}/leave`, { person, on });
      postbox.collect();
      await sweepAt(council, at);
      return told();
    };
    expect(await leaveAndHear('ida', 'ida-post', '2023-04-11', '2023-04-12T08:00:00.000Z')).toEqual([
      'queenie: 3 children to allocate',
    ]);
    expect(await toAllocate('Queenie')).toHaveLength(3);
    expect(await toAllocate('Anton')).toEqual([]);
  });
});

describe('What has fallen to somebody', () => {
  const postbox = new Postbox();
  let council: Council;
  afterEach(() => council.end());

  const begin = async (adapted = (file: string): string => file): Promise<string> => {
    council = await Council.begin('house', {
      ...{ notices: postbox, adapted },
      besides: { people: { Wanda: ['iro', null, null] }, children: [['C7', 'south', 'iris', 'looked-after']] },
    });
    const { reference } = await council.done('Iris', '/disputes', aConcern({ children: ['C7'] }));
    return `/disputes/${reference}`;
  };
  const leave = (person: string, on: string, post = `${person}-post`) =>
    council.done('Adam', `/posts/${post}/leave`, { person, on });
  const toldAt = async (instant: string, person: string): Promise<string[]> => {
    await council.caughtUp();
    postbox.collect();
    await sweepAt(council, instant);
    return postbox.collect().filter((line) => line.startsWith(`${person}: `));
  };

  it('is told again where the post is left again', async () => {
    await begin();
    const vacant = ['sven: nobody holds the post that must act, by Wednesday 12 April 2023'];
    await leave('tess', '2023-04-03');
    expect(await toldAt('2023-04-04T09:00:00.000Z', 'sven')).toEqual(vacant);
    await council.doneByTwo('Adam', '/posts/tess-post/take', { person: 'wanda', from: '2023-04-04' });
    await leave('wanda', '2023-04-04', 'tess-post');
    expect(await toldAt('2023-04-05T09:00:00.000Z', 'sven')).toEqual(vacant);
    expect(await toldAt('2023-04-06T09:00:00.000Z', 'sven')).toEqual([]);
  });

  it('is told again where somebody else is named to answer, who leaves too', async () => {
    const url = await begin();
    const choose = ['iris: nobody who is to act on this may read it'];
    const name = (answeredBy: string) =>
      council.done('Iris', `${url}/restrict`, { readers: [], answeredBy, reason: 'A colleague.' });
    await name('hana');
    await leave('hana', '2023-04-03');
    expect(await toldAt('2023-04-04T09:00:00.000Z', 'iris')).toEqual(choose);
    await name('anton');
    await leave('anton', '2023-04-04');
    expect(await toldAt('2023-04-05T09:00:00.000Z', 'iris')).toEqual(choose);
    expect(await toldAt('2023-04-06T09:00:00.000Z', 'iris')).toEqual([]);
  });

  it('is told where it was asked of those who manage the IROs: a request to read, and more time', async () => {
    const url = await begin((file) => file.replace('granted-by: [iro, iro-manager]', 'granted-by: iro-manager'));
    await council.done('Anton', `${url}/ask-to-read`, { reason: 'The theme has come back.' });
    await council.done('Tess', `${url}/ask-for-extension`, { askedFor: '2023-04-17', reason: 'The panel.' });
    await leave('mona', '2023-04-03');
    const told = await toldAt('2023-04-04T09:00:00.000Z', 'quentin');
    expect(told).toEqual(
      expect.arrayContaining([
        'quentin: somebody asks to read it',
        expect.stringContaining('quentin: more time is asked for') as unknown,
      ]),
    );
    expect(await toldAt('2023-04-05T09:00:00.000Z', 'quentin')).toEqual([]);
  });
});
