import { describe, expect, it } from '@jest/globals';
import { stageOf } from '../ladder.js';
import { shipped, tableOf } from '../../../test/support/shipped.js';

const read = shipped('alerts-2017');
const { protocol, warnings } = read;
const [alert, serviceManager, headOfQa, report] = protocol.stages;

describe('the Alerts Protocol of May 2017', () => {
  it('is a pure ladder: three stages of five working days, then a report with no clock', () => {
    expect(tableOf(read)).toEqual([
      [1, 'Alert', 'assistant-team-manager or team-manager', '5 working-days'],
      [2, 'Service manager escalation', 'head-of-service', '5 working-days'],
      [3, 'Head of QA escalation', 'executive-head', '5 working-days'],
      [4, 'Report to strategic director', 'director', 'none'],
    ]);
    expect(protocol.informal).toBeUndefined();
    expect(warnings).toEqual([
      expect.stringMatching(/^Stage 4 .* only reports, .* its judges do nothing but end it beside the IRO/),
    ]);
  });

  it('is for looked-after and child protection, by IROs, chairs and their managers, for concerns only', () => {
    expect(protocol.raisers).toEqual(['iro', 'conference-chair', 'iro-manager']);
    expect(protocol.populations).toEqual(['looked-after', 'child-protection']);
    expect(protocol.kinds).toEqual(['concern']);
    expect(protocol.words.disputes).toBe('alerts');
  });

  it('changes the sender at each rung, and so who takes it up from the one below', () => {
    expect(protocol.stages.slice(1).map((stage) => stage.sentBy)).toEqual([
      ['qa-service-manager'],
      ['head-of-qa'],
      ['head-of-qa'],
    ]);
    for (const [below, above] of [
      [1, 2],
      [2, 3],
      [3, 4],
    ] as const) {
      expect(stageOf(protocol, below).escalatedBy).toEqual(stageOf(protocol, above).sentBy);
    }
  });

  it('copies each stage to those below, and tells the head of QA of every stage 2', () => {
    expect(alert?.copyTo).toEqual(['social-worker']);
    expect(serviceManager?.copyTo).toEqual(['team-manager', 'assistant-team-manager', 'social-worker']);
    expect(serviceManager?.notifyOnly).toEqual(['head-of-qa']);
    expect(headOfQa?.copyTo).toEqual(['head-of-service']);
  });

  it('has a set of judges that settles stage 2 and another that sends it up', () => {
    expect(serviceManager?.judges).toEqual(['iro', 'head-of-qa']);
    expect(serviceManager?.escalationJudges).toEqual(['iro', 'qa-service-manager', 'head-of-qa']);
    expect(alert?.judges).toEqual(['iro']);
    expect(alert?.escalationJudges).toEqual(['iro']);
  });

  it('leaves the IRO out as a judge from stage 3 on', () => {
    expect(headOfQa?.judges).toEqual(['head-of-qa']);
    expect(headOfQa?.escalationJudges).toEqual(['head-of-qa']);
    expect(report?.judges).not.toContain('iro');
  });

  it('goes up on silence without a chase, as far as there is a rung above', () => {
    expect(protocol.stages.map((stage) => [stage.onSilence, stage.silenceIsNotAccepted])).toEqual([
      ['escalate', true],
      ['escalate', true],
      ['escalate', true],
      ['ask-the-judge', true],
    ]);
  });

  it('ends with a report that asks for no answer', () => {
    expect(report?.needs).toBe('report-only');
    expect(protocol.stages.at(-1)!.needs).toBe('report-only');
  });

  it('may be entered anywhere with a reason, and Cafcass is open for looked-after children', () => {
    expect(protocol.stages.map((stage) => stage.entry.rule)).toEqual([
      'start',
      'with-reason',
      'with-reason',
      'with-reason',
    ]);
    expect(protocol.stages.every((stage) => stage.entry.by.includes('iro'))).toBe(true);
    expect(protocol.cafcass).toEqual({ populations: ['looked-after'], by: ['iro'] });
  });
});
