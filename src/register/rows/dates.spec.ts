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
    expect(readDate(written, 'day before month')).toEqual({ date });
  });

  it('puts the day before the month unless the mapping says otherwise', () => {
    expect(readDate('04/05/2022', 'day before month')).toEqual({ date: '2022-05-04' });
    expect(readDate('04/05/2022', 'month before day')).toEqual({ date: '2022-04-05' });
  });

  it.each(['31/02/2023', '29/02/2023', '2023-13-01', '0/1/2023', '31 June 2022', '12/31/2022'])(
    '%s is no day that exists',
    (written) => {
      expect(readDate(written, 'day before month')).toEqual({ impossible: true });
    },
  );

  it.each(['soon', 'n/a', '13 Mai 2021', '44295', '13/05', '13/05/202', '13:05:2021', '2021-05-13 14:30'])(
    '%s is no date at all',
    (written) => {
      expect(readDate(written, 'day before month')).toEqual({ unreadable: true });
    },
  );
});
