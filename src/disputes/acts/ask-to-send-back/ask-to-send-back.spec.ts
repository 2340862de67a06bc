import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { AskToSendBack } from './ask-to-send-back.js';

const ask: AskToSendBack = { type: 'ask-to-send-back', toStage: null, reason: 'The assessment first.' };
const atStage2 = [...Controls.disputeRaised(), ...Controls.escalated()];
const byTheManager = Controls.context(Controls.serviceManager);

describe('Asking to send back', () => {
  it('names the stage and changes nothing: no round begins and no clock', () => {
    given(...atStage2)
      .when(ask, byTheManager)
      .then({ type: 'SendBackAsked', data: { toStage: 1, reason: ask.reason } });
  });

  it('is for those who must answer', () => {
    for (const who of [Controls.teamManager, Controls.headOfQa, Controls.iro])
      given(...atStage2)
        .when(ask, Controls.context(who))
        .thenRefuses('asking-not-yours');
  });

  it('is asked once, until it is decided', () => {
    const asked = by(Controls.serviceManager, Controls.sendBackAsked());
    given(...atStage2, asked)
      .when(ask, byTheManager)
      .thenRefuses('send-back-already-asked');
    given(...atStage2, asked, { type: 'SendBackRefused', data: { toStage: 1, reason: 'It has waited enough.' } })
      .when(ask, byTheManager)
      .then({ type: 'SendBackAsked', data: { toStage: 1, reason: ask.reason } });
  });

  it('is for a lower formal stage, and for what has not been answered', () => {
    given(...atStage2)
      .when({ ...ask, toStage: 2 }, byTheManager)
      .thenRefuses('not-lower');
    given(...Controls.disputeRaised())
      .when(ask, Controls.context(Controls.teamManager))
      .thenRefuses('nothing-below');
    given(...atStage2, Controls.answerGiven({ round: 2, stage: 2, role: 'service-manager' }))
      .when(ask, byTheManager)
      .thenRefuses('already-answered');
  });

  it('is dropped by an answer', () => {
    given(
      ...atStage2,
      by(Controls.serviceManager, Controls.sendBackAsked()),
      by(Controls.serviceManager, Controls.answerGiven({ round: 2, stage: 2, role: 'service-manager' })),
    )
      .when({ type: 'refuse-to-send-back', reason: 'No.' }, Controls.context(Controls.iro))
      .thenRefuses('no-send-back-asked');
  });
});
