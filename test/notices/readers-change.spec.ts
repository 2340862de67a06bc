import { afterEach, describe, expect, it } from '@jest/globals';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { aConcern, anAnswer, type Beginning, Council } from '../journeys/council.js';
import { importedRow } from '../journeys/imported-row.js';
import { cookieOf } from '../support/page-sessions.js';
import { Postbox } from './postbox.js';
import { sweepAt } from './sweep.js';

/*
 * A second list of readers asks things of people who were not asked until then, and nothing any more of others, as the first list and its end
 * do: each of them hears it. From Monday 3 April 2023.
 */

describe('By a list of readers', () => {
  const postbox = new Postbox();
  let council: Council;
  afterEach(() => council.end());

  const begin = async (protocol: string, beginning: Beginning = {}): Promise<void> => {
    council = await Council.begin(protocol, { notices: postbox, ...beginning });
  };
  const raise = async (over: object = {}): Promise<string> =>
    (await council.done('Iris', '/disputes', aConcern(over))).reference;
  /** What everybody hears of a restriction by Iris. */
  const heardBy = async (reference: string, body: object): Promise<string[]> => {
    await council.caughtUp();
    postbox.collect();
    await council.done('Iris', `/disputes/${reference}/restrict`, { reason: 'Her own family.', ...body });
    await council.caughtUp();
    return postbox.collect().map((line) => line.replace(/, by .*/, ''));
  };
  const workOf = async (person: string, reference: string): Promise<string[]> =>
    (await council.get<MyWorkDto>(person, '/work')).body.items
      .filter((item) => item.reference === reference)
      .map(({ what }) => what);

  it('an answer is asked again of whoever is put back on it', async () => {
    await begin('alerts-2017');
    const reference = await raise();
    expect(await heardBy(reference, { readers: ['tom'] })).toEqual(['alma: nothing is asked of you any more']);
    expect(await heardBy(reference, { readers: ['tom', 'alma'] })).toEqual(['alma: an alert for you to answer']);
  });

  it('an answer is asked of whoever has it since the child moved, and of whoever took a post', async () => {
    await begin('house', { besides: { people: { Wanda: ['team-manager', 'south', null] } } });
    const reference = await raise({ children: ['C2'] });
    await heardBy(reference, { readers: ['tom'] });
    await council.done('Mona', '/children/C2/allocate', { team: 'south', iro: 'iris', from: '2023-04-03' });
    expect(await heardBy(reference, { readers: ['tess'] })).toEqual(['tess: a dispute for you to answer']);
    expect(await heardBy(reference, { readers: ['tess', 'wanda'] })).toEqual(['wanda: a dispute for you to answer']);
  });

  it('an answer is not for those any more in whose place somebody is named, on the list or off it', async () => {
    await begin('alerts-2017');
    const reference = await raise();
    expect(await heardBy(reference, { readers: ['tom'], answeredBy: 'hana' })).toEqual([
      'alma: nothing is asked of you any more',
      'hana: an alert for you to answer',
      'tom: no longer for you to answer',
    ]);
    expect(await heardBy(reference, { readers: ['alma', 'tom'], answeredBy: 'anton' })).toEqual([
      'anton: an alert for you to answer',
      'hana: nothing is asked of you any more',
    ]);
  });

  it('a judgement is asked again', async () => {
    await begin('alerts-2017');
    const reference = await raise({ stage: 3, stageReason: 'It cannot wait.' });
    await council.done('Edith', `/disputes/${reference}/answer`, anAnswer());
    expect(await heardBy(reference, { readers: ['edith'] })).toEqual(['quentin: nothing is asked of you any more']);
    expect(await heardBy(reference, { readers: ['edith', 'quentin'] })).toEqual([
      'quentin: answered: say if you are satisfied',
    ]);
  });

  it('an action goes to others, and comes back from them', async () => {
    await begin('alerts-2017');
    const reference = await raise();
    const actions = [{ what: 'Visit her.', who: 'Alma', by: '2023-04-28' }];
    await council.done('Tom', `/disputes/${reference}/answer`, anAnswer({ actions }));
    await council.done('Iris', `/disputes/${reference}/judge`, { verdict: 'satisfied', reason: 'It has a date.' });
    expect(await heardBy(reference, { readers: ['tom'] })).toEqual([
      'alma: nothing is asked of you any more',
      'tom: action A1 is yours to do',
    ]);
    expect(await heardBy(reference, { readers: ['alma', 'tom'] })).toEqual([
      'alma: action A1 is yours to do',
      'tom: action A1 is asked of you no more',
    ]);
    await sweepAt(council, '2023-04-03T10:00:00.000Z');
    expect(postbox.collect()).toEqual([]);
  });

  it('more time is for somebody to decide on who may read what it is asked for', async () => {
    await begin('house', {
      adapted: (file) => file.replace('granted-by: [iro, iro-manager]', 'granted-by: iro-manager'),
    });
    const reference = await raise();
    await council.done('Tom', `/disputes/${reference}/ask-for-extension`, {
      askedFor: '2023-04-17',
      reason: 'The panel.',
    });
    const listed = { readers: ['tom'], reason: 'Her own family.' };
    const { advice } = await council.done('Iris', `/disputes/${reference}/restrict`, listed);
    expect(advice.map(({ code }) => code)).toContain('time-left-out');
    expect([await workOf('Iris', reference), await workOf('Mona', reference)]).toEqual([['choose-who-answers'], []]);
    expect(await heardBy(reference, { readers: ['mona', 'tom'] })).toEqual(['mona: more time is asked for']);
    expect(await workOf('Mona', reference)).toContain('decide-extension');
  });

  it('a clock that stands still is for the IRO to see to, where nobody on it may let it run', async () => {
    await begin('house', { adapted: (file) => `${file}\npauses:\n  allowed: yes\n  by: iro-manager\n` });
    const reference = await raise();
    const paused = { firstDay: '2023-04-03', lastDay: null, reason: 'The school is closed.' };
    await council.done('Mona', `/disputes/${reference}/pause-clock`, paused);
    const listed = { readers: ['tom'], reason: 'Her own family.' };
    const { advice } = await council.done('Iris', `/disputes/${reference}/restrict`, listed);
    expect(advice.map(({ code }) => code)).toContain('time-left-out');
    expect([await workOf('Iris', reference), await workOf('Mona', reference)]).toEqual([['choose-who-answers'], []]);
  });

  it('a row of a register is for the IRO of its child who is on it', async () => {
    await begin('house');
    const reference = await importedRow(council);
    await council.done('Iris', `/disputes/${reference}/restrict`, { readers: [], reason: 'Her own family.' });
    await council.done('Mona', '/children/C1/allocate', { team: 'north', iro: 'ivan', from: '2023-04-03' });
    expect(await workOf('Mona', reference)).toEqual(['allocate']);
    await council.done('Mona', `/disputes/${reference}/restrict`, { readers: ['ivan'], reason: 'The child is his.' });
    expect([await workOf('Ivan', reference), await workOf('Mona', reference)]).toEqual([['take-on'], []]);
    const withTom = { readers: ['ivan', 'tom'], reason: 'He is to answer.' };
    await council.done('Ivan', `/disputes/${reference}/restrict`, withTom);
    await council.done('Ivan', `/disputes/${reference}/take-on`, {});
  });

  it('a row of a register falls to others, each of whom hears it once', async () => {
    await begin('house');
    const told = async (): Promise<string[]> => {
      await council.caughtUp();
      return postbox.collect().filter((line) => line.includes('from a register'));
    };
    postbox.collect();
    const reference = await importedRow(council);
    await council.done('Iris', `/disputes/${reference}/restrict`, { readers: [], reason: 'Her own family.' });
    expect(await told()).toEqual([]);
    await council.done('Mona', '/children/C1/allocate', { team: 'north', iro: 'ivan', from: '2023-04-03' });
    expect(await told()).toEqual(['mona: a dispute from a register is yours to see to']);
    const page = async (url: string) =>
      council.app.inject({ url, headers: { cookie: cookieOf('Mona'), accept: 'text/html' } });
    const work = await page('/my-work');
    expect(work.body).toContain(`/disputes/${reference}/restrict`);
    expect((await page(`/disputes/${reference}/restrict`)).statusCode).toBe(200);
    expect(work.body).not.toContain('has left');
    await council.done('Mona', `/disputes/${reference}/restrict`, { readers: ['ivan'], reason: 'The child is his.' });
    expect(await told()).toEqual(['ivan: a dispute from a register is yours to see to']);
    await sweepAt(council, '2023-04-04T10:00:00.000Z');
    expect(await told()).toEqual([]);
    const withMona = { readers: ['mona'], reason: 'She sees to it.' };
    await council.done('Ivan', `/disputes/${reference}/restrict`, withMona);
    expect(await told()).toEqual(['mona: a dispute from a register is yours to see to']);
    expect(await workOf('Mona', reference)).toEqual(['take-on']);
  });

  it('a row of a register whose only reader goes, or whose child is handed over with a caseload, falls to others', async () => {
    await begin('house', { besides: { people: { Imogen: ['iro', null, null] } } });
    const rows = async (): Promise<string[]> => {
      await council.caughtUp();
      return postbox.collect().filter((line) => line.includes('from a register'));
    };
    postbox.collect();
    const one = await importedRow(council);
    const other = await importedRow(council, { children: ['C3'], iro: 'ivan', team: 'south' });
    await council.done('Iris', `/disputes/${one}/restrict`, { readers: [], reason: 'Her own family.' });
    await council.done('Ivan', `/disputes/${other}/restrict`, { readers: [], reason: 'His own family.' });
    await council.done('Adam', '/posts/ivan-post/leave', { person: 'ivan', on: '2023-04-02' });
    await sweepAt(council, '2023-04-03T12:00:00.000Z');
    expect(await rows()).toEqual(['mona: a dispute from a register is yours to see to']);
    expect(await workOf('Mona', other)).toEqual(['allocate']);
    expect(await workOf('Mona', one)).toEqual([]);
    expect(await workOf('Iris', one)).toEqual(['take-on']);
    const caseload = { shares: [{ toIro: 'imogen' }], reason: 'She goes part time.' };
    await council.done('Mona', '/people/iris/hand-over-caseload', caseload);
    await sweepAt(council, '2023-04-04T12:00:00.000Z');
    expect(await rows()).toEqual(['mona: a dispute from a register is yours to see to']);
    expect([await workOf('Mona', one), await workOf('Iris', one)]).toEqual([['allocate'], []]);
  });

  it('the IRO of a sibling loses their own referral to Cafcass, and hears it', async () => {
    await begin('house');
    const { reference } = await council.done('Mona', '/disputes', aConcern({ children: ['C1', 'C3'] }));
    const grounds = { grounds: 'The plan is late.', legalAdviceTaken: true, told: ['child'], sentOn: '2023-04-03' };
    await council.done('Ivan', `/disputes/${reference}/refer-to-cafcass`, grounds);
    const holder = (await council.get<DisputeDto>('Mona', `/disputes/${reference}`)).body.heldBy?.id;
    expect(holder).toBe('iris');
    await council.caughtUp();
    postbox.collect();
    const listed = { readers: ['tom', 'tess'], reason: 'Her own family.' };
    const { advice } = await council.done('Iris', `/disputes/${reference}/restrict`, listed);
    await council.caughtUp();
    expect(advice.map(({ code }) => code)).toContain('referrer-left-out');
    expect(postbox.collect()).toContain('ivan: nothing is asked of you any more');
  });
});
