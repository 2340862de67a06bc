import { describe, expect, it } from '@jest/globals';
import { prioritiesIn } from './last-years-actions.js';

describe('The priorities of a report', () => {
  it.each([
    ['- Halve the drift.\n- Hear every child.', ['Halve the drift.', 'Hear every child.']],
    ['1. Halve the drift.\n\n2) Hear every child.\r\n', ['Halve the drift.', 'Hear every child.']],
    ['• Halve 3 of 4 waits\n* 2 teams meet', ['Halve 3 of 4 waits', '2 teams meet']],
    ['', []],
  ])('are proposed line by line, without the signs of a list: %j', (text, lines) => {
    expect(prioritiesIn(text)).toEqual(lines);
  });
});
