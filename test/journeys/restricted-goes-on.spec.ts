import { afterEach, describe, expect, it } from '@jest/globals';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { Postbox } from '../notices/postbox.js';
import { cookieOf } from '../support/page-sessions.js';
import { aConcern, anAnswer, Council } from './council.js';

/*
 * What follows from a restricted dispute is restricted too, and a request to read one that nobody can answer any more has ended.
 */

type Problem = { code: string; detail: string };

const reason = 'A member of the team is of the family.';
const concern = 'SECRETCONCERN';

describe('What continues a restricted dispute', () => {
  let council: Council;
  afterEach(() => council.end());

  it('begins restricted to the same people, and nobody else is told of it or reads it', async () => {
    const postbox = new Postbox();
    council = await Council.begin('house', { notices: postbox });
    const informal = (await council.done('Iris', '/disputes', aConcern({ kind: 'informal', concern }))).reference;
    await council.done('Iris', `/disputes/${informal}/restrict`, { readers: ['tom'], reason });
    postbox.collect();
    const { reference } = await council.done('Iris', `/disputes/${informal}/formalise`, { reason: 'No plan came.' });
    await council.caughtUp();
    const { body } = await council.get<DisputeDto>('Iris', `/disputes/${reference}`);
    expect(body.restrictedTo).toMatchObject([{ id: 'tom' }]);
    for (const person of ['Alma', 'Mona', 'Quentin', 'Sven'])
      expect([person, (await council.get(person, `/disputes/${reference}`)).status]).toEqual([person, 404]);
    expect((await council.get('Tom', `/disputes/${reference}`)).status).toBe(200);
    expect(postbox.collect().filter((line) => !/^(tom|iris):/.test(line))).toEqual([]);
  });

  it('is not begun where nobody who must answer is on the list', async () => {
    council = await Council.begin();
    const informal = (await council.done('Iris', '/disputes', aConcern({ kind: 'informal' }))).reference;
    await council.done('Iris', `/disputes/${informal}/restrict`, { readers: [], answeredBy: 'agnes', reason });
    const formalise = { reason: 'No plan came.' };
    expect(await council.post<Problem>('Iris', `/disputes/${informal}/formalise`, formalise)).toMatchObject({
      status: 409,
      body: { code: 'nobody-on-the-list-answers' },
    });
    await council.done('Iris', `/disputes/${informal}/restrict`, { readers: ['tom'], reason });
    expect((await council.post('Iris', `/disputes/${informal}/formalise`, formalise)).status).toBe(200);
  });

  it('goes up to somebody named in place of the one from whom it is kept, who is told and answers', async () => {
    const postbox = new Postbox();
    council = await Council.begin('house', { notices: postbox });
    const { reference } = await council.done('Iris', '/disputes', aConcern({ stage: 3, stageReason: 'It is grave.' }));
    const act = (person: string, name: string, body: object) =>
      council.post<Problem>(person, `/disputes/${reference}/${name}`, body);
    await council.done('Iris', `/disputes/${reference}/restrict`, { readers: ['anton'], reason });
    expect((await act('Iris', 'escalate', { reason })).body.code).toBe('nobody-on-the-list-answers');
    postbox.collect();
    expect((await act('Iris', 'escalate', { reason, answeredBy: 'chris' })).status).toBe(200);
    await council.caughtUp();
    expect(postbox.collect().filter((line) => /^(chris|dora):/.test(line))).toEqual([
      'chris: a dispute has come up to you, answer by Wednesday 12 April 2023',
    ]);
    const { body } = await council.get<DisputeDto>('Chris', `/disputes/${reference}`);
    expect(body.waitingFor).toMatchObject({ what: 'answer', person: { id: 'chris' } });
    expect(body.rounds.map(({ stage }) => stage)).toEqual([3, 4]);
    expect((await council.get('Dora', `/disputes/${reference}`)).status).toBe(404);
    expect((await act('Chris', 'answer', anAnswer())).status).toBe(200);
  });

  it('has nobody named in the place of those who may read it', async () => {
    council = await Council.begin();
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    const named = () =>
      council.post<Problem>('Iris', `/disputes/${reference}/escalate`, { reason, answeredBy: 'anton' });
    expect((await named()).body.code).toBe('somebody-on-the-list-answers');
    await council.done('Iris', `/disputes/${reference}/restrict`, { readers: ['tom', 'sven'], reason });
    expect((await named()).body.code).toBe('somebody-on-the-list-answers');
  });

  it('is advised on where it is another dispute, raised again or linked', async () => {
    council = await Council.begin();
    const first = (await council.done('Iris', '/disputes', aConcern())).reference;
    await council.done('Iris', `/disputes/${first}/restrict`, { readers: ['tom'], reason });
    const advised = async (path: string, body: object) =>
      (await council.post<{ advice: { code: string }[] }>('Iris', path, body)).body.advice.map(({ code }) => code);
    const link = { kind: 're-raises', to: first };
    expect(await advised('/disputes', aConcern({ theme: 'HEALTH', links: [link] }))).toContain(
      'linked-one-is-restricted',
    );
    const other = (await council.done('Iris', '/disputes', aConcern({ theme: 'HEALTH' }))).reference;
    expect(await advised(`/disputes/${other}/link`, { kind: 'same-matter', to: first })).toEqual([
      'linked-one-is-restricted',
    ]);
  });
});

describe('A request to read', () => {
  let council: Council;
  afterEach(() => council.end());

  const asked = async (reference: string) =>
    council.done('Dora', `/disputes/${reference}/ask-to-read`, { reason: 'The theme has come back.' });
  const workOf = async (person: string) =>
    (await council.get<MyWorkDto>(person, '/work')).body.items.map(({ what, reference }) => `${what} ${reference}`);
  const answer = (reference: string) =>
    council.post<Problem>('Mona', `/disputes/${reference}/answer-request-to-read`, {
      ...{ person: 'dora', answer: 'refuse', reason: 'Her IRO tells you.' },
    });

  it.each([
    ['restricted', 'restrict', { readers: ['tom'], reason }],
    ['voided', 'void', { because: 'raised-in-error', reason }],
  ])('ends where the dispute is %s: the asker is told, and nobody is asked any more', async (_, act, body) => {
    const postbox = new Postbox();
    council = await Council.begin('house', { notices: postbox });
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    await asked(reference);
    await council.caughtUp();
    expect(await workOf('Mona')).toContain(`answer-request-to-read ${reference}`);
    postbox.collect();
    await council.done('Iris', `/disputes/${reference}/${act}`, body);
    await council.caughtUp();
    expect(await workOf('Mona')).toEqual([]);
    const told = postbox.collect();
    expect(told).toContain('dora: you may not read it');
    expect(told.filter((line) => line.startsWith('mona:'))).toHaveLength(1);
  });

  it('asks nobody where its asker may read the dispute by now, and says so to who answers it', async () => {
    council = await Council.begin();
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    await asked(reference);
    await council.done('Iris', `/disputes/${reference}/escalate`, { toStage: 4, reason: 'It cannot wait.' });
    await council.caughtUp();
    expect((await council.get('Dora', `/disputes/${reference}`)).status).toBe(200);
    expect(await workOf('Mona')).not.toContain(`answer-request-to-read ${reference}`);
    expect(await answer(reference)).toMatchObject({ status: 409, body: { code: 'may-read-by-now' } });
  });
});

describe('A child’s death, where the only dispute is restricted', () => {
  let council: Council;
  afterEach(() => council.end());

  it('is told to the IRO manager of the child alone, and its page names nobody who may not decide', async () => {
    const postbox = new Postbox();
    council = await Council.begin('house', { notices: postbox });
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    await council.done('Iris', `/disputes/${reference}/restrict`, { readers: ['tom'], reason });
    postbox.collect();
    await council.done('Quentin', '/children/C1/record-death', { on: '2023-04-02' });
    await council.caughtUp();
    const told = postbox.collect();
    expect(told).toContain('mona: please read this before you do anything about a child');
    expect(told).toContain('iris: please read this before you do anything about it');
    expect((await council.get('Mona', `/disputes/${reference}`)).status).toBe(404);
    expect(await council.get<MyWorkDto>('Iris', '/work')).toMatchObject({
      body: { items: expect.arrayContaining([expect.objectContaining({ what: 'decide-after-care', reference })]) },
    });
    const page = await council.app.inject({
      ...{ url: `/disputes/${reference}`, headers: { cookie: cookieOf('Iris'), accept: 'text/html' } },
    });
    expect(page.body).toContain('decides whether this goes on');
    expect(page.body).not.toContain('or an IRO manager');
  });
});

describe('A list that leaves one team of siblings without anybody who can answer', () => {
  let council: Council;
  afterEach(() => council.end());

  it('is advised on, and in the work of the IRO at once', async () => {
    council = await Council.begin();
    const siblings = aConcern({ children: ['C1', 'C3'], iro: 'iris' });
    const { reference } = await council.done('Mona', '/disputes', siblings);
    const restrict = async (readers: string[]) =>
      (
        await council.post<{ advice: { code: string }[] }>('Iris', `/disputes/${reference}/restrict`, {
          readers,
          reason,
        })
      ).body.advice.map(({ code }) => code);
    const toChoose = async () =>
      (await council.get<MyWorkDto>('Iris', '/work')).body.items.filter(({ what }) => what === 'choose-who-answers');
    expect(await restrict(['tom'])).toEqual(['team-left-out']);
    await council.caughtUp();
    expect(await toChoose()).toMatchObject([{ reference }]);
    expect(await restrict(['tom', 'tess'])).toEqual([]);
    await council.caughtUp();
    expect(await toChoose()).toEqual([]);
  });
});
