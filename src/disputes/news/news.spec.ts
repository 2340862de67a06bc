import { describe, expect, it } from '@jest/globals';
import type { HistoryEntryDto } from '../read/dispute.dto.js';
import { addedAfter, addedSince, newsInWords } from './news.js';

const entry = (revision: number, person: string, time: string, sentence = 'It happened.'): HistoryEntryDto => ({
  ...{
    revision,
    what: 'NoteAdded',
    occurredAt: `2023-04-03T${time}:00.000Z`,
    recordedAt: `2023-04-03T${time}:00.000Z`,
  },
  by: { person: { id: person, name: person }, role: null, actingFor: null },
  ...{ takenBackBy: null, sentence },
});
const history = [entry(0, 'iris', '09:00'), entry(1, 'tom', '13:08', 'Tom agreed.'), entry(2, 'iris', '13:10')];

describe('news of a dispute', () => {
  it('is what others have added to what the reader saw', () => {
    expect(addedSince(history, 1, 'iris')).toEqual([history[1]]);
    expect(newsInWords(addedSince(history, 1, 'iris'))).toBe('At 2:08pm: Tom agreed.');
  });

  it('is nothing where the reader has done it, or nothing was added', () => {
    expect(newsInWords(addedSince(history, 2, 'iris'))).toBe(null);
    expect(newsInWords(addedSince(history, 3, 'tom'))).toBe(null);
  });

  it('finds what stands among earlier entries and was recorded later', () => {
    const late = entry(1, 'mona', '14:00', 'Mona noted it.');
    expect(addedSince([history[0]!, late, ...history.slice(1)], 3, 'iris')).toEqual([late]);
  });

  it('counts several', () => {
    expect(newsInWords(addedSince(history, 0, 'walter'))).toBe(
      'At 2:10pm: It happened. 3 things happened since you opened this.',
    );
  });

  it('is also what was added since they last looked', () => {
    expect(addedAfter(history, '2023-04-03T09:00:00.000Z', 'iris')).toEqual([history[1]]);
  });
});
