import { disputeAct, WORDS } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mustSay } from '../../rules.js';

export interface AddNote {
  type: 'add-note';
  text: string;
}

/**
 * Anybody who may see it may add a note, whatever has become of it. A note decides nothing.
 *
 * @throws Refusal `not-raised`
 */
export const addNote = (act: AddNote, state: DisputeState): DisputeEvent[] => {
  if (state.status === 'not-raised') refuse('not-raised', 'There is nothing under this reference to add a note to.');
  mustSay(act.text, 'the note');
  return [{ type: 'NoteAdded', data: { text: act.text } }];
};

export const addNoteAct = disputeAct({
  type: 'add-note',
  decide: addNote,
  route: 'add-note',
  sample: (): AddNote => ({ type: 'add-note', text: WORDS }),
  events: {
    NoteAdded: {
      version: 1,
      sentence: ({ who }) => `${who} added a note.`,
      inNoReadModel: 'a note is read in the dispute and in its history',
    },
  },
});
