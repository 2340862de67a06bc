import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';

const act = { type: 'ask-to-read' as const, reason: 'The theme has come back.' };
const byTheDirector = Controls.context(Controls.director);
const request: DisputeEvent = { type: 'ReadingAskedFor', data: { reason: act.reason } };
const asked = by(Controls.director, request);

describe('Asking to read a dispute', () => {
  it('says what it is needed for', () => {
    given(...Controls.disputeRaised())
      .when(act, byTheDirector)
      .then({ type: 'ReadingAskedFor', data: { reason: act.reason } });
    given(...Controls.disputeRaised())
      .when({ ...act, reason: ' ' }, byTheDirector)
      .thenRefuses('words-missing');
  });

  it('is done once, until it is answered, and again afterwards', () => {
    given(...Controls.disputeRaised(), asked)
      .when(act, byTheDirector)
      .thenRefuses('asked-already');
    given(...Controls.disputeRaised(), asked, {
      type: 'ReadingRefused',
      data: { person: Controls.director.person, reason: 'Ask me on the telephone.' },
    })
      .when(act, byTheDirector)
      .then({ type: 'ReadingAskedFor', data: { reason: act.reason } });
  });

  it('is possible after the end, and not of what is void', () => {
    given(...Controls.disputeRaised(), Controls.withdrawn())
      .when(act, byTheDirector)
      .then({ type: 'ReadingAskedFor', data: { reason: act.reason } });
  });
});
