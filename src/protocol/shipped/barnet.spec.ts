import { describe, expect, it } from '@jest/globals';
import { shipped, tableOf } from '../../../test/support/shipped.js';

const read = shipped('barnet');
const { protocol, warnings } = read;

describe('the Barnet practice alert', () => {
  it('has an informal stage with no number of days, then five at most at each formal one', () => {
    expect(tableOf(read)).toEqual([
      [0, 'Informal', 'social-worker or team-manager', 'none'],
      [1, 'Practice alert', 'team-manager', '5 working-days'],
      [2, 'Service manager', 'service-manager', '5 working-days'],
      [3, 'Assistant director', 'assistant-director', '5 working-days'],
      [4, 'Director', 'director', '5 working-days'],
    ]);
    expect(warnings).toEqual([]);
  });

  it('says “maximum 5”: an earlier date may be asked for', () => {
    expect(protocol.stages.every((stage) => stage.earlierDate)).toBe(true);
  });

  it('is for two populations, and only children in care have the route to Cafcass', () => {
    expect(protocol.populations).toEqual(['looked-after', 'child-protection']);
    expect(protocol.cafcass).toEqual({ populations: ['looked-after'], by: ['iro'] });
  });

  it('is raised and closed by the IRO or the conference chair', () => {
    expect(protocol.raisers).toEqual(['iro', 'conference-chair']);
    for (const stage of protocol.stages) {
      expect(stage.judges).toEqual(['iro']); // the chair stands in the IRO's place for a child protection plan
      expect(stage.escalatedBy).toEqual(['iro']);
    }
  });

  it('caps the formal stages, and only those, at 20 working days', () => {
    expect(protocol.totalCap).toEqual({ amount: 20, unit: 'working-days', rule: 'warn', stages: 'formal' });
  });

  it('lets any stage be bypassed', () => {
    expect(protocol.stages.slice(1).every((stage) => stage.entry.rule === 'with-reason')).toBe(true);
  });

  it('goes to the next stage when time runs out; informally and at the top the IRO is asked', () => {
    expect(protocol.informal?.onSilence).toBe('ask-the-judge');
    expect(protocol.stages.map((stage) => stage.onSilence)).toEqual([
      'escalate',
      'escalate',
      'escalate',
      'ask-the-judge',
    ]);
  });

  it('calls it a practice alert', () => {
    expect(protocol.words).toMatchObject({ dispute: 'practice alert', disputes: 'practice alerts' });
    expect(protocol.kinds).toEqual(['concern']);
  });
});
