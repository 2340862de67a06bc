import { describe, expect, it } from '@jest/globals';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { Controls } from '../../test/support/controls.js';
import { readModelsOf, type Story } from '../../test/support/read-models.js';
import { FROM_ANSWERS, IN_TIME, IN_TIME_BY_FIRST_DATE } from './answers-due.js';

/** Long after every date of these stories. */
const LATER = '2023-01-01T00:00:00.000Z';

/** The rows of a dispute, and whether each was in time, as a report reads them. */
const after = (...events: Story['events']) => ratedIn({ stream: 'dispute-DRP-7K4M-2QXH', events });
const ratedIn = async (story: Story): Promise<Record<string, unknown>[]> => {
  const models = await readModelsOf(story);
  return models
    .all<Record<string, unknown>>(
      `SELECT answer.*, ${IN_TIME_BY_FIRST_DATE} AS in_time_by_first_date, ${IN_TIME} AS in_time
       ${FROM_ANSWERS} ORDER BY answer.round, answer.team`,
      { now: LATER },
    )
    .map((row) => ({
      ...row,
      imported: row.imported === 1,
      extended: row.extended === 1,
      in_time: yesOrNo(row.in_time),
      in_time_by_first_date: yesOrNo(row.in_time_by_first_date),
      answers: JSON.parse(row.answers as string) as unknown[],
      verdicts: JSON.parse(row.verdicts as string) as unknown[],
    }));
};
const yesOrNo = (kept: unknown): boolean | null => (kept === null ? null : kept === 1);
const answeredAt = (at: string, answer = Controls.answerGiven({ answeredOn: at.slice(0, 10) })) => ({ ...answer, at });
const extended: DisputeEvent = Controls.deadlineSet({
  why: 'extended',
  firstDueOn: Controls.dueOn,
  dueOn: '2022-04-28',
  dueAt: '2022-04-28T23:00:00.000Z',
});

describe('the answer of a round', () => {
  it('that has not come when its date has passed is not in time', async () => {
    expect(await after(...Controls.disputeRaised())).toMatchObject([
      {
        round: 1,
        stage: 1,
        first_due_on: '2022-04-25',
        answered_on: null,
        in_time: false,
        in_time_by_first_date: false,
      },
    ]);
  });

  it('is in time to the last minute of the due day in London, and late from the next', async () => {
    const [inTime] = await after(...Controls.disputeRaised(), answeredAt('2022-04-25T22:59:59.999Z'));
    expect(inTime).toMatchObject({ in_time: true, in_time_by_first_date: true, agreement: 'agree' });
    const [late] = await after(...Controls.disputeRaised(), answeredAt('2022-04-25T23:00:00.000Z'));
    expect(late).toMatchObject({ in_time: false, in_time_by_first_date: false });
  });

  it('of siblings is one of each team that must answer, each in time or late by itself', async () => {
    const addressee = {
      team: 'through-care-3',
      alsoTeams: ['through-care-4'],
      posts: ['team-manager' as const],
    };
    const of = (team: string, complete: boolean) =>
      Controls.answerGiven({ forTeams: [team], wholeForTeams: [team], complete });
    const both = await after(
      ...Controls.disputeRaised({ addressee }),
      answeredAt('2022-04-20T09:00:00.000Z', of('through-care-3', false)),
      answeredAt('2022-04-26T09:00:00.000Z', of('through-care-4', true)),
    );
    expect(both).toMatchObject([
      { round: 1, team: 'through-care-3', in_time: true, in_time_by_first_date: true },
      { round: 1, team: 'through-care-4', in_time: false, in_time_by_first_date: false },
    ]);
    const half = await after(
      ...Controls.disputeRaised({ addressee }),
      answeredAt('2022-04-20T09:00:00.000Z', of('through-care-3', false)),
    );
    expect(half).toMatchObject([
      { team: 'through-care-3', in_time: true },
      { team: 'through-care-4', in_time: false, answered_on: null },
    ]);
  });

  it('after an extension is told against both dates', async () => {
    const [row] = await after(...Controls.disputeRaised(), extended, answeredAt('2022-04-27T10:00:00.000Z'));
    expect(row).toMatchObject({
      in_time: true,
      in_time_by_first_date: false,
      extended: true,
      first_due_on: '2022-04-25',
    });
  });

  it('given while the clock stands still is in time, and once it runs again late by the first date', async () => {
    const paused: DisputeEvent = {
      type: 'ClockPaused',
      data: { round: 1, firstDay: '2022-04-20', reason: 'The court hears it' },
    };
    const resumed: DisputeEvent = { type: 'ClockResumed', data: { round: 1, lastDay: '2022-04-27', reason: 'It has' } };
    const later = Controls.deadlineSet({ why: 'resumed', firstDueOn: Controls.dueOn, dueOn: '2022-05-03' });
    const answer = answeredAt('2022-04-28T10:00:00.000Z');
    const shown = { in_time: true, in_time_by_first_date: false, first_due_on: Controls.dueOn };
    expect(await after(...Controls.disputeRaised(), paused, answer)).toMatchObject([
      { ...shown, in_time_by_first_date: true },
    ]);
    expect(await after(...Controls.disputeRaised(), paused, resumed, later, answer)).toMatchObject([shown]);
    const tooLate = answeredAt('2022-05-04T10:00:00.000Z');
    expect(await after(...Controls.disputeRaised(), paused, resumed, later, tooLate)).toMatchObject([
      { in_time: false },
    ]);
  });

  it('has no time to keep where none is set', async () => {
    const none = Controls.deadlineSet({ firstDueOn: null, dueOn: null, dueAt: null });
    const [row] = await after(Controls.formalDisputeRaised(), none, answeredAt('2022-09-01T10:00:00.000Z'));
    expect(row).toMatchObject({ answered_on: '2022-09-01', in_time: null, in_time_by_first_date: null });
  });

  it('cannot be made late, or in time, by the same post answering again', async () => {
    const [row] = await after(
      ...Controls.disputeRaised(),
      answeredAt('2022-04-20T10:00:00.000Z'),
      Controls.answerRejected(),
      answeredAt('2022-05-20T10:00:00.000Z'),
    );
    expect(row).toMatchObject({ answered_on: '2022-04-20', in_time: true });
    expect(row!.answers).toHaveLength(2);
  });

  it('is recorded once the last of several posts has answered', async () => {
    const [row] = await after(
      ...Controls.disputeRaised(),
      answeredAt('2022-04-20T10:00:00.000Z', Controls.answerGiven({ complete: false, standing: 'awaiting-answer' })),
      answeredAt(
        '2022-04-26T10:00:00.000Z',
        Controls.answerGiven({ answeredOn: '2022-04-26', role: 'service-manager' }),
      ),
    );
    expect(row).toMatchObject({ answered_on: '2022-04-26', in_time: false });
  });

  it('carries what each judge said of it', async () => {
    const [row] = await after(
      ...Controls.disputeRaised(),
      Controls.answerGiven(),
      Controls.answerRejected(1, 'iro'),
      Controls.answerAccepted(1, 'head-of-qa'),
    );
    expect(row!.verdicts).toEqual([
      { role: 'iro', verdict: 'not' },
      { role: 'head-of-qa', verdict: 'satisfied' },
    ]);
  });

  it('stays as it was when a new stage begins', async () => {
    const rows = await after(
      ...Controls.disputeRaised(),
      answeredAt('2022-04-26T10:00:00.000Z'),
      ...[Controls.answerRejected(), ...Controls.escalated()].map((event) => ({
        ...event,
        at: '2022-04-27T10:00:00.000Z',
      })),
    );
    expect(rows.map(({ round, stage, in_time }) => [round, stage, in_time])).toEqual([
      [1, 1, false],
      [2, 2, false],
    ]);
  });
});

describe('the answers of a dispute that is sent back down', () => {
  it('count round by round: a late one stays late, and the rounds after it are answered for too', async () => {
    const back: DisputeEvent = {
      type: 'SentBack',
      data: {
        ...{
          from: 2,
          addressee: { team: Controls.subject.team, posts: ['team-manager'] },
          protocolVersion: 1,
          reason: 'The assessment first.',
        },
        to: { ladder: 'main', number: 1, countsAs: 'formal', code: 'stage-1', name: 'Team manager', reason: null },
      },
    } as DisputeEvent;
    const later = [
      ...Controls.escalated(),
      back,
      Controls.deadlineSet({ round: 3, stage: 1, why: 'sent-back' }),
      Controls.answerGiven({ round: 3, answeredOn: '2022-04-28' }),
    ];
    const rows = await after(
      ...Controls.disputeRaised(),
      ...later.map((event) => ({ ...event, at: '2022-04-28T10:00:00.000Z' })),
    );
    expect(rows.map(({ round, stage, over_by, answered_on }) => [round, stage, over_by, answered_on])).toEqual([
      [1, 1, 'taken-up', null],
      [2, 2, 'sent-back', null],
      [3, 1, null, '2022-04-28'],
    ]);
    expect(rows.map(({ in_time_by_first_date }) => in_time_by_first_date)).toEqual([false, false, false]);
  });
});

describe('the answer in a register’s row', () => {
  const row = async (facts: object) =>
    (await ratedIn({ stream: 'dispute-DRP-0000-0001', events: [Controls.disputeImported(facts)] }))[0];

  it('is in time by its dates', async () => {
    expect(await row({ answeredOn: '2021-04-23' })).toMatchObject({ imported: true, stage: 1, in_time: true });
    expect(await row({ answeredOn: '2021-04-24' })).toMatchObject({ in_time: false, in_time_by_first_date: false });
  });
  it('belongs to no stage where the dispute went higher and the row does not say', async () => {
    expect(await row({ answeredOn: '2021-04-24', stageReached: 3 })).toMatchObject({ stage: null });
  });
  it('is one round with the one that the row was taken on with, also once the row is mended', async () => {
    const facts = { ...Controls.importedFacts, answeredOn: '2021-04-23' };
    const inRegister = { answeredOn: '2021-04-23', inRegister: { saidBy: null } };
    const story: DisputeEvent[] = [
      Controls.disputeImported(facts),
      {
        type: 'ImportedDisputeTakenOn',
        data: { ladder: 'main', stage: 1, addressee: { team: 'south', posts: ['team-manager'] }, protocolVersion: 1 },
      },
      Controls.deadlineSet({ why: 'taken-on', firstDueOn: null, dueOn: null, dueAt: null }),
      Controls.answerGiven(inRegister),
    ];
    const one = { round: 1, imported: true, stage: 1, in_time: true };
    const rounds = (events: DisputeEvent[]) => ratedIn({ stream: 'dispute-DRP-0000-0001', events });
    expect(await rounds(story)).toMatchObject([one]);
    const mended = { facts: { ...facts, answeredOn: '2021-04-24' }, reason: 'The wrong day.' };
    expect(await rounds([...story, { type: 'ImportedDisputeCorrected', data: mended }])).toMatchObject([
      { ...one, in_time: false },
    ]);
  });
  it('that did not come is missed for ever, and the date of the register is the first of the round that goes on with it', async () => {
    const story: DisputeEvent[] = [
      Controls.disputeImported(),
      {
        type: 'ImportedDisputeTakenOn',
        data: { ladder: 'main', stage: 1, addressee: { team: 'south', posts: ['team-manager'] }, protocolVersion: 1 },
      },
      Controls.deadlineSet({ why: 'taken-on' }),
    ];
    const rounds = async (...events: Story['events']) =>
      (await ratedIn({ stream: 'dispute-DRP-0000-0001', events: [...story, ...events] })).map((each) => [
        each.round,
        each.in_time_by_first_date,
        each.in_time,
      ]);
    const answer = answeredAt('2022-04-20T10:00:00.000Z');
    expect(await rounds(answer)).toEqual([
      [0, false, false],
      [1, false, true],
    ]);
    const mended = { facts: { ...Controls.importedFacts, dueOn: null }, reason: 'No date was set.' };
    expect(await rounds(answer, { type: 'ImportedDisputeCorrected', data: mended })).toEqual([[1, true, true]]);
    const higher = { facts: { ...Controls.importedFacts, stageReached: 2 }, reason: 'It had gone up.' };
    expect(await rounds(answer, { type: 'ImportedDisputeCorrected', data: higher })).toEqual([
      [0, false, false],
      [1, true, true],
    ]);
  });
  it('says nothing where nothing was written', async () => {
    expect(await row({ dueOn: null })).toBeUndefined();
    expect(await row({ answeredOn: '2021-04-23', dueOn: null })).toMatchObject({ in_time: null });
  });
});
