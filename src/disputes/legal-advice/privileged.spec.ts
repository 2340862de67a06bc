import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import { withoutPrivilegedWords } from './privileged.js';

const event = (type: string, data: RecordedEvent['data']) => ({ type, data, revision: 3 }) as RecordedEvent;
const advice = event('LegalAdviceTaken', { takenOn: '2022-05-04', advice: 'There is a case to put.' });
const note = event('NoteAdded', { text: 'Spoke with the carer.' });

describe('Privileged legal advice', () => {
  it('is printed with its place in the log, and not a word of it', () => {
    expect(withoutPrivilegedWords(advice)).toEqual({ ...advice, data: { withheld: 'privileged' } });
    expect(withoutPrivilegedWords(note)).toBe(note);
  });
});
