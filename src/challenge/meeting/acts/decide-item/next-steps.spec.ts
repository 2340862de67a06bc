import { describe, expect, it } from '@jest/globals';
import { nextSteps } from './next-steps.js';

const notAccepted = (goesOnTo: 'director' | 'chief-executive' | 'cafcass') => ({
  decision: 'decided-not-accepted' as const,
  goesOnTo,
});

describe('The tasks that a decision of a meeting leaves', () => {
  it('is to escalate, where the ladder of the case leads to where it goes on', () => {
    expect(nextSteps(notAccepted('director'), true)).toMatchObject([{ code: 'goes-on-to-director' }]);
  });

  it('is something else where the ladder has no stage for them: nobody is sent to an act that is refused', () => {
    const [step] = nextSteps(notAccepted('chief-executive'), false);
    expect(step).toMatchObject({ code: 'no-stage-for-them' });
    expect(step!.message).toContain('no stage for the chief executive');
    expect(step!.message).not.toContain('Escalate the dispute now');
  });

  it('is the referral of the IRO, whatever the ladder is', () => {
    for (const goesUp of [true, false, null])
      expect(nextSteps(notAccepted('cafcass'), goesUp)).toMatchObject([{ code: 'goes-on-to-cafcass' }]);
  });

  it('is to ask the IRO, where they have said nothing yet', () => {
    expect(nextSteps({ decision: 'decided', goesOnTo: null }, null)).toMatchObject([{ code: 'iro-says' }]);
  });

  it('is the answer of those who are asked for it, where the meeting could not give it', () => {
    for (const decision of ['decided', 'decided-accepted'] as const)
      expect(nextSteps({ decision, goesOnTo: null }, null, true)).toMatchObject([{ code: 'answer-still-due' }]);
  });

  it('is nothing for a theme, and for a case that is not open', () => {
    expect(nextSteps(notAccepted('director'), null)).toEqual([]);
  });
});
