import { describe, expect, it } from '@jest/globals';
import { look } from './look.js';

const RECORDS: Readonly<Record<string, string>> = { own: 'mine', other: 'of somebody else', next: 'of somebody else' };

const lookingFor = async (id: string) => {
  const work: string[] = [];
  const { isKnown } = await look<string | undefined>(id, {
    load: async (each) => {
      work.push(each in RECORDS ? 'loads what is there' : 'loads what is not there');
      return RECORDS[each];
    },
    isThere: (record) => record !== undefined,
    mayKnow: (record) => {
      work.push('asks');
      return record === 'mine';
    },
    standIn: (isToBeThere) => (isToBeThere ? 'next' : 'none'),
  });
  return { isKnown, work };
};

describe('looking for a record', () => {
  it('finds one that the asker may know of, and looks no further', async () => {
    expect(await lookingFor('own')).toEqual({ isKnown: true, work: ['loads what is there', 'asks'] });
  });

  it('does the same work for a hidden record as for one that does not exist', async () => {
    const hidden = await lookingFor('other');
    const absent = await lookingFor('nothing');
    expect([hidden.isKnown, absent.isKnown]).toEqual([false, false]);
    expect(hidden.work.toSorted()).toEqual(absent.work.toSorted());
    expect(hidden.work).toContain('loads what is there');
    expect(absent.work).toContain('loads what is there');
  });
});
