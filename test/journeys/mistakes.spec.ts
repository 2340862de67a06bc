import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeadlineKeeper } from '../../src/deadlines/deadline-keeper.js';
import type { DisputeDto, HistoryDto } from '../../src/disputes/read/dispute.dto.js';
import type { AnnualReportDto } from '../../src/reports/annual/annual.dto.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import type { CheckDto } from '../../src/reviews/check/check.dto.js';
import { ProjectionRunner } from '../../src/platform/projections/projection-runner.js';
import { aConcern, anAnswer, Council } from './council.js';

const VOID = { because: 'raised-in-error', reason: 'It never took place.' };

/** Each mistake is taken back; the first entry stays in the history, and figures and work are as if it had not been. */
describe('A mistake', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(async () => {
    const differing = (await council.app.get(ProjectionRunner).verify()).filter(({ differences }) => differences > 0);
    await council.end();
    expect(differing).toEqual([]);
  });

  const raise = async (over: object = {}): Promise<string> =>
    (await council.done('Iris', '/disputes', aConcern(over))).reference;
  const read = async (reference: string, person = 'Iris') =>
    (await council.get<DisputeDto>(person, `/disputes/${reference}`)).body;
  const history = async (reference: string) =>
    (await council.get<HistoryDto>('Iris', `/disputes/${reference}/events`)).body.entries;
  const act = (person: string, reference: string, name: string, body: object) =>
    council.done(person, `/disputes/${reference}/${name}`, body);
  const takeBack = async (person: string, reference: string, what: string) => {
    const entry = (await history(reference)).findLast((each) => each.what === what)!;
    await act(person, reference, 'take-back-entry', { entry: entry.revision, reason: 'It was meant for another.' });
    const taken = (await history(reference)).find(({ revision }) => revision === entry.revision)!;
    expect(taken.takenBackBy).not.toBeNull();
    expect(taken.sentence).toMatch(/It was taken back later, as a mistake\.$/);
    const said = taken.sentence.replace(' It was taken back later, as a mistake.', '');
    expect((await history(reference)).find(({ revision }) => revision === taken.takenBackBy)!.sentence).toMatch(
      new RegExp(`^${person} .* took back .*: “.*`),
    );
    expect((await history(reference)).find(({ revision }) => revision === taken.takenBackBy)!.sentence).toContain(said);
  };
  const register = (reference: string, columns: string) =>
    council.app
      .get(ProjectionRunner)
      .get<object>(`SELECT ${columns} FROM dispute_register WHERE reference = ?`, [reference]);

  it('about an action done', async () => {
    const reference = await raise();
    await act('Tom', reference, 'answer', anAnswer());
    await act('Iris', reference, 'judge', { verdict: 'satisfied', reason: 'It has a date.' });
    await act('Iris', reference, 'resolve', { outcome: 'RES-ACT', impact: ['plan-moving'] });
    await act('Tom', reference, 'mark-action-done', { actionId: 'A1', evidence: 'Minutes.', doneOn: '2023-04-03' });
    expect(register(reference, 'actions_outstanding')).toEqual({ actions_outstanding: 0 });
    await takeBack('Tom', reference, 'ActionDone');
    expect((await read(reference)).actions).toMatchObject([{ actionId: 'A1', doneOn: null, evidence: null }]);
    expect(register(reference, 'actions_outstanding')).toEqual({ actions_outstanding: 1 });
    expect((await council.get('Tom', '/work')).text).toContain(reference);
    await act('Tom', reference, 'mark-action-done', { actionId: 'A1', evidence: 'Minutes.', doneOn: '2023-04-03' });
  });

  it('about an acceptance, with the actions that it agreed', async () => {
    const reference = await raise({ theme: 'HEALTH' });
    await act('Tom', reference, 'answer', anAnswer());
    await act('Iris', reference, 'judge', { verdict: 'satisfied', reason: 'It has a date.' });
    await takeBack('Iris', reference, 'AnswerAccepted');
    expect(await read(reference)).toMatchObject({ actions: [], iroView: null, waitingFor: { what: 'judgement' } });
    await act('Iris', reference, 'judge', { verdict: 'not', reason: 'It says nothing of the summer.' });
    expect((await read(reference)).rounds[0]!.verdicts).toMatchObject([{ verdict: 'not' }]);
  });

  it('about an escalation: the stage reached is the first again', async () => {
    const reference = await raise({ theme: 'EDUC' });
    await act('Iris', reference, 'escalate', { reason: 'It cannot wait.' });
    expect(await read(reference)).toMatchObject({ stageReached: 2 });
    expect((await council.get('Sven', `/disputes/${reference}`)).status).toBe(200);
    expect(register(reference, 'stage')).toEqual({ stage: 2 });
    await takeBack('Iris', reference, 'DisputeEscalated');
    const page = await read(reference);
    expect(page).toMatchObject({
      stageReached: 1,
      waitingFor: { what: 'answer', roles: ['team-manager', 'assistant-team-manager'] },
    });
    expect(register(reference, 'stage')).toEqual({ stage: 1 });
    const movements = council.app
      .get(ProjectionRunner)
      .all('SELECT what FROM movements WHERE reference = ?', [reference]);
    expect(movements).toEqual([]);
    await act('Tom', reference, 'answer', anAnswer());
  });

  it('about an earlier date, also when it has passed since', async () => {
    const reference = await raise({ theme: 'LIFE' });
    const before = (await read(reference)).rounds[0]!.deadline!;
    await act('Iris', reference, 'ask-for-earlier-date', { askedFor: '2023-04-03', reason: 'The panel is today.' });
    council.at('2023-04-04T09:00:00.000Z');
    await council.app.get(DeadlineKeeper).sweep();
    await council.caughtUp();
    expect((await read(reference)).rounds[0]!.deadline).toMatchObject({ dueOn: '2023-04-03', overdue: true });
    await takeBack('Iris', reference, 'EarlierDateAsked');
    expect((await read(reference)).rounds[0]!.deadline).toMatchObject({ dueOn: before.dueOn, overdue: false });
    const late = (await council.get('Mona', '/board')).text;
    expect(late).toContain(reference);
    expect((await history(reference)).find(({ what }) => what === 'AnswerDeadlinePassed')?.takenBackBy).not.toBeNull();
    council.at('2023-04-03T09:00:00.000Z');
  });

  it('about the day of a referral to Cafcass', async () => {
    const reference = await raise({ theme: 'PLACE' });
    const referral = { grounds: 'The plan.', legalAdviceTaken: false, told: ['child'], sentOn: '2023-04-01' };
    await act('Iris', reference, 'refer-to-cafcass', referral);
    await takeBack('Mona', reference, 'ReferredToCafcass');
    await act('Iris', reference, 'refer-to-cafcass', { ...referral, sentOn: '2023-04-03' });
    expect((await read(reference)).cafcass).toMatchObject([{ sentOn: '2023-04-03' }]);
  });

  it('about a conversation: it is withdrawn, counts nowhere, stays to be read, and can be taken back', async () => {
    const spoke = { spokeTo: 'Tom', spokeOn: '2023-04-03', result: 'He will look into it.', children: ['C2'] };
    const counted = async () => {
      const { body } = await council.get<AnnualReportDto>('Mona', '/reports/annual/2023-24');
      return body.measures.find(({ code }) => code === 'conversations')!.value;
    };
    const before = await counted();
    const { reference } = await council.done('Iris', '/conversations', spoke);
    expect(await counted()).toBe(before! + 1);
    expect((await read(reference)).allowedActs).toEqual(expect.arrayContaining(['withdraw', 'move-to-child']));
    expect((await read(reference)).allowedActs).not.toContain('void');
    expect(await council.post('Iris', `/disputes/${reference}/void`, VOID)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('Withdraw it instead.') as unknown },
    });

    await act('Iris', reference, 'withdraw', { reason: 'It was recorded twice.' });
    expect(await read(reference)).toMatchObject({
      kind: 'conversation',
      status: 'ended',
      ending: { how: 'withdrawn', reason: 'It was recorded twice.' },
      conversations: [{ result: 'He will look into it.' }],
    });
    expect(await counted()).toBe(before);
    const concern = aConcern({ kind: 'informal', children: ['C2'], conversation: reference, spokeFirst: undefined });
    expect((await council.post('Iris', '/disputes', concern)).status).toBe(400);
    expect((await council.post('Iris', `/disputes/${reference}/record-conversation`, spoke)).status).not.toBe(200);

    await takeBack('Iris', reference, 'DisputeWithdrawn');
    expect(await read(reference)).toMatchObject({ status: 'discussed', ending: null });
    expect(await counted()).toBe(before! + 1);
    await act('Iris', reference, 'withdraw', { reason: 'It was recorded twice.' });
  });

  it('about a conversation from which a dispute was raised: the dispute stays', async () => {
    const spoke = { spokeTo: 'Tom', spokeOn: '2023-04-03', result: 'He will look into it.', children: ['C2'] };
    const { reference } = await council.done('Iris', '/conversations', spoke);
    await council.done(
      'Iris',
      '/disputes',
      aConcern({ kind: 'informal', children: ['C2'], conversation: reference, spokeFirst: undefined }),
    );
    await takeBack('Iris', reference, 'ConcernDiscussed');
    expect(await read(reference)).toMatchObject({ kind: 'informal', status: 'open', conversations: [] });
    expect(register(reference, 'spoke_first, status')).toEqual({ spoke_first: 0, status: 'open' });
  });

  it('about a formal dispute that continues an informal one: it is voided, and whoever had the informal one has it again', async () => {
    const informal = await raise({ kind: 'informal', theme: 'EMOT' });
    const formal = (await council.done('Iris', `/disputes/${informal}/formalise`, { reason: 'It cannot wait.' }))
      .reference;
    const entry = (await history(informal)).findLast(({ what }) => what === 'DisputeFormalised')!.revision;
    const body = { entry, reason: 'It was meant for another.' };
    expect(await council.post('Iris', `/disputes/${informal}/take-back-entry`, body)).toMatchObject({
      status: 409,
      body: { code: 'something-followed', detail: expect.stringContaining(formal) as unknown },
    });
    await act('Iris', formal, 'void', VOID);
    await council.caughtUp();
    expect(await read(informal)).toMatchObject({ status: 'open', waitingFor: { what: 'answer' }, ending: null });
    expect((await council.get('Tom', '/work')).text).toContain(informal);
    const voided = (await history(formal)).findLast(({ what }) => what === 'DisputeVoided')!.revision;
    const goesOn = await council.post('Iris', `/disputes/${formal}/take-back-entry`, {
      entry: voided,
      reason: 'It counts.',
    });
    expect(goesOn).toMatchObject({ status: 409, body: { code: 'informal-goes-on' } });
    const again = (await council.done('Iris', `/disputes/${informal}/formalise`, { reason: 'It cannot wait now.' }))
      .reference;
    expect(again).not.toBe(formal);
    expect(await read(again)).toMatchObject({ kind: 'formal', status: 'open' });
    expect(await read(informal)).toMatchObject({ ending: { how: 'formalised', continuedIn: again } });
  });

  it('about a formal dispute that is a duplicate of another: the one that counts goes on with the informal matter', async () => {
    const informal = await raise({ kind: 'informal', theme: 'LIFE' });
    const counts = await raise({ theme: 'LIFE' });
    const formal = (await council.done('Iris', `/disputes/${informal}/formalise`, { reason: 'It cannot wait.' }))
      .reference;
    await act('Iris', formal, 'void', { because: 'duplicate', duplicateOf: counts, reason: 'It was raised already.' });
    expect(await read(informal)).toMatchObject({ status: 'ended', ending: { how: 'formalised' } });
  });

  it('about a dispute that settled a standard of a check: it is voided, and that is to be decided again', async () => {
    const asked = async (reference: string): Promise<string[]> => {
      const { items } = (await council.get<MyWorkDto>('Iris', '/work')).body;
      return items.flatMap((each) => (each.reference === reference ? [each.what] : []));
    };
    const check = (await council.done('Iris', '/reviews', { kind: 'midway', child: 'C1', heldOn: '2023-04-03' }))
      .reference;
    const [standard] = (await council.get<CheckDto>('Iris', `/reviews/${check}`)).body.standards;
    const about = { standard: standard!.code };
    await council.done('Iris', `/reviews/${check}/check-standard`, { ...about, answer: 'not-met' });
    expect(await asked(check)).toContain('decide-on-check');
    const raised = (
      await council.done('Iris', `/reviews/${check}/raise`, { ...aConcern({ theme: 'RECORD' }), ...about })
    ).reference;
    expect(await asked(check)).not.toContain('decide-on-check');
    await act('Iris', raised, 'void', VOID);
    await council.caughtUp();
    expect(await asked(check)).toContain('decide-on-check');
    await council.done('Iris', `/reviews/${check}/decide-not-to-raise`, { ...about, reason: 'It was met after all.' });
  });

  it('about an ending gives the days back on which nobody asked', async () => {
    const reference = await raise({ theme: 'VISIT' });
    const { dueOn } = (await read(reference)).rounds[0]!.deadline!;
    await act('Iris', reference, 'withdraw', { reason: 'It was put right.' });
    council.at('2023-04-26T09:00:00.000Z');
    await takeBack('Iris', reference, 'DisputeWithdrawn');
    const page = await read(reference);
    expect(page).toMatchObject({ status: 'open', ending: null });
    expect(page.rounds[0]!.deadline).toMatchObject({ firstDueOn: dueOn, overdue: false });
    expect(page.rounds[0]!.deadline!.dueOn! > '2023-04-26').toBe(true);
    expect(register(reference, 'status')).toEqual({ status: 'open' });
    council.at('2023-04-03T09:00:00.000Z');
  });

  it('about a death: the dispute goes on, and those who answer read it again', async () => {
    const reference = await raise({ children: ['C2'], theme: 'PATH' });
    const { dueOn } = (await read(reference)).rounds[0]!.deadline!;
    await council.done('Beth', '/children/C2/record-death', { on: '2023-04-01' });
    await council.caughtUp();
    expect((await council.get('Tom', `/disputes/${reference}`)).status).toBe(404);
    // The person who recorded it knows of the child no more; the IRO manager takes it back.
    expect((await council.post('Beth', '/children/C2/take-back-death', { reason: 'It was another.' })).status).toBe(
      404,
    );
    await council.done('Mona', '/children/C2/take-back-death', { reason: 'It was another child of that name.' });
    await council.caughtUp();
    const takenBack = (await history(reference)).find(({ what }) => what === 'EntryTakenBack')!;
    expect(takenBack.sentence).toMatch(/^Mona took back entries that are marked as a mistake: “Footprint /);
    const page = await read(reference, 'Tom');
    expect(page).toMatchObject({ frozenSince: null, waitingFor: { what: 'answer' } });
    expect(page.rounds[0]!.deadline).toMatchObject({ dueOn, overdue: false });
    expect(
      (await history(reference)).filter(({ takenBackBy }) => takenBackBy !== null).map(({ what }) => what),
    ).toEqual(expect.arrayContaining(['DisputeRestricted', 'DisputeFrozen']));
    expect((await council.post('Mona', '/children/C2/take-back-death', { reason: 'Again.' })).status).toBe(409);
    // It is recorded of this child after all, and counts again.
    await council.done('Beth', '/children/C2/record-death', { on: '2023-04-01' });
    await council.caughtUp();
    expect((await council.get('Tom', `/disputes/${reference}`)).status).toBe(404);
    expect((await read(reference)).frozenSince).toBe('2023-04-01');
  });

  it('about what a meeting decided: the case is to be decided again, also after the meeting', async () => {
    const reference = await raise({ theme: 'LEGAL' });
    const meeting = (
      await council.done('Mona', '/challenge/meetings', {
        ...{ kind: 'challenge', name: 'Extra', heldOn: '2023-04-03', startsAt: '14:00' },
        posts: ['assistant-director', 'iro-manager'],
      })
    ).reference;
    const inMeeting = (name: string, body: object) =>
      council.done('Mona', `/challenge/meetings/${meeting}/${name}`, body);
    await inMeeting('add-items', { items: [{ dispute: reference }] });
    await inMeeting('begin', { present: [{ post: 'iro-manager' }] });
    const decision = {
      ...{ itemId: 'I1', discussion: 'It has waited.', decision: 'more-action-first', nextLookOn: '2023-05-10' },
      actions: [{ what: 'Find a home', who: 'Hana', by: '2023-05-19' }],
    };
    await inMeeting('decide-item', decision);
    await inMeeting('close', {});
    expect((await read(reference)).actions).toMatchObject([{ what: 'Find a home' }]);
    await inMeeting('take-back-decision', { itemId: 'I1', reason: 'It was the item before.' });
    expect((await read(reference)).actions).toEqual([]);
    const dates = () =>
      council.app
        .get(ProjectionRunner)
        .all('SELECT deadline, due_on FROM deadlines WHERE reference = ? AND deadline IN (?, ?)', [
          ...[reference, 'next-look', 'action'],
        ]);
    expect(dates()).toEqual([]);
    await inMeeting('decide-item', {
      ...decision,
      actions: [{ what: 'Find a school', who: 'Hana', by: '2023-05-12' }],
    });
    expect((await read(reference)).actions).toMatchObject([{ actionId: 'A1', what: 'Find a school' }]);
    expect(dates()).toHaveLength(2);
  });

  it('is no way to speak for somebody else, and none to wipe out what stays', async () => {
    const reference = await raise({ theme: 'RISK' });
    await act('Tom', reference, 'answer', anAnswer());
    const given = (await history(reference)).findLast(({ what }) => what === 'AnswerGiven')!;
    const path = `/disputes/${reference}/take-back-entry`;
    const body = { entry: given.revision, reason: 'It is wrong.' };
    expect((await council.post('Iris', path, body)).status).toBe(403);
    expect((await council.post('Tess', path, body)).status).toBe(404);
    expect((await council.post('Tom', path, { ...body, entry: 0 })).status).toBe(409);
    expect((await read(reference, 'Tom')).allowedActs).toContain('take-back-entry');
    await takeBack('Tom', reference, 'AnswerGiven');
    expect(await read(reference)).toMatchObject({ waitingFor: { what: 'answer' }, rounds: [{ answers: [] }] });
  });
});
