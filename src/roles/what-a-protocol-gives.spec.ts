import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import type { Protocol, Stage } from '../protocol/protocol.js';
import { givesMore } from './what-a-protocol-gives.js';

const before = Controls.protocol();

describe('the rights that a protocol gives and the rules before it do not', () => {
  it('is nothing where only clocks, words or limits differ', () => {
    const clocks = Controls.protocol({
      title: 'Other clocks',
      stages: before.stages.map((stage) => ({ ...stage, clock: { unit: 'working-days' as const, amount: 3 } })),
      totalCap: null,
    });
    expect(givesMore(clocks, before)).toEqual([]);
  });

  it('is nothing where somebody loses what they had', () => {
    expect(givesMore(Controls.protocol({ raisers: ['iro'] }), before)).toEqual([]);
    expect(givesMore(Controls.protocol({ stages: before.stages.slice(0, 2) }), before)).toEqual([]);
  });

  it.each([
    ['raises', { raisers: [...before.raisers, 'head-of-qa' as const] }, ['raised by head-of-qa']],
    [
      'refers',
      { cafcass: { ...before.cafcass, by: ['iro', 'iro-manager'] as const } },
      ['looked-after: referred to Cafcass by iro-manager'],
    ],
    ['pauses', { pauses: { allowed: true, by: ['iro'] as const } }, ['clock paused by iro']],
    [
      'agrees to recommendations',
      {
        recommendations: {
          answeredBy: ['service-manager'] as const,
          clock: { unit: 'working-days', amount: 5 } as const,
        },
      },
      ['recommendations answered by service-manager'],
    ],
  ])('names who now %s', (_, change, given) => {
    expect(givesMore(Controls.protocol(change), before)).toEqual(given);
  });

  it.each([
    ['addressees', 'answered by'],
    ['copyTo', 'copied to'],
    ['notifyOnly', 'told'],
    ['judges', 'judged by'],
    ['escalationJudges', 'let up by'],
    ['escalatedBy', 'taken up by', 'taken up after silence by'],
    ['sentBy', 'sent by'],
  ] as const)('names who is among the %s of a stage and was not', (part, ...words) => {
    const [first, ...others] = before.stages;
    const stages = [{ ...first!, [part]: [...first![part], 'agency-decision-maker'] }, ...others];
    expect(givesMore(Controls.protocol({ stages }), before)).toEqual(
      words.map((each) => `stage 1: ${each} agency-decision-maker`),
    );
  });

  /** The control protocol with something else at its first stage. */
  const withFirst = (change: Partial<Stage>): Partial<Protocol> => {
    const [first, ...others] = before.stages;
    return { stages: [{ ...first!, ...change }, ...others] };
  };

  it.each<[string, Partial<Protocol>, string]>([
    ['a meeting looks at more stages', { challengeFromStage: 2 }, 'stage 2, in a challenge meeting: read by director'],
    [
      'a post of the council’s own can sit in a meeting',
      { posts: [{ code: 'virtual-head', title: 'Virtual head', actsAs: 'head-of-service' }], challengeFromStage: 2 },
      'stage 2, in a challenge meeting: read by head-of-service:virtual-head',
    ],
    [
      'a stage waits for a meeting',
      withFirst({ clock: { unit: 'meeting' } }),
      'stage 1, in a challenge meeting: read by director',
    ],
    [
      'a meeting decides a stage',
      withFirst({ needs: 'meeting-decision' }),
      'stage 1, in a challenge meeting: read by chief-executive',
    ],
    [
      'silence sends a stage up',
      withFirst({ onSilence: 'escalate' }),
      'stage 2, after silence at stage 1 (5 working days): read by service-manager',
    ],
    [
      'a case is over its limit sooner',
      { totalCap: { amount: 1, unit: 'working-days', rule: 'warn', stages: 'formal' } },
      'a formal case over its limit, in a challenge meeting (1 working day): read by director',
    ],
    [
      'an informal case has a limit',
      { totalCap: { amount: 20, unit: 'working-days', rule: 'warn', stages: 'all' } },
      'an informal case over its limit, in a challenge meeting (20 working days): read by director',
    ],
    [
      'more children are covered',
      { populations: [...before.populations, 'care-leaver'] },
      'a case about care-leaver: read by team-manager, service-manager, director',
    ],
    [
      'a stage may be entered from any post',
      withFirst({ entry: { rule: 'start', by: [] } }),
      'stage 1: entered by agency-decision-maker',
    ],
  ])('names the posts to which cases are opened where %s', (_, change, given) => {
    expect(givesMore(Controls.protocol(change), before)).toContain(given);
  });

  it('counts a stage that is sent up by silence sooner than before, and not one that is sent up later', () => {
    const silentAfter = (amount: number): Protocol =>
      Controls.protocol(withFirst({ onSilence: 'escalate', clock: { unit: 'working-days', amount } }));
    expect(givesMore(silentAfter(1), silentAfter(5))).toEqual([
      'stage 2, after silence at stage 1 (1 working day): read by service-manager',
    ]);
    expect(givesMore(silentAfter(5), silentAfter(1))).toEqual([]);
  });

  it('counts an order of stages that is given up, and silence that counts as an answer', () => {
    const strict = Controls.protocol(
      withFirst({ silenceIsNotAccepted: false, entry: { rule: 'after-all-earlier', by: ['iro'] } }),
    );
    expect(givesMore(before, strict)).toEqual([
      'stage 1: taken up after silence by iro',
      'stage 1: entered before the earlier stages by iro',
    ]);
    expect(givesMore(strict, before)).toEqual([]);
  });

  it('is all of it where there were no rules before', () => {
    expect(givesMore(before, undefined)).toEqual(
      expect.arrayContaining(['raised by iro', 'stage 1: answered by team-manager']),
    );
  });

  it('leaves out kinds of post from which no case is read', () => {
    expect(givesMore(Controls.protocol({ raisers: [...before.raisers, 'administrator'] }), before)).toEqual([]);
  });
});
