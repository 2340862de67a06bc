import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { CorrectImported } from './correct-imported.js';

const correct: CorrectImported = {
  type: 'correct-imported',
  facts: { ...Controls.importedFacts, theme: 'DD-SERV' },
  reason: 'The theme was misread.',
};
const byTheCommandLine = Controls.context(Controls.commandLine);

describe('Correcting an imported row', () => {
  it('is a recorded act with a reason', () => {
    given(Controls.disputeImported())
      .when(correct, byTheCommandLine)
      .then({ type: 'ImportedDisputeCorrected', data: { facts: correct.facts, reason: 'The theme was misread.' } });
    given(Controls.disputeImported())
      .when({ ...correct, reason: '' }, byTheCommandLine)
      .thenRefuses('words-missing');
  });

  it('to what the row says already records nothing', () => {
    given(Controls.disputeImported())
      .when({ ...correct, facts: { ...Controls.importedFacts } }, byTheCommandLine)
      .thenNothing();
  });

  it('is for imported rows only', () => {
    given(...Controls.disputeRaised())
      .when(correct, byTheCommandLine)
      .thenRefuses('not-imported');
    given().when(correct, byTheCommandLine).thenRefuses('not-imported');
  });
});
