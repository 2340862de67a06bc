import { describe, expect, it } from '@jest/globals';
import { askedIn, type ListDefinition, listing, rememberedOf } from './listing.js';

const LIST: ListDefinition = {
  path: '/disputes',
  filters: [{ name: 'kind', label: 'Kind', choices: [{ value: 'formal', text: 'Formal' }] }],
  columns: [{ label: 'Reference' }, { label: 'Raised', sort: 'raisedOn' }, { label: 'Due', sort: 'dueOn' }],
  sort: '-raisedOn',
};

describe('A list as a page', () => {
  it('reads from its address what it knows, and leaves out what is empty, repeated or unknown', () => {
    expect(askedIn({ kind: 'formal', sort: '', child: 'C1', cursor: ['a', 'b'] }, LIST)).toEqual({ kind: 'formal' });
    expect(askedIn(undefined, LIST)).toEqual({});
  });

  it('sorts by links that keep the filters, begin at the first page, and lead back to the list', () => {
    const { headers } = listing(LIST, { kind: 'formal', cursor: 'abc', for: 'x1' }, null);
    expect(headers).toEqual([
      { label: 'Reference', href: null, sorted: null },
      { label: 'Raised', href: '/disputes?kind=formal&for=x1&sort=raisedOn#list', sorted: 'descending' },
      { label: 'Due', href: '/disputes?kind=formal&for=x1&sort=dueOn#list', sorted: null },
    ]);
  });

  it('turns the order round where it is sorted so already', () => {
    const { headers } = listing(LIST, { sort: 'dueOn' }, null);
    expect(headers[2]).toEqual({ label: 'Due', href: '/disputes?sort=-dueOn#list', sorted: 'ascending' });
  });

  it('leads on to the next page and back to the first', () => {
    const { next, first } = listing(LIST, { kind: 'formal', cursor: 'abc' }, 'def');
    expect(next).toBe('/disputes?kind=formal&cursor=def#list');
    expect(first).toBe('/disputes?kind=formal#list');
    expect(listing(LIST, {}, null)).toMatchObject({ next: null, first: null });
  });

  it('remembers filters and sort, and neither the page that was open nor for whom somebody acts', () => {
    expect(rememberedOf({ kind: 'formal', sort: '-dueOn', cursor: 'abc', for: 'x1' }, LIST)).toEqual({
      kind: 'formal',
      sort: '-dueOn',
    });
  });

  it('remembers no choice that the list does not offer: it would be refused at every visit', () => {
    expect(rememberedOf({ kind: 'never', sort: 'initials' }, LIST)).toEqual({});
  });

  it('says which choice of each filter holds, and how many narrow it', () => {
    const { filters, narrowedBy } = listing(LIST, { kind: 'formal' }, null);
    expect(narrowedBy).toBe(1);
    expect(filters[0]!.items).toEqual([
      { value: '', text: 'All', selected: false },
      { value: 'formal', text: 'Formal', selected: true },
    ]);
  });
});
