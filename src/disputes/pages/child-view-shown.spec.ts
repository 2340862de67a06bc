import { describe, expect, it } from '@jest/globals';
import type { ChildViewShownDto } from '../read/dispute.dto.js';
import { childViewShown } from './child-view-shown.js';

const entry = (over: Partial<ChildViewShownDto>): ChildViewShownDto => ({
  ...{ recordedOn: '2026-11-02', view: null, told: null, toldOn: null },
  ...{ advocateOffered: null, advocateOfferedOn: null, ...over },
});

describe('The words of the child on a page', () => {
  it('says what the child said, and beside it whether they were told and offered an advocate', () => {
    expect(
      childViewShown([entry({ view: 'I want to stay.', told: true, toldOn: '2026-11-03', advocateOffered: false })]),
    ).toEqual({
      ...{ view: 'I want to stay.', recordedOn: '2026-11-02' },
      besides: ['told of this, 3 November 2026', 'no advocate offered'],
    });
  });

  it('keeps the words of an earlier entry where a later one speaks of the advocate alone', () => {
    const later = entry({ recordedOn: '2026-11-09', advocateOffered: true, advocateOfferedOn: '2026-11-09' });
    expect(childViewShown([entry({ view: 'I want to stay.', told: false, advocateOffered: false }), later])).toEqual({
      ...{ view: 'I want to stay.', recordedOn: '2026-11-02' },
      besides: ['not yet told of this', 'advocate offered, 9 November 2026'],
    });
  });

  it('says that the child was not told where nobody wrote down what they said', () => {
    expect(childViewShown([entry({ told: false })])).toEqual({
      ...{ view: null, recordedOn: '2026-11-02' },
      besides: ['not yet told of this'],
    });
  });

  it('is null where nothing of it is on record', () => {
    expect(childViewShown([])).toBeNull();
    expect(childViewShown()).toBeNull();
  });
});
