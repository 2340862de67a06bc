import { describe, expect, it } from '@jest/globals';
import { specify } from '../../../../test/support/given.js';
import { dueDatesDecider } from './due-dates.js';
import type { DueDatesEvent } from './events.js';

const given = specify(dueDatesDecider);
const made = (number: number): DueDatesEvent => ({ type: 'DueDatesAddressMade', data: { number } });
const ended = (number: number): DueDatesEvent => ({ type: 'DueDatesAddressEnded', data: { number } });

describe('The address of somebody’s due dates', () => {
  it('is another one each time, so that the one before opens nothing', () => {
    given().when({ type: 'make-address' }, null).then(made(1));
    given(made(1)).when({ type: 'make-address' }, null).then(made(2));
    expect(given(made(1), made(2)).state.current).toBe(2);
  });

  it('is ended once, and never comes back', () => {
    given(made(1)).when({ type: 'end-address' }, null).then(ended(1));
    given(made(1), ended(1)).when({ type: 'end-address' }, null).thenNothing();
    given(made(1), ended(1)).when({ type: 'make-address' }, null).then(made(2));
  });
});
