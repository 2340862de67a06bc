import fc from 'fast-check';
import { text } from '../../../../test/support/arbitraries.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { AddNote } from './add-note.js';

export const examples = actExamples<AddNote, 'NoteAdded'>({
  anyAct: fc.record({ type: fc.constant('add-note'), text }),
  events: {
    NoteAdded: { text: 'Spoke with the carer.\nShe has heard nothing either.' },
  },
  sent: { by: 'Iris', body: { text: 'Spoke with the carer.' } },
});
