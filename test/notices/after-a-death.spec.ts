import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Follower } from '../../src/following/follower.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { cookieOf } from '../support/page-sessions.js';
import { Postbox } from './postbox.js';
import { sweepAt } from './sweep.js';

/*
 * A child dies, with one dispute late, one in time and one agreed action to come. From Monday 3 April 2023.
 */

describe('After a child’s death', () => {
  const postbox = new Postbox();
  let council: Council;
  let late: string;
  let inTime: string;
  let toTheirManager: string[];
  let resolved: string;
  let answered: string;
  const follow = async () => {
    await council.app.get(Follower).run();
    await council.caughtUp();
  };

  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
    late = (await council.done('Iris', '/disputes', aConcern())).reference;
    await sweepAt(council, '2023-04-13T09:00:00.000Z');
    inTime = (await council.done('Iris', '/disputes', aConcern({ theme: 'HEALTH' }))).reference;
    resolved = (await council.done('Iris', '/disputes', aConcern({ theme: 'EDUC' }))).reference;
    const actions = [{ what: 'Book it.', who: 'Tom', by: '2023-04-19', measure: 'It is booked.' }];
    await council.done('Tom', `/disputes/${resolved}/answer`, { ...anAnswer(), actions });
    await council.done('Iris', `/disputes/${resolved}/judge`, { verdict: 'satisfied', reason: 'Good.' });
    answered = (await council.done('Iris', '/disputes', aConcern({ theme: 'LIFE' }))).reference;
    await council.done('Tom', `/disputes/${answered}/answer`, anAnswer());
    postbox.collect();
    await council.done('Beth', '/children/C1/record-death', { on: '2023-04-13' });
  });
  afterAll(() => council.end());

  it('the IRO and the IRO managers are told at once to read it first, each once, with the reference and no more', async () => {
    await follow();
    const told = postbox.sent.filter(({ subject }) => subject.startsWith(late));
    expect(told.map(({ person }) => person).sort()).toEqual(['alma', 'iris', 'mona', 'tom']);
    // The number of the message is chance, and may hold any letters.
    for (const { subject, text } of told)
      expect(subject + text.split('Message number')[0]).not.toMatch(/C1|died|death|child/i);
    const words = 'please read this before you do anything about it';
    toTheirManager = postbox.sent.filter(({ person }) => person === 'tom').map(({ subject }) => subject);
    const others = postbox.collect().filter((line) => !/^(tom|alma): /.test(line));
    expect(new Set(others)).toEqual(new Set([`iris: ${words}`, `mona: ${words}`]));
  });

  it('those who had to answer, or to do something, hear once of each that nothing is asked of them any more', async () => {
    const words = 'nothing is asked of you any more';
    expect(toTheirManager.sort()).toEqual([late, inTime, resolved].map((each) => `${each}: ${words}`).sort());
    const { body } = await council.get<{ items: object[] }>('Tom', '/work');
    expect(body.items).toEqual([]);
    for (const each of [late, inTime, resolved, answered])
      expect((await council.get('Tom', `/disputes/${each}`)).status).toBe(404);
  });

  it('the IRO managers hear that one was handed over, and that one ended', async () => {
    postbox.collect();
    await council.done('Iris', `/disputes/${answered}/hand-over`, { toIro: 'ivan', reason: 'I knew her too well.' });
    expect(postbox.collect()).toContain('mona: held by another IRO from now on');
    await council.done('Iris', `/disputes/${resolved}/withdraw`, { reason: 'It matters no more.' });
    expect(postbox.collect()).toContain('mona: withdrawn');
    await council.done('Ivan', `/disputes/${answered}/hand-over`, { toIro: 'iris', reason: 'She asks for it.' });
    postbox.collect();
  });

  it('its page says who decides what becomes of it, and not that somebody is to answer', async () => {
    const page = await council.app.inject({
      ...{ url: `/disputes/${late}`, headers: { cookie: cookieOf('Iris'), accept: 'text/html' } },
    });
    expect(page.body).toContain(
      '<strong>Iris, or an IRO manager</strong> decides whether this goes on, or how it ends',
    );
    expect(page.body).toContain('Waiting for decision');
    expect(page.body).not.toContain('Waiting for answer');
    expect(page.body).not.toMatch(/Tom, team manager[^<]*<\/strong> answers/);
  });

  /** Events, without the weekly summaries that leaders get whatever happens. */
  const besideWeeklySummaries = async (): Promise<number> => {
    const events = await council.store.readAll(undefined, { limit: 100_000 });
    const isSummary = ({ data }: { readonly data: object }): boolean =>
      'kind' in data && data.kind === 'weekly-summary';
    const summaries = new Set(events.filter(isSummary).map(({ stream }) => stream));
    return events.filter(({ stream }) => !summaries.has(stream)).length;
  };

  it('nobody is reminded', async () => {
    await sweepAt(council, '2023-04-18T07:00:00.000Z');
    expect(postbox.collect()).toEqual([]);
  });

  it('no date is put on record and nobody is chased, however long it takes', async () => {
    const before = await besideWeeklySummaries();
    await sweepAt(council, '2023-06-01T09:00:00.000Z');
    expect(postbox.collect()).toEqual([]);
    expect(await besideWeeklySummaries()).toBe(before);
    const chased = await council.post<{ code: string }>('Mona', `/disputes/${late}/chase`, { how: 'By telephone.' });
    expect(chased.body.code).toBe('frozen');
  });

  it('one that is raised about the child is set aside at once: nobody is asked to answer it, and its raiser is advised', async () => {
    const raised = await council.post<{ reference: string; advice: { code: string }[] }>(
      'Iris',
      '/disputes',
      aConcern({ theme: 'PLACE' }),
    );
    expect(raised.status).toBe(201);
    expect(raised.body.advice).toContainEqual(expect.objectContaining({ code: 'child-has-died' }));
    await follow();
    const words = 'please read this before you do anything about it';
    expect(postbox.collect().sort()).toEqual([`iris: ${words}`, `mona: ${words}`]);
  });

  it('it goes on when somebody says so: the one in time with what was left, the late one late', async () => {
    for (const reference of [inTime, late]) {
      await council.done('Mona', `/disputes/${reference}/lift-restriction`, { reason: 'Tom must answer it.' });
      await council.done('Mona', `/disputes/${reference}/unfreeze`, { reason: 'It matters to her brother.' });
    }
    const deadlineOf = async (reference: string) =>
      (await council.get<{ rounds: { deadline: object }[] }>('Tom', `/disputes/${reference}`)).body.rounds[0]!.deadline;
    expect(await deadlineOf(late)).toMatchObject({ dueOn: '2023-04-12', overdue: true });
    expect(await deadlineOf(inTime)).toMatchObject({ firstDueOn: '2023-04-20', overdue: false });
    await follow();
    expect((await council.get('Tom', `/disputes/${late}`)).body).toMatchObject({ frozenSince: null });
  });
});

describe('A child’s death where nothing is open, or another IRO holds what is', () => {
  const postbox = new Postbox();
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', { notices: postbox });
  });
  afterAll(() => council.end());
  const toRead = 'please read this before you do anything about a child';

  it('is told to the IRO managers and to the child’s IRO at once, without a name; and that it was a mistake', async () => {
    council.at('2023-04-08T20:00:00.000Z');
    await council.done('Beth', '/children/C3/record-death', { on: '2023-04-03' });
    for (const { subject, text } of postbox.sent)
      expect(subject + text.split('Message number')[0]).not.toMatch(/C3|died|death/i);
    expect(postbox.collect()).toEqual([`ivan: ${toRead}`, `mona: ${toRead}`]);
    council.at('2023-04-11T09:00:00.000Z');
    await council.done('Mona', '/children/C3/record-death', { on: '2023-04-02' });
    expect(postbox.collect()).toEqual([]);
    await council.done('Mona', '/children/C3/take-back-death', { reason: 'It was another child.' });
    expect(postbox.collect()).toEqual(['ivan: what was recorded of a child was taken back']);
  });

  it('is told to the child’s IRO beside the one who holds a dispute about siblings, and to nobody twice', async () => {
    council.at('2023-04-12T09:00:00.000Z');
    await council.done('Mona', '/disputes', aConcern({ children: ['C1', 'C3'], theme: 'FAMILY' }));
    postbox.collect();
    await council.done('Beth', '/children/C3/record-death', { on: '2023-04-12' });
    await council.app.get(Follower).run();
    await council.caughtUp();
    const words = 'please read this before you do anything about it';
    expect(postbox.collect().filter((each) => each.includes('read this'))).toEqual([
      `iris: ${words}`,
      `ivan: ${toRead}`,
      `mona: ${words}`,
    ]);
  });
});
