import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeadlineKeeper } from '../../src/deadlines/deadline-keeper.js';
import type { DisputeDto, HistoryDto } from '../../src/disputes/read/dispute.dto.js';
import { aConcern, anAnswer, Council } from './council.js';

/*
 * From Monday 3 April 2023, ten in the morning in London.
 *
 * A protocol that the program has never seen is a file and no code: hours, calendar days, two who must both answer, and a meeting.
 */

describe('a protocol of its own', () => {
  let council: Council;
  let reference: string;
  const act = (person: string, name: string, body: object = {}) =>
    council.done(person, `/disputes/${reference}/${name}`, body);
  const refused = async (person: string, name: string, body: object = {}): Promise<string> =>
    (await council.post<{ code: string }>(person, `/disputes/${reference}/${name}`, body)).body.code;
  const read = async (person = 'Iris'): Promise<DisputeDto> =>
    (await council.get<DisputeDto>(person, `/disputes/${reference}`)).body;
  const lastRound = async () => (await read()).rounds.at(-1)!;
  const history = async (): Promise<HistoryDto['entries']> =>
    (await council.get<HistoryDto>('Iris', `/disputes/${reference}/events`)).body.entries;
  /** Time passes, and the program does what is due. */
  const itIs = async (instant: string): Promise<void> => {
    council.at(instant);
    await council.app.get(DeadlineKeeper).sweep();
    await council.caughtUp();
  };

  beforeAll(async () => {
    council = await Council.begin('../test/journeys/protocols/riverside');
  });
  afterAll(() => council.end());

  it('asks for a call first, unless it cannot wait', async () => {
    const withoutCall = await council.post('Iris', '/disputes', aConcern({ spokeFirst: null }));
    expect(withoutCall.body).toMatchObject({ code: 'speak-first' });
    const urgent = aConcern({ spokeFirst: null, urgent: true, theme: 'RISK' });
    expect((await council.post('Iris', '/disputes', urgent)).body).toMatchObject({ code: 'urgent-without-reason' });
    const because = { ...urgent, urgentBecause: 'The placement ends today.' };
    const { reference: raised } = await council.done('Iris', '/disputes', because);
    const { body } = await council.get<DisputeDto>('Iris', `/disputes/${raised}`);
    expect(body.raisedWith?.urgentBecause).toBe('The placement ends today.');
  });

  it('gives hours to the minute, over any weekend', async () => {
    const informal = await council.done('Iris', '/disputes', aConcern({ kind: 'informal', theme: 'EDUC' }));
    const { body } = await council.get<DisputeDto>('Iris', `/disputes/${informal.reference}`);
    expect(body.rounds[0]!.deadline).toMatchObject({
      dueOn: '2023-04-05',
      dueAt: '2023-04-05T09:00:00.000Z',
      rule: '48 hours, informal',
    });
  });

  it('gives calendar days through the Easter holidays, and a day for word that it was received', async () => {
    reference = (await council.done('Iris', '/disputes', aConcern())).reference;
    const { rounds, totalCap } = await read();
    expect(rounds[0]).toMatchObject({
      stageName: 'The two managers together',
      addressedTo: ['team-manager', 'head-of-service'],
      copiedTo: ['social-worker'],
      alsoTold: ['head-of-qa'],
      deadline: { dueOn: '2023-04-10', rule: '7 calendar days, stage 1' },
      receipt: { dueAt: '2023-04-04T09:00:00.000Z', missed: false },
    });
    expect(totalCap).toMatchObject({ startedOn: '2023-04-03', dueOn: '2023-05-04', missed: false });
  });

  it('waits for both of those who must answer', async () => {
    await act('Tom', 'acknowledge-receipt', { note: 'I speak to Hana tomorrow.' });
    expect(await refused('Tom', 'acknowledge-receipt')).toBe('already-acknowledged');
    await act('Tom', 'answer', anAnswer());
    expect((await read()).waitingFor).toMatchObject({ what: 'answer', roles: ['head-of-service'] });
    expect(await refused('Iris', 'judge', { verdict: 'not', reason: 'x' })).toBe('no-answer-to-judge');
  });

  it('pauses for the IRO’s manager, with both dates on show and the limit over all stages running on', async () => {
    expect(await refused('Iris', 'pause-clock', { reason: 'x' })).toBe('pausing-not-yours');
    expect(await refused('Mona', 'resume-clock', { reason: 'x' })).toBe('not-paused');
    await itIs('2023-04-05T09:00:00.000Z');
    await act('Mona', 'pause-clock', { reason: 'The court hears it on Thursday.' });
    expect((await lastRound()).deadline).toMatchObject({ pausedSince: '2023-04-05', overdue: false });
    await itIs('2023-04-07T09:00:00.000Z');
    await act('Mona', 'resume-clock', { reason: 'The court has heard it.' });
    const { rounds, totalCap } = await read();
    expect(rounds[0]!.deadline).toMatchObject({
      pausedSince: null,
      firstDueOn: '2023-04-10',
      dueOn: '2023-04-12',
      dueAt: '2023-04-12T23:00:00.000Z',
    });
    expect(totalCap).toMatchObject({ dueOn: '2023-05-04' });
  });

  it('goes up by itself when one of the two stays silent, from the moment the date passed', async () => {
    await itIs('2023-04-12T22:59:00.000Z');
    expect((await read()).stageReached).toBe(1);
    await itIs('2023-04-12T23:02:00.000Z');
    const { stageReached, rounds } = await read();
    expect(stageReached).toBe(2);
    expect(rounds[1]).toMatchObject({ addressedTo: ['assistant-director'], deadline: { rule: '24 hours, stage 2' } });
    const entries = await history();
    const passed = entries.filter(({ what }) => what === 'AnswerDeadlinePassed');
    expect(passed).toHaveLength(1);
    expect(passed[0]).toMatchObject({
      by: { person: { id: 'clock' }, role: null },
      data: { round: 1, dueAt: '2023-04-12T23:00:00.000Z', onSilence: 'escalate' },
    });
    expect(entries.find(({ what }) => what === 'DisputeEscalated')).toMatchObject({
      by: { person: { id: 'clock' } },
      data: { because: 'no-answer', skipped: [] },
    });
  });

  it('opens the panel to the IRO and takes the date of its meeting', async () => {
    await act('Anton', 'answer', anAnswer({ agreement: 'disagree', actions: [] }));
    await act('Iris', 'judge', { verdict: 'not', reason: 'There is no plan.' });
    await act('Iris', 'escalate', { reason: 'It is for the panel.', meetingOn: '2023-04-20' });
    expect(await lastRound()).toMatchObject({ stage: 3, deadline: { dueOn: '2023-04-20' } });
  });

  it('comes back from the panel for more to be done first', async () => {
    const reason = 'The assessment has to be read to her first.';
    await act('Agnes', 'ask-to-send-back', { toStage: 1, reason });
    expect(await lastRound()).toMatchObject({ stage: 3, sendBackAskedTo: 1 });
    await act('Iris', 'send-back', { reason });
    const dispute = await read();
    expect(dispute).toMatchObject({ stageReached: 3, waitingFor: { what: 'answer' } });
    expect(dispute.rounds.map(({ stage }) => stage)).toEqual([1, 2, 3, 1]);
    expect(dispute.rounds[0]!.answers[0]).toMatchObject({ late: false });
  });

  it('goes to a school beside it all, and comes to an end', async () => {
    const sent = { agency: 'Hillside School', sentOn: '2023-04-12', dueOn: '2023-04-19' };
    await act('Iris', 'take-to-agency', sent);
    await act('Iris', 'record-agency-reply', { repliedOn: '2023-04-12', summary: 'A place is offered.' });
    expect((await read()).agencies).toEqual([
      { ...sent, repliedOn: '2023-04-12', noReply: false, overdue: false, summary: 'A place is offered.' },
    ]);
    await act('Tom', 'answer', anAnswer({ actions: [] }));
    await act('Hana', 'answer', anAnswer());
    await act('Iris', 'judge', { verdict: 'satisfied', reason: 'It has been read to her.' });
    await act('Iris', 'resolve', { outcome: 'RES-ACT', impact: ['child-informed-or-heard'] });
    expect(await read()).toMatchObject({ ending: { how: 'resolved' }, actions: [{ by: '2023-04-14', missed: false }] });
    await itIs('2023-04-17T09:00:00.000Z');
    expect((await read()).actions[0]).toMatchObject({ missed: true });
    expect((await history()).map(({ what }) => what)).toContain('ActionDeadlinePassed');
  });
});
