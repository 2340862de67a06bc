import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';

const refusal = { type: 'refuse-extension' as const, reason: 'The child has waited long enough.' };
const asked = [...Controls.disputeRaised(), by(Controls.teamManager, Controls.extensionAsked('2022-04-28'))];

describe('Refusing an extension', () => {
  it('leaves the date in force, with a reason', () => {
    given(...asked)
      .when(refusal, Controls.context(Controls.iro))
      .then({ type: 'ExtensionRefused', data: { askedFor: '2022-04-28', reason: refusal.reason } });
    given(...asked)
      .when({ ...refusal, reason: '' }, Controls.context(Controls.iro))
      .thenRefuses('words-missing');
  });

  it('is for the posts that grant', () => {
    given(...asked)
      .when(refusal, Controls.context(Controls.director))
      .thenRefuses('granting-not-yours');
  });

  it('has nothing to refuse once the date has passed: no later one could make up for it', () => {
    given(...asked)
      .when(refusal, Controls.context(Controls.iro, { now: Controls.afterDue }))
      .thenRefuses('already-late');
  });

  it('makes room for another request', () => {
    const refused = { type: 'ExtensionRefused' as const, data: { askedFor: '2022-04-28', reason: refusal.reason } };
    given(...asked, refused)
      .when(
        { type: 'ask-for-extension', askedFor: '2022-04-26', reason: 'One day, for the panel’s minutes.' },
        Controls.context(Controls.teamManager),
      )
      .then({ type: 'ExtensionAsked', data: { askedFor: '2022-04-26', reason: 'One day, for the panel’s minutes.' } });
  });
});
