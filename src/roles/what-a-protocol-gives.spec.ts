import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { givesMore } from './what-a-protocol-gives.js';

const before = Controls.protocol();

describe('what a protocol gives that the rules before it do not', () => {
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
      ['referred to Cafcass by iro-manager'],
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
    ['escalatedBy', 'taken up by'],
    ['sentBy', 'sent by'],
  ] as const)('names who is among the %s of a stage and was not', (part, words) => {
    const [first, ...others] = before.stages;
    const stages = [{ ...first!, [part]: [...first![part], 'agency-decision-maker'] }, ...others];
    expect(givesMore(Controls.protocol({ stages }), before)).toEqual([`stage 1: ${words} agency-decision-maker`]);
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
