import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { inCouncilWords, referenceShown } from './council-words.js';
import { PLAIN_WORDS } from './plain-words.js';
import type { Words } from './protocol.js';

const ALERTS: Words = {
  dispute: 'alert',
  disputes: 'alerts',
  informal: 'early alert',
  formal: 'challenge',
  acknowledgement: 'praise note',
  acknowledgements: 'notes of praise',
  stage: 'step',
  stages: 'steps',
  meeting: 'resolution panel',
  meetings: 'resolution panels',
  prefix: 'QAA',
};

describe('a text of the program in the council’s words', () => {
  it.each([
    ['Disputes raised in the year', 'Alerts raised in the year'],
    ['A dispute is counted once.', 'An alert is counted once.'],
    ['an informal dispute', 'an early alert'],
    ['Formal disputes and informal disputes', 'Challenges and early alerts'],
    ['Practice acknowledgements: children', 'Notes of praise: children'],
    ['a practice acknowledgement', 'a praise note'],
    ['disputes/DRP-1 and dispute-register stay', 'disputes/DRP-1 and dispute-register stay'],
    ['disputes.csv, a/dispute, {dispute} and a.dispute stay', 'disputes.csv, a/dispute, {dispute} and a.dispute stay'],
    ['undisputed', 'undisputed'],
    ['Stage 2 of 4 stages', 'Step 2 of 4 steps'],
    ['A challenge meeting, and the meetings before it', 'A resolution panel, and the resolution panels before it'],
    ['pre-challenge tracking meeting', 'pre-challenge tracking resolution panel'],
    ['informal and formal records', 'early and challenge records'],
    ['formally', 'formally'],
    ['See DRP-CQGG-BXZC.', 'See QAA-CQGG-BXZC.'],
    ['/disputes/DRP-CQGG-BXZC', '/disputes/DRP-CQGG-BXZC'],
    ['--covers acknowledgement:2021 for an acknowledgement', '--covers acknowledgement:2021 for a praise note'],
    ['Run footprint report dispute now. A dispute', 'Run footprint report dispute now. An alert'],
    ['Called “First dispute stage”: the dispute', 'Called “First dispute stage”: the alert'],
  ])('%s', (plain, said) => {
    expect(inCouncilWords(plain, ALERTS)).toBe(said);
  });

  it('leaves as it is what people gave', () => {
    const text = 'The dispute is at stage 2 (Dispute meeting of the Formal Team).';
    expect(inCouncilWords(text, ALERTS, ['Dispute meeting', 'Formal Team'])).toBe(
      'The alert is at step 2 (Dispute meeting of the Formal Team).',
    );
  });

  it('leaves a name that is one word of the program where its capital tells it from that word', () => {
    const kept = ['Formal', 'meeting'];
    expect(inCouncilWords('It goes up the ladder Formal, at stage 2 (Formal).', ALERTS, kept)).toBe(
      'It goes up the ladder Formal, at step 2 (Formal).',
    );
    expect(inCouncilWords('Formal disputes, and a meeting', ALERTS, kept)).toBe('Challenges, and a resolution panel');
  });

  it('says the short word where the council does', () => {
    const words = { ...PLAIN_WORDS, acknowledgement: 'acknowledgement', acknowledgements: 'acknowledgements' };
    expect(inCouncilWords('Practice acknowledgements: a practice acknowledgement', words)).toBe(
      'Acknowledgements: an acknowledgement',
    );
  });

  it('changes nothing that is in the council’s words already', () => {
    const words = { ...ALERTS, informal: 'informal QA', formal: 'stage of dispute' };
    const once = inCouncilWords('Informal disputes, an informal dispute and a formal dispute', words);
    expect(once).toBe('Informal QAs, an informal QA and a stage of dispute');
    expect(inCouncilWords(once, words)).toBe(once);
  });

  it.each([PLAIN_WORDS, Controls.protocol().words])(
    'is said as the program says it where the council does too',
    (words) => {
      const text =
        'Practice acknowledgements, an acknowledgement, a meeting and a challenge meeting about DRP-CQGG-BXZC.';
      expect(inCouncilWords(text, words)).toBe(text);
    },
  );

  it('shows a reference of a dispute with the council’s letters, and every other as it is', () => {
    expect(referenceShown('DRP-CQGG-BXZC', ALERTS)).toBe('QAA-CQGG-BXZC');
    expect(referenceShown('CM-CQGG-BXZC', ALERTS)).toBe('CM-CQGG-BXZC');
  });
});
