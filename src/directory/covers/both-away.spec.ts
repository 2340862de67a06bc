import { describe, expect, it } from '@jest/globals';
import { adviceOnBothAway } from './both-away.js';

const cover = (iro: string, by: string, from = '2023-04-04', to = '2023-04-06') => ({ iro, by, from, to });
const codes = (arranged: ReturnType<typeof cover>, ...others: ReturnType<typeof cover>[]) =>
  adviceOnBothAway(arranged, others, (person) => person).map(({ code }) => code);

describe('A cover by somebody who is away on some of its days', () => {
  it('says who stands in for both then', () => {
    const [advice] = adviceOnBothAway(cover('iris', 'ivan'), [cover('ivan', 'noel')], (person) => person);
    expect(advice).toMatchObject({ code: 'stands-in-and-is-away', pointer: '/by' });
    expect(advice!.message).toContain('noel stands in for iris too');
    expect(codes(cover('ivan', 'noel'), cover('iris', 'ivan'))).toEqual(['is-away-and-stands-in']);
  });

  it('says so where the two stand in for each other, so that nobody does', () => {
    expect(codes(cover('ivan', 'iris'), cover('iris', 'ivan'))).toEqual(['both-are-away']);
  });

  it('says nothing of other days and other people', () => {
    expect(codes(cover('iris', 'ivan'), cover('ivan', 'noel', '2023-04-07', '2023-04-10'))).toEqual([]);
    expect(codes(cover('iris', 'ivan'), cover('carol', 'noel'))).toEqual([]);
  });
});
