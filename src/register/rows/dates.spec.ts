import { describe, expect, it } from '@jest/globals';
import { readDate } from './dates.js';

describe('a date as councils write it', () => {
  it.each([
    ['13/05/2021', '2021-05-13'],
    ['9/4/2021', '2021-04-09'],
    ['9/4/21', '2021-04-09'],
    ['13.05.2021', '2021-05-13'],
    ['13-05-2021', '2021-05-13'],
    ['13 May 2021', '2021-05-13'],
    ['13th May 2021', '2021-05-13'],
    ['1 Sept 2021', '2021-09-01'],
    ['Thursday 13 May 2021', '2021-05-13'],
    ['05-Apr-22', '2022-04-05'],
    ['2021-05-13', '2021-05-13'],
    ['2021-05-13 00:00:00', '2021-05-13'],
    [' 13/05/2021 ', '2021-05-13'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is %s', (written, date) => {
    expect(readDate(written, 'day before month', 'refused')).toEqual({ date });
  });

  it('puts the day before the month unless the mapping says otherwise', () => {
    expect(readDate('04/05/2022', 'day before month', 'refused')).toEqual({ date: '2022-05-04' });
    expect(readDate('04/05/2022', 'month before day', 'refused')).toEqual({ date: '2022-04-05' });
  });

  it.each(['31/02/2023', '29/02/2023', '2023-13-01', '0/1/2023', '31 June 2022', '12/31/2022'])(
    '%s is no day that exists',
    (written) => {
      expect(readDate(written, 'day before month', 'refused')).toEqual({ impossible: true });
    },
  );

  it.each(['soon', 'n/a', '13 Mai 2021', '44295', '13/05', '13/05/202', '13:05:2021'])(
    '%s is no date at all',
    (written) => {
      expect(readDate(written, 'day before month', 'refused')).toEqual({ unreadable: true });
    },
  );

  it.each([
    ['01/04/2022 14:30', '2022-04-01'],
    ['01/04/2022, 2:30 pm', '2022-04-01'],
    ['1 April 2022 09:05:10', '2022-04-01'],
    ['2022-04-01 14:30', '2022-04-01'],
    ['2022-04-01T14:30:00Z', '2022-04-01'],
    ['2022-03-31T23:30:00Z', '2022-04-01'],
    ['2022-04-01T00:30:00+02:00', '2022-03-31'],
    ['2022-03-31 23:30:00z', '2022-04-01'],
    ['2022-03-31T23:30:00', '2022-03-31'],
  ])('%s has a time, and is %s in London only where times are left out', (written, date) => {
    expect(readDate(written, 'day before month', 'refused')).toEqual({ withTime: true });
    expect(readDate(written, 'day before month', 'left out')).toEqual({ date });
  });

  it.each([
    ['31/02/2022 14:30', { impossible: true }],
    ['soon 14:30', { unreadable: true }],
    ['01/04/2022 25:30', { unreadable: true }],
    ['01/04/2022 14', { unreadable: true }],
  ])('%s is no better for its time', (written, read) => {
    expect(readDate(written, 'day before month', 'left out')).toEqual(read);
  });
});
