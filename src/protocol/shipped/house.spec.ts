import { describe, expect, it } from '@jest/globals';
import { workingDaysInTotal } from '../ladder.js';
import { shipped, tableOf } from '../../../test/support/shipped.js';

const read = shipped('house');
const { protocol, warnings } = read;

describe('the house protocol', () => {
  it('gives five working days at each stage, twenty in all', () => {
    expect(tableOf(read)).toEqual([
      [0, 'Informal', 'social-worker or assistant-team-manager or team-manager', '5 working-days'],
      [1, 'Team manager', 'team-manager or assistant-team-manager', '5 working-days'],
      [2, 'Service manager', 'service-manager', '5 working-days'],
      [3, 'Assistant director', 'assistant-director', '5 working-days'],
      [4, 'Director', 'director', '5 working-days'],
    ]);
    expect(workingDaysInTotal(protocol.stages)).toBe(20);
    expect(warnings).toEqual([]);
  });

  it('lets the IRO judge and escalate at every stage, and asks the IRO about silence', () => {
    for (const stage of [protocol.informal!, ...protocol.stages]) {
      expect(stage.judges).toEqual(['iro']);
      expect(stage.escalatedBy).toEqual(['iro']);
      expect(stage.onSilence).toBe('ask-the-judge');
      expect(stage.silenceIsNotAccepted).toBe(true); // one click takes it up
      expect(stage.earlierDate).toBe(true);
    }
  });

  it('may be entered at any stage with a reason; Cafcass is open at any time for looked-after children', () => {
    expect(protocol.stages.slice(1).every((stage) => stage.entry.rule === 'with-reason')).toBe(true);
    expect(protocol.cafcass).toEqual({ populations: ['looked-after'], by: ['iro'] });
  });

  it('allows an extension of five working days, granted by the IRO or the IRO manager', () => {
    expect(protocol.extensions).toEqual({ allowed: true, grantedBy: ['iro', 'iro-manager'], maximumWorkingDays: 5 });
  });

  it('advises a telephone call first', () => {
    expect(protocol.beforeRaising).toMatchObject([{ act: 'call', rule: 'expected' }]);
  });
});
