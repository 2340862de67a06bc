import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';

const note = { type: 'add-note' as const, text: 'The carer rang today.' };
const added = { type: 'NoteAdded' as const, data: { text: 'The carer rang today.' } };
const byTheWorker = Controls.context(Controls.socialWorker);

describe('Adding a note', () => {
  it('is open to anybody who may see it, whatever has become of it', () => {
    for (const history of [
      [Controls.concernDiscussed()],
      Controls.disputeRaised(),
      [...Controls.disputeRaised(), Controls.voided()],
      [Controls.disputeImported()],
    ])
      given(...history)
        .when(note, byTheWorker)
        .then(added);
  });

  it('needs words, and something to be a note to', () => {
    given(...Controls.disputeRaised())
      .when({ ...note, text: ' ' }, byTheWorker)
      .thenRefuses('words-missing');
    given().when(note, byTheWorker).thenRefuses('not-raised');
  });
});
