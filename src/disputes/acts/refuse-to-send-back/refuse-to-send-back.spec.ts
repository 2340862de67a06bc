import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { RefuseToSendBack } from './refuse-to-send-back.js';

const stays: RefuseToSendBack = { type: 'refuse-to-send-back', reason: 'It cannot wait.' };
const atStage2 = [...Controls.disputeRaised(), ...Controls.escalated()];
const asked = [...atStage2, by(Controls.serviceManager, Controls.sendBackAsked())];

describe('Refusing to send back', () => {
  it('leaves it at its stage, with the date that it had', () => {
    given(...asked)
      .when(stays, Controls.context(Controls.iro))
      .then({ type: 'SendBackRefused', data: { toStage: 1, reason: stays.reason } });
  });

  it('is for those who may send it back, and never for those who asked', () => {
    for (const who of [Controls.serviceManager, Controls.teamManager, Controls.iroManager])
      given(...asked)
        .when(stays, Controls.context(who))
        .thenRefuses('sending-back-not-yours');
  });

  it('needs somebody to have asked, and a reason', () => {
    given(...atStage2)
      .when(stays, Controls.context(Controls.iro))
      .thenRefuses('no-send-back-asked');
    given(...asked)
      .when({ ...stays, reason: ' ' }, Controls.context(Controls.iro))
      .thenRefuses('words-missing');
  });
});
