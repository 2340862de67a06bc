import { describe, expect, it } from '@jest/globals';
import { leftCare, turning18 } from './turning-18.js';

describe('the eighteenth birthday of a child of a dispute', () => {
  const child = { id: '1568440', initials: 'AB' };
  const born: Readonly<Record<string, string>> = { '1568440': '2006-03-15', '1568441': '2008-02-29' };
  const said = (today: string, status = 'open', children = [child]): string[] =>
    turning18({ status, children }, (id) => born[id] ?? null, today);

  it('is said from a year before, and what ends with it', () => {
    expect(said('2023-03-14')).toEqual([]);
    expect(said('2023-03-15')).toEqual([
      'AB turns 18 on 15 March 2024: it can be referred to Cafcass before that day, and not from then on.',
    ]);
    expect(said('2024-03-14')[0]).toContain('AB turns 18 on 15 March 2024');
    expect(said('2024-03-15')[0]).toContain('AB turned 18 on 15 March 2024');
  });

  it('is on 1 March for the person who was born on 29 February, where that year has no such day', () => {
    const leap = [{ id: '1568441', initials: 'CD' }];
    expect(said('2026-02-28', 'open', leap)[0]).toContain('CD turns 18 on 1 March 2026');
    expect(said('2026-03-01', 'open', leap)[0]).toContain('CD turned 18 on 1 March 2026');
  });

  it('is not said of what has ended, nor where nobody knows the day of birth', () => {
    expect(said('2024-03-15', 'ended')).toEqual([]);
    expect(said('2024-03-15', 'open', [{ id: '7', initials: 'XY' }])).toEqual([]);
  });
});

it('says of an open dispute that a child of it has left care', () => {
  const children = [
    { id: '1568440', initials: 'AB' },
    { id: '1568441', initials: 'CD' },
  ];
  const leftOn = (id: string): string | null => (id === '1568440' ? '2023-04-03' : null);
  expect(leftCare({ status: 'open', children }, leftOn)).toEqual(['AB left care on 3 April 2023.']);
  expect(leftCare({ status: 'ended', children }, leftOn)).toEqual([]);
});
