import { describe, expect, it } from '@jest/globals';
import { heardAt, heardInWords, heardPlaces } from './heard.js';

const record = (view: string) => ({ at: { view, advocate: 'offered' }, children: null, staff: null });

describe('Whether the child of a dispute was heard, as tables count it', () => {
  it.each([
    [{ takenOn: 1, hasView: 1, advocateOffered: 1 }, 'on-record', 'offered'],
    [{ takenOn: 1, hasView: 0, advocateOffered: 0 }, 'none', 'not-offered'],
    [{ takenOn: 1, hasView: 0, advocateOffered: null }, 'none', 'not-written'],
    [{ takenOn: 0, hasView: 0, advocateOffered: null }, 'not-collected', 'not-collected'],
  ])('is read from the record: %j', (row, view, advocate) => {
    expect(heardAt(row)).toEqual({ view, advocate });
  });

  it('is no table where no dispute was taken on in the service', () => {
    expect(heardPlaces('view', [record('not-collected')]).places).toEqual([]);
    expect(heardPlaces('view', []).places).toEqual([]);
  });

  it('has a place for each that was not collected, where others were', () => {
    const codes = (...views: string[]) => heardPlaces('view', views.map(record)).places.map(({ code }) => code);
    expect(codes('on-record')).toEqual(['on-record', 'none']);
    expect(codes('none', 'not-collected')).toEqual(['on-record', 'none', 'not-collected']);
    expect(heardInWords('advocate', 'not-offered')).toBe('No advocate offered');
  });
});
