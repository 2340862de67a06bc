import { afterEach, describe, expect, it } from '@jest/globals';
import type { HistoryDto } from '../../src/disputes/read/dispute.dto.js';
import { Follower } from '../../src/following/follower.js';
import { Outbox } from '../../src/notices/outbox.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';
import { sweepAt } from './sweep.js';

/*
 * A message that waits, for the morning or for a provider, is sent only where somebody needs it still when it goes. From Monday 3 April
 * 2023, ten in the morning.
 */

interface Shown {
  readonly items: readonly { kind: string; standing: string; notNeeded: string | null; about: string; text: string }[];
}

describe('A message that waits', () => {
  let council: Council;
  const postbox = new Postbox();
  const raise = async (theme: string, more: object = {}): Promise<string> =>
    (await council.done('Iris', '/disputes', aConcern({ theme, ...more }))).reference;
  const decided = async (person: string) =>
    (await council.get<Shown>(person, '/notices')).body.items
      .filter(({ standing }) => standing === 'not-needed')
      .map(({ kind, notNeeded }) => `${kind}: ${notNeeded}`)
      .sort();

  afterEach(async () => {
    postbox.isAway = false;
    postbox.collect();
    await council.end();
  });

  it('for the digest asks a manager for what is still theirs to answer, and for nothing else', async () => {
    council = await Council.begin('house', { notices: postbox });
    for (const person of ['Tom', 'Sven'])
      await council.done(person, '/notice-preferences', { theirsToDo: 'daily-digest', forInformation: 'daily-digest' });
    const withdrawn = await raise('DD-CARE');
    const answered = await raise('EDUC');
    const redirected = await raise('HEALTH');
    const restricted = await raise('VISIT');
    const escalated = await raise('LIFE');
    const left = await raise('PLAN');
    await council.done('Iris', `/disputes/${withdrawn}/withdraw`, { reason: 'The facts were wrong.' });
    await council.done('Tom', `/disputes/${answered}/answer`, anAnswer());
    await council.done('Iris', `/disputes/${redirected}/redirect`, { toTeam: 'south', reason: 'It is theirs.' });
    await council.done('Iris', `/disputes/${restricted}/restrict`, {
      ...{ readers: ['alma'], reason: 'It is about a colleague of his.' },
    });
    await council.done('Iris', `/disputes/${escalated}/escalate`, { reason: 'It cannot wait.' });
    postbox.collect();
    await sweepAt(council, '2023-04-04T07:00:00.000Z');
    const toTom = postbox.sent.filter(({ person }) => person === 'tom');
    expect(toTom.map(({ subject }) => subject)).toEqual(['Footprint: 2 things to know']);
    expect(toTom[0]!.text).toContain(`${left}: a dispute for you to answer`);
    expect(toTom[0]!.text).toContain(`${escalated}: escalated to the next stage`);
    // A notice of a restricted dispute is not needed either, and the dispute is named to him no more.
    expect(await decided('Tom')).toEqual([
      'dispute-for-you: no-longer-asked',
      'dispute-for-you: no-longer-asked',
      'dispute-for-you: no-longer-asked',
      'dispute-for-you: over',
      'redirected-away: never-heard-of-it',
      'withdrawn: never-heard-of-it',
    ]);
    const { notNeeded, waiting } = council.app.get(Outbox).status();
    // Among them that nothing is asked of him any more in the one that was restricted, of which he had not heard.
    expect([notNeeded, waiting]).toEqual([8, 0]);
    const health = (await council.app.inject({ url: '/health' })).json<{ parts: { name: string; what: string }[] }>();
    expect(health.parts.find(({ name }) => name === 'notices')!.what).toContain(
      '8 notices of the last week were not needed any more when they would have gone',
    );
  });

  it('for the digest says that something is over to those who had heard of it', async () => {
    council = await Council.begin('house', { notices: postbox });
    const reference = await raise('DD-CARE');
    await council.done('Tom', '/notice-preferences', { theirsToDo: 'daily-digest', forInformation: 'daily-digest' });
    await council.done('Iris', `/disputes/${reference}/withdraw`, { reason: 'The facts were wrong.' });
    postbox.collect();
    await sweepAt(council, '2023-04-04T07:00:00.000Z');
    expect(postbox.sent.map(({ text }) => text.split('\n')[0])).toEqual([`${reference}: withdrawn`]);
  });

  it('for a provider is sent only where it is needed when the provider is back, also out of a digest', async () => {
    council = await Council.begin('house', { notices: postbox });
    await council.done('Alma', '/notice-preferences', { theirsToDo: 'daily-digest', forInformation: 'none' });
    const over = await raise('DD-CARE');
    const goesOn = await raise('EDUC');
    postbox.collect();
    postbox.isAway = true;
    const late = await raise('HEALTH');
    await sweepAt(council, '2023-04-04T07:00:00.000Z');
    for (const reference of [over, late])
      await council.done('Iris', `/disputes/${reference}/withdraw`, { reason: 'The facts were wrong.' });
    postbox.isAway = false;
    await sweepAt(council, '2023-04-04T08:00:00.000Z');
    expect(postbox.sent.map(({ person, subject }) => `${person}: ${subject}`).sort()).toEqual([
      'alma: Footprint: 1 thing to know',
      `tom: ${over}: withdrawn`,
    ]);
    expect(postbox.sent.find(({ person }) => person === 'alma')!.text).toContain(goesOn);
    const digest = (await council.get<Shown>('Alma', '/notices')).body.items.find(({ kind }) => kind === 'digest')!;
    expect([digest.text.includes(goesOn), digest.text.includes(over)]).toEqual([true, false]);
    expect(await decided('Tom')).toEqual(['dispute-for-you: over', 'withdrawn: never-heard-of-it']);
  });

  it('says each date as it is when it goes: out of a digest, after a provider was away, and on the page', async () => {
    council = await Council.begin('house', { notices: postbox });
    await council.done('Tom', '/notice-preferences', { theirsToDo: 'daily-digest', forInformation: 'daily-digest' });
    postbox.isAway = true;
    const reference = await raise('DD-CARE');
    await sweepAt(council, '2023-04-04T07:00:00.000Z');
    await council.done('Iris', `/disputes/${reference}/ask-for-earlier-date`, {
      ...{ askedFor: '2023-04-06', reason: 'The panel is on that day.' },
    });
    postbox.isAway = false;
    await sweepAt(council, '2023-04-04T08:00:00.000Z');
    const said = `${reference}: a dispute for you to answer, by Thursday 6 April 2023`;
    const [toTom, toAlma] = ['tom', 'alma'].map((to) => postbox.sent.filter(({ person }) => person === to));
    expect(toTom!.map(({ text }) => text.split('\n')[0])).toEqual([said]);
    expect(toAlma!.map(({ subject }) => subject).sort()).toEqual([
      said,
      `${reference}: the date has moved: answer by Thursday 6 April 2023`,
    ]);
    for (const person of ['Tom', 'Alma']) {
      const { items } = (await council.get<Shown>(person, '/notices')).body;
      const told = items.filter(({ standing, kind }) => standing === 'sent' && kind !== 'date-moved');
      expect(told.map(({ text }) => text.includes('Thursday 6 April 2023'))).not.toContain(false);
    }
  });

  it('says of no answer that it is overdue once the date that had passed was taken back', async () => {
    council = await Council.begin('house', { notices: postbox });
    const reference = await raise('DD-CARE');
    await council.done('Iris', `/disputes/${reference}/ask-for-earlier-date`, {
      ...{ askedFor: '2023-04-03', reason: 'The panel is today.' },
    });
    await sweepAt(council, '2023-04-04T05:00:00.000Z');
    postbox.collect();
    const { entries } = (await council.get<HistoryDto>('Iris', `/disputes/${reference}/events`)).body;
    const { revision: entry } = entries.findLast(({ what }) => what === 'EarlierDateAsked')!;
    await council.done('Iris', `/disputes/${reference}/take-back-entry`, { entry, reason: 'It was another child.' });
    await sweepAt(council, '2023-04-04T06:00:00.000Z');
    expect(postbox.collect().filter((each) => each.includes('overdue') || each.includes('no answer'))).toEqual([]);
    expect(await decided('Tom')).toContain('answer-overdue: no-longer-asked');
  });

  it('names the meeting by the day to which it has moved, once', async () => {
    council = await Council.begin('house', { notices: postbox });
    await council.done('Iris', '/notice-preferences', { theirsToDo: 'daily-digest', forInformation: 'daily-digest' });
    const reference = await raise('DD-CARE');
    const meeting = { kind: 'challenge', name: 'Challenge', heldOn: '2023-04-12', startsAt: '14:00' };
    const { reference: id } = await council.done('Mona', '/challenge/meetings', {
      ...{ ...meeting, posts: ['assistant-director', 'iro-manager'] },
    });
    const act = (name: string, body: object) => council.done('Mona', `/challenge/meetings/${id}/${name}`, body);
    await act('add-items', { items: [{ dispute: reference }] });
    await act('move', { heldOn: '2023-04-14', reason: 'She is in court.' });
    postbox.collect();
    await sweepAt(council, '2023-04-04T07:00:00.000Z');
    const [digest] = postbox.sent.filter(({ person }) => person === 'iris');
    expect(digest!.text.split('\n').filter((line) => line.includes('agenda'))).toEqual([
      `${reference}: on the agenda of the meeting on Friday 14 April 2023`,
    ]);
  });

  it('and is routine is held back once the child has died, and goes when the dispute goes on', async () => {
    council = await Council.begin('house', { notices: postbox });
    const reference = await raise('DD-CARE');
    postbox.collect();
    postbox.isAway = true;
    await sweepAt(council, '2023-04-13T09:00:00.000Z');
    await council.done('Beth', '/children/C1/record-death', { on: '2023-04-13' });
    await council.app.get(Follower).run();
    await council.caughtUp();
    postbox.isAway = false;
    await sweepAt(council, '2023-04-13T10:00:00.000Z');
    const words = 'please read this before you do anything about it';
    const over = 'nothing is asked of you any more';
    expect(postbox.collect()).toEqual([`alma: ${over}`, `iris: ${words}`, `mona: ${words}`, `tom: ${over}`]);
    await council.done('Mona', `/disputes/${reference}/lift-restriction`, { reason: 'Tom must answer it.' });
    postbox.collect();
    await council.done('Mona', `/disputes/${reference}/unfreeze`, { reason: 'It matters to her brother.' });
    await sweepAt(council, '2023-04-13T11:00:00.000Z');
    expect(postbox.collect()).toContain('iris: no answer came in time');
  });

  it('goes to nobody who has left, and as each person wants it by then', async () => {
    council = await Council.begin('house', { notices: postbox });
    await council.done('Sven', '/notice-preferences', { theirsToDo: 'daily-digest', forInformation: 'daily-digest' });
    postbox.isAway = true;
    await raise('DD-CARE');
    const reference = await raise('EDUC', { stage: 2, stageReason: 'It cannot wait.' });
    await council.done('Adam', '/posts/alma-post/leave', { person: 'alma', on: '2023-04-02' });
    await council.done('Tom', '/notice-preferences', { theirsToDo: 'daily-digest', forInformation: 'none' });
    await council.done('Sven', '/notice-preferences', { theirsToDo: 'at-once', forInformation: 'at-once' });
    postbox.isAway = false;
    await sweepAt(council, '2023-04-03T10:00:00.000Z');
    expect(postbox.collect()).toEqual(['sven: a dispute for you to answer, by Wednesday 12 April 2023']);
    expect(reference).toMatch(/^DRP-/);
    await sweepAt(council, '2023-04-04T07:00:00.000Z');
    expect(postbox.collect()).toEqual(['tom: Footprint: 1 thing to know']);
    const adams = (await council.get<Shown>('Adam', '/notices')).body.items;
    expect(adams.filter(({ notNeeded }) => notNeeded === 'not-in-office')).toHaveLength(1);
  });
});

describe('People are told', () => {
  let council: Council;
  const postbox = new Postbox();
  afterEach(() => council.end());

  it('at once until seven in the evening of a working day, and otherwise at seven of the next', async () => {
    council = await Council.begin('house', { notices: postbox });
    // Friday 5 May 2023; Monday 8 May is a bank holiday.
    council.at('2023-05-05T16:05:00.000Z');
    await council.done('Iris', '/disputes', aConcern());
    expect(postbox.collect()).toHaveLength(2);
    council.at('2023-05-05T19:00:00.000Z');
    await council.done('Iris', '/disputes', aConcern({ theme: 'EDUC' }));
    expect(postbox.collect()).toEqual([]);
    expect(council.app.get(Outbox).status()).toMatchObject({ state: 'working', waiting: 0, forLater: 2 });
    for (const moment of ['2023-05-06T10:00:00.000Z', '2023-05-08T10:00:00.000Z', '2023-05-09T05:59:00.000Z'])
      await sweepAt(council, moment);
    expect(postbox.collect()).toEqual([]);
    await sweepAt(council, '2023-05-09T06:00:00.000Z');
    expect(postbox.collect()).toHaveLength(2);
    expect(council.app.get(Outbox).status()).toMatchObject({ waiting: 0, forLater: 0 });
  });

  it('at any hour of what is marked as urgent, and of Cafcass', async () => {
    council = await Council.begin('house', { notices: postbox });
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    postbox.collect();
    council.at('2023-05-06T22:00:00.000Z');
    await council.done('Iris', '/disputes', aConcern({ theme: 'RISK', urgent: true }));
    expect(postbox.collect()).toEqual([
      'alma: a dispute for you to answer, by Monday 15 May 2023',
      'tom: a dispute for you to answer, by Monday 15 May 2023',
    ]);
    const grounds = 'The care plan was not prepared.';
    await council.done('Iris', `/disputes/${reference}/refer-to-cafcass`, {
      ...{ grounds, legalAdviceTaken: false, told: ['iro-manager'], sentOn: '2023-05-06' },
    });
    expect(postbox.collect()).toContain('mona: referred to Cafcass');
  });
});
