import { describe, expect, it } from '@jest/globals';
import { type ChildrenAsRead, presentChildren } from './present-children.js';

const child = (
  childId: string,
  initials: string | null,
  whose: Partial<Pick<ChildrenAsRead['items'][number], 'isTheirs' | 'standsInFor'>> = {},
): ChildrenAsRead['items'][number] => ({
  ...{ childId, initials, bornOn: null, population: 'looked-after', fromRegister: false },
  ...{ team: null, iro: null, socialWorker: null, path: `/children/${childId}`, iroName: null, teamName: null },
  ...{ isTheirs: false, standsInFor: null, underAlert: false },
  ...whose,
});

const listed = (...items: readonly ChildrenAsRead['items'][number][]): unknown =>
  presentChildren({ items, hasMore: false, mayRegister: false });

describe('the list of children', () => {
  it('begins with the reader’s own, then those of whom they stand in for somebody, each group by initials', () => {
    const covered = { standsInFor: 'B. Lindqvist' };
    expect(
      listed(
        child('1', 'ZZ', covered),
        child('2', 'MM'),
        child('3', 'CT', { isTheirs: true }),
        child('4', 'AB', covered),
        child('5', 'BA', { isTheirs: true }),
      ),
    ).toMatchObject({
      groups: [
        { heading: 'Your children', items: [{ initials: 'BA' }, { initials: 'CT' }] },
        { heading: 'Children of B. Lindqvist, for whom you stand in', items: [{ initials: 'AB' }, { initials: 'ZZ' }] },
        { heading: 'Other children', items: [{ initials: 'MM' }] },
      ],
    });
  });

  it('needs no heading where all are alike', () => {
    expect(listed(child('2', 'AB'), child('1', 'AB'))).toMatchObject({
      groups: [{ heading: null, items: [{ childId: '1' }, { childId: '2' }] }],
    });
    expect(listed()).toMatchObject({ groups: [] });
  });
});
