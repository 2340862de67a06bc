import { describe, expect, it } from '@jest/globals';
import { copiedFrom } from './copied.js';

const copied = (by: string | null) =>
  copiedFrom(
    { raisedWith: { actionsWanted: [{ what: 'Book the panel', who: 'K. Lane', by }] } as never },
    '2023-10-04',
  );

describe('the actions that were asked for, copied into an answer', () => {
  it('keeps a day that is to come, today, and words in the place of a day', () => {
    expect(copied('2023-10-10').rows).toEqual([
      { what: 'Book the panel', who: 'K. Lane', by: '10 October 2023', measure: '' },
    ]);
    expect(copied('2023-10-04').rows[0]).toMatchObject({ by: '4 October 2023' });
    expect(copied('after panel').rows[0]).toMatchObject({ by: 'after panel' });
    expect(copied(null)).toMatchObject({ rows: [{ by: '' }], leftOut: [] });
  });

  it('leaves a day empty that has passed, and says why', () => {
    expect(copied('2023-10-03')).toMatchObject({
      rows: [{ what: 'Book the panel', who: 'K. Lane', by: '', measure: '' }],
      leftOut: ['“Book the panel” was asked for by 3 October 2023. That day has passed: say by when it will be done.'],
    });
  });

  it('accepts each of them, and agrees, where nothing is said yet', () => {
    expect(copied(null).also).toEqual({ agreement: 'agree', responses: [{ wanted: '1', response: 'accepted' }] });
  });
});
