import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { bundledHolidays } from '../bank-holidays.js';
import { readDaysFile } from './read-days-file.js';

describe('a file of days', () => {
  it('may be a table, with or without names', () => {
    const table = readFileSync(new URL('../bank-holidays-england-and-wales.csv', import.meta.url), 'utf8');
    expect(readDaysFile(table).map(({ date }) => date)).toEqual(bundledHolidays().map(({ date }) => date));
    expect(readDaysFile('\uFEFFDate\r\n2026-12-29\r\n')).toEqual([{ date: '2026-12-29', name: '' }]);
  });

  it('may be what GOV.UK publishes, of which England and Wales are read', () => {
    const events = (date: string, title: string) => ({ events: [{ title, date, notes: '', bunting: true }] });
    const file = {
      'england-and-wales': { division: 'england-and-wales', ...events('2029-01-01', 'New Year’s Day') },
      scotland: { division: 'scotland', ...events('2029-01-02', '2nd January') },
    };
    const read = [{ date: '2029-01-01', name: 'New Year’s Day' }];
    expect(readDaysFile(JSON.stringify(file))).toEqual(read);
    expect(readDaysFile(`\uFEFF${JSON.stringify(file)}`)).toEqual(read);
  });

  it.each([
    ['day\n2029-01-01\n', 'One of them must be “date”'],
    ['date,name\n01/01/2029,New Year\n', 'On line 2 there is no date that exists'],
    ['date,name\n', 'There is no day in this file'],
    ['date,name\n"2029-01-01,New Year', 'not a table with commas'],
    ['{"england-and-wales": ', 'cannot be read as such'],
    ['{"scotland": {}}', 'There is no “england-and-wales”'],
    ['{"england-and-wales": {"events": [{"date": "soon"}]}}', 'On event 1 there is no date'],
  ])('is refused with what to do: %j', (text, words) => {
    expect(() => readDaysFile(text)).toThrow(words);
  });
});
