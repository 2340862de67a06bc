import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import { aConcern, anAnswer, Council, type PEOPLE } from './council.js';

/*
 * Six protocols of councils that do things otherwise, each walked over HTTP to every end that a dispute has, with the figures of that
 * walk. Everything happens on Monday 3 April 2023, but for the one dispute of each that nobody answers.
 */

/** Somebody answers a stage as the protocol has it. */
type Answers = (council: Council, reference: string) => Promise<void>;

interface Walked {
  readonly name: string;
  readonly people?: typeof PEOPLE;
  /** How the raising differs from that of the little council. */
  readonly raise: object;
  /** The posts that give a whole answer, stage by stage; null for a stage that only reports. */
  readonly answers: readonly (Answers | null)[];
  /** The posts that judge each stage besides the IRO. */
  readonly judges: readonly string[];
  /** Due date of the first stage. */
  readonly firstDueOn: string;
  /** Answers that were due over all of the walk, and how many came by their first date. */
  readonly figures: { readonly due: number; readonly inTime: number };
}

const by =
  (...people: readonly string[]): Answers =>
  async (council, reference) => {
    for (const person of people) await council.done(person, `/disputes/${reference}/answer`, anAnswer({ actions: [] }));
  };

const fromOutside: Answers = async (council, reference) => {
  const given = anAnswer({ saidBy: 'Dr Ames', saidOn: '2023-04-03', actions: [] });
  await council.done('Iris', `/disputes/${reference}/enter-answer`, given);
};

const inTurn =
  (...answers: readonly Answers[]): Answers =>
  async (council, reference) => {
    for (const answer of answers) await answer(council, reference);
  };

const PROTOCOLS: readonly Walked[] = [
  {
    name: 'call-first',
    raise: { answerWithin: 4, spokeFirst: { spokeTo: 'Tom', spokeOn: '2023-03-31', result: 'He asked me to write.' } },
    answers: [by('Tom'), by('Hana')],
    judges: [],
    firstDueOn: '2023-04-06',
    figures: { due: 7, inTime: 6 },
  },
  {
    name: 'virtual-head',
    people: {
      Vera: ['head-of-service:virtual-head', null, 'Localities'],
      Lena: ['service-manager:lead-officer', null, 'Localities'],
    },
    raise: {},
    answers: [by('Vera'), by('Dora')],
    judges: ['Lena'],
    firstDueOn: '2023-04-12',
    figures: { due: 7, inTime: 6 },
  },
  {
    name: 'health-partner',
    raise: {},
    answers: [inTurn(by('Tom'), fromOutside), fromOutside, by('Dora')],
    judges: [],
    firstDueOn: '2023-04-12',
    figures: { due: 9, inTime: 8 },
  },
  {
    name: 'from-the-review',
    raise: { reviewedOn: '2023-03-27' },
    answers: [by('Sven'), by('Anton')],
    judges: [],
    firstDueOn: '2023-04-12',
    figures: { due: 7, inTime: 6 },
  },
  {
    name: 'shorter-second-time',
    raise: {},
    answers: [by('Tom'), by('Sven'), by('Dora')],
    judges: ['Mona'],
    firstDueOn: '2023-04-19',
    figures: { due: 9, inTime: 8 },
  },
  {
    name: 'told-first',
    people: { Pat: ['assistant-team-manager:advanced-practitioner', 'north', null] },
    raise: {
      wroteFirst: { wroteTo: 'Tom', wroteOn: '2023-04-03', result: 'No reply yet.' },
      childView: { told: true, toldOn: '2023-04-01' },
    },
    answers: [by('Pat'), null],
    judges: [],
    firstDueOn: '2023-04-12',
    figures: { due: 5, inTime: 4 },
  },
];

const closing = { outcome: 'RES-FULL', impact: ['plan-moving'], impactNote: null };

describe.each(PROTOCOLS)('$name', ({ name, people, raise, answers, judges, firstDueOn, figures }) => {
  let council: Council;
  const ended: Record<string, string> = {};

  const dispute = async (reference: string): Promise<DisputeDto> =>
    (await council.get<DisputeDto>('Iris', `/disputes/${reference}`)).body;
  const raised = async (over: object = {}): Promise<string> =>
    (await council.done('Iris', '/disputes', aConcern({ ...raise, ...over }))).reference;
  const judged = async (reference: string, verdict: 'satisfied' | 'not', stage: number): Promise<void> => {
    for (const judge of stage === 1 || name === 'shorter-second-time' ? ['Iris', ...judges] : ['Iris'])
      await council.done(judge, `/disputes/${reference}/judge`, { verdict, reason: 'As I see it.' });
  };
  const wentUp = (reference: string) =>
    council.done('Iris', `/disputes/${reference}/escalate`, { reason: 'There is still no date.' });
  const answeredAt = (stage: number, reference: string) => answers[stage - 1]?.(council, reference);

  /** To the last stage, over an answer at each that does not do. */
  const toTheTop = async (reference: string): Promise<void> => {
    for (let stage = 1; stage < answers.length; stage++) {
      await answeredAt(stage, reference);
      await judged(reference, 'not', stage);
      await wentUp(reference);
    }
  };

  beforeAll(async () => {
    const yaml = readFileSync(new URL(`protocols/walked/${name}.yaml`, import.meta.url), 'utf8');
    council = await Council.begin('house', { adapted: () => yaml, besides: { ...(people && { people }) } });
    const top = answers.length;

    ended.atOnce = await raised();
    await answeredAt(1, ended.atOnce);
    await judged(ended.atOnce, 'satisfied', 1);
    await council.done('Iris', `/disputes/${ended.atOnce}/resolve`, closing);

    ended.atTheTop = await raised();
    await toTheTop(ended.atTheTop);
    if (answers[top - 1] !== null) {
      await answeredAt(top, ended.atTheTop);
      await judged(ended.atTheTop, 'satisfied', top);
      await council.done('Iris', `/disputes/${ended.atTheTop}/resolve`, closing);
    }

    ended.withoutAgreement = await raised();
    await toTheTop(ended.withoutAgreement);
    await answeredAt(top, ended.withoutAgreement);
    if (answers[top - 1] !== null) await judged(ended.withoutAgreement, 'not', top);
    await council.done('Iris', `/disputes/${ended.withoutAgreement}/record-stalemate`, {
      reason: 'No agreement.',
      impact: ['no-change-yet'],
    });

    ended.withCafcass = await raised();
    await answeredAt(1, ended.withCafcass);
    const referral = { grounds: 'The plan stands still.', legalAdviceTaken: false, told: [], sentOn: '2023-04-03' };
    await council.done('Iris', `/disputes/${ended.withCafcass}/refer-to-cafcass`, referral);
    await council.done('Iris', `/disputes/${ended.withCafcass}/end-otherwise`, {
      ...{ outcome: 'TO-CAF', reason: 'Cafcass continues it.', impact: ['not-known'] },
    });

    ended.takenBack = await raised();
    await council.done('Iris', `/disputes/${ended.takenBack}/withdraw`, { reason: 'The facts were wrong.' });
    ended.inError = await raised();
    await council.done('Iris', `/disputes/${ended.inError}/void`, {
      because: 'raised-in-error',
      reason: 'By mistake.',
    });

    ended.unanswered = await raised();
  });
  afterAll(() => council.end());

  it('gives the first date that it says', async () => {
    const { rounds } = await dispute(ended.unanswered!);
    expect(rounds[0]!.deadline).toMatchObject({ firstDueOn, dueOn: firstDueOn, overdue: false });
  });

  it('ends in every way in which a dispute ends', async () => {
    const endings = await Promise.all(
      Object.entries(ended).map(async ([how, reference]) => [how, (await dispute(reference)).ending?.how ?? 'open']),
    );
    expect(Object.fromEntries(endings)).toEqual({
      atOnce: 'resolved',
      atTheTop: answers.at(-1) === null ? 'open' : 'resolved',
      withoutAgreement: 'stalemate',
      withCafcass: 'ended-otherwise',
      takenBack: 'withdrawn',
      inError: 'voided',
      unanswered: 'open',
    });
  });

  it('is counted as it was walked', async () => {
    council.at('2023-06-30T09:00:00.000Z');
    await council.caughtUp();
    expect((await dispute(ended.unanswered!)).rounds[0]!.deadline).toMatchObject({ overdue: true });
    const timeliness = await council.get<{ counted: { all: { due: number; inTimeByFirstDate: { count: number } } } }>(
      'Mona',
      '/reports/timeliness/2023-24',
    );
    const { due, inTimeByFirstDate } = timeliness.body.counted.all;
    expect({ due, inTime: inTimeByFirstDate.count }).toEqual(figures);
    const late = await council.get<{ items: { reference: string }[] }>('Iris', '/answers?inTime=false');
    expect(late.body.items.map(({ reference }) => reference)).toEqual([ended.unanswered]);
  });
});
