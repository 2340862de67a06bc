import { describe, expect, it } from '@jest/globals';
import { progressOf } from './progress.js';

const STARTED = { status: 'started', rowsExpected: 3000, rowsPresent: 1200 };
const NOW = '2023-04-03T09:00:00.000Z';
const LATER = '2023-04-03T09:00:29.000Z';
const STOPPED = '2023-04-03T09:00:30.000Z';

describe('the progress of an import', () => {
  it('is how many of its rows are there, and goes on at the first look', () => {
    expect(progressOf(STARTED, null, NOW)).toEqual({
      ...{ done: 1200, all: 3000, isUnderWay: true, seen: { rows: 1200, since: NOW } },
      sentence: 'Reading in: 1200 of 3000 rows are there. You can leave this page; it goes on.',
    });
  });

  it('goes on where more rows are there than at the last look, however long ago that was', () => {
    const seen = { rows: 1100, since: NOW };
    expect(progressOf(STARTED, seen, '2023-04-03T10:00:00.000Z')).toMatchObject({
      ...{ isUnderWay: true, seen: { rows: 1200, since: '2023-04-03T10:00:00.000Z' } },
    });
  });

  it('has stopped where no row came for half a minute, and says what finishes it', () => {
    const seen = { rows: 1200, since: NOW };
    expect(progressOf(STARTED, seen, LATER).isUnderWay).toBe(true);
    expect(progressOf(STARTED, seen, STOPPED)).toMatchObject({
      isUnderWay: false,
      seen,
      sentence:
        'It has stopped: 1200 of 3000 rows are there, and none came after 10:00am. ' +
        'Read the same files in again: it finishes, and writes no row twice.',
    });
  });

  it('of a withdrawal is how many of its rows are taken back', () => {
    const withdrawing = { status: 'withdrawing', rowsExpected: 3000, rowsPresent: 900 };
    expect(progressOf(withdrawing, null, NOW)).toMatchObject({
      ...{ done: 2100, all: 3000, isUnderWay: true },
      sentence: 'Being taken back: 2100 of 3000 rows are. You can leave this page; it goes on.',
    });
    expect(progressOf(withdrawing, { rows: 900, since: NOW }, STOPPED)).toMatchObject({
      isUnderWay: false,
      sentence:
        'It has stopped: 2100 of 3000 rows are taken back, and none was after 10:00am. Take the register back again: it finishes.',
    });
  });

  it('is over once every row is there, or taken back', () => {
    const over = { rowsExpected: 1, rowsPresent: 1, status: 'finished' };
    expect(progressOf(over, null, NOW)).toMatchObject({ isUnderWay: false, sentence: 'Its 1 row is there.' });
    expect(progressOf({ ...over, status: 'withdrawn', rowsPresent: 0 }, null, NOW)).toMatchObject({
      ...{ isUnderWay: false, sentence: '1 row withdrawn: it stays readable and is counted no more.' },
    });
  });
});
