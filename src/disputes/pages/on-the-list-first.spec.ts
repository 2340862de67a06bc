import { describe, expect, it } from '@jest/globals';
import { onTheListFirst } from './on-the-list-first.js';

const reference = 'DRP-7K4M-2QXH';
const restrictedTo = [{ id: 'tom', name: 'Tom' }];
const allowedActs = ['add-note', 'escalate', 'lift-restriction', 'restrict'];

describe('Who must be on the list of a restricted dispute before others are asked to answer it', () => {
  it('is said, with the pages that do it, to those who may go on with it and say who reads it', () => {
    expect(onTheListFirst({ reference, restrictedTo, allowedActs }, '?for=ir')).toEqual({
      restrict: `/disputes/${reference}/restrict?for=ir`,
      lift: `/disputes/${reference}/lift-restriction?for=ir`,
    });
    const withoutLifting = allowedActs.filter((act) => act !== 'lift-restriction');
    expect(onTheListFirst({ reference, restrictedTo, allowedActs: withoutLifting }, '')).toMatchObject({ lift: null });
  });

  it('is said to nobody else, and of no other dispute', () => {
    expect(onTheListFirst({ reference, allowedActs }, '')).toBeNull();
    for (const missing of ['escalate', 'restrict'])
      expect(
        onTheListFirst({ reference, restrictedTo, allowedActs: allowedActs.filter((act) => act !== missing) }, ''),
      ).toBeNull();
  });
});
