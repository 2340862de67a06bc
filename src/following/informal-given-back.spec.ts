import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { by, given } from '../../test/support/given.js';
import type { DisputeEvent, VoidedBecause } from '../disputes/events.js';
import { THE_PROGRAM } from '../disputes/rules.js';
import { givenBackBy } from './informal-given-back.js';

const FORMAL = 'DRP-FMZ1-0001';
const formalised: DisputeEvent = { type: 'DisputeFormalised', data: { formal: FORMAL, reason: 'It cannot wait.' } };
const informal = [...Controls.informalRaised(), formalised];
const voided = (because: VoidedBecause): DisputeEvent => ({
  type: 'DisputeVoided',
  data: { because, duplicateOf: because === 'duplicate' ? 'DRP-7K4M-2QXH' : null, reason: 'A mistake.' },
});
const back = (...formal: DisputeEvent[]) =>
  givenBackBy(
    { reference: 'DRP-7K4M-2QXH', state: given(...informal).state },
    given(...Controls.disputeRaised({ reference: FORMAL }), ...formal).state,
  );

describe('An informal matter that a formal dispute continued', () => {
  it('is given back where the formal one is void, unless that is a duplicate of another', () => {
    expect(back(voided('raised-in-error'))?.act).toMatchObject({ type: 'take-back-entry', entry: 2 });
    expect(back(voided('wrong-child'))).not.toBeNull();
    expect(back(voided('duplicate'))).toBeNull();
    expect(back()).toBeNull();
    expect(back(Controls.withdrawn())).toBeNull();
  });

  it('is open again then, by the program alone while the formal one counts for nobody', () => {
    const { act } = back(voided('raised-in-error'))!;
    const context = (isVoid: boolean) => ({ ...Controls.context(THE_PROGRAM), isVoid: () => isVoid });
    given(...informal)
      .when(act, context(true))
      .thenAmong({ type: 'EntryTakenBack', data: expect.objectContaining({ by: Controls.iro.person }) as object });
    given(...informal)
      .when(act, context(false))
      .thenRefuses('something-followed');
    const afterwards = by<DisputeEvent>(THE_PROGRAM, {
      type: 'EntryTakenBack',
      data: { revisions: [2], reason: 'The formal one is void.' },
    });
    expect(given(...informal.map((event) => by(Controls.iro, event)), afterwards).state.status).toBe('open');
  });
});
