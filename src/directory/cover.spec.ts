import { describe, it } from '@jest/globals';
import { specify } from '../../test/support/given.js';
import type { CoverAct } from './acts.js';
import { coverDecider } from './cover.js';
import type { CoverEvent } from './events.js';

const given = specify(coverDecider);

const cover = { iro: 'g-rowe', by: 'a-prasad', from: '2022-04-04', to: '2022-04-22', reason: 'Leave.' };
const arrange: CoverAct = { type: 'arrange', ...cover };
const arranged: CoverEvent = { type: 'CoverArranged', data: cover };

describe('cover for somebody who is away', () => {
  it('is arranged from a day to a day, and once', () => {
    given().when(arrange, null).then(arranged);
    given(arranged).when(arrange, null).thenNothing();
  });

  it('is given by one person at a time', () => {
    given(arranged)
      .when({ ...arrange, by: 'b-okafor', from: '2022-04-22', to: '2022-04-29' }, null)
      .thenRefuses('covered-already');
    given(arranged)
      .when({ ...arrange, by: 'b-okafor', from: '2022-04-23', to: '2022-04-29' }, null)
      .thenAmong({ type: 'CoverArranged', data: { ...cover, by: 'b-okafor', from: '2022-04-23', to: '2022-04-29' } });
  });

  it('is not given by the one who is away', () => {
    given()
      .when({ ...arrange, by: 'g-rowe' }, null)
      .thenRefuses('covers-self');
  });

  it('does not end before it begins, nor on a day that does not exist', () => {
    given()
      .when({ ...arrange, to: '2022-04-01' }, null)
      .thenRefuses('ends-before-it-begins');
    given()
      .when({ ...arrange, to: '2022-04-31' }, null)
      .thenRefuses('not-a-date');
  });

  it('ends early, when the one who was away is back', () => {
    const ended: CoverEvent = { type: 'CoverEnded', data: { by: 'a-prasad', from: '2022-04-04', on: '2022-04-13' } };
    given(arranged).when({ type: 'end', on: '2022-04-13' }, null).then(ended);
    given(arranged, ended).when({ type: 'end', on: '2022-04-13' }, null).thenNothing();
    given(arranged, ended).when({ type: 'end', on: '2022-04-14' }, null).thenRefuses('not-covered');
    given().when({ type: 'end', on: '2022-04-13' }, null).thenRefuses('not-covered');
  });
});
