import type { SaidOf } from '../directory/changes-since.js';
import type { AcknowledgementEvent } from './events.js';

const SAID: { readonly [Type in AcknowledgementEvent['type']]: (who: string) => string } = {
  PracticeAcknowledged: (who) => `${who} gave it.`,
  AcknowledgementThanked: (who) => `${who} said thank you for it.`,
  AcknowledgementThanksTakenBack: (who) => `${who} took their thanks back.`,
  AcknowledgementCorrected: (who) => `${who} corrected it.`,
  AcknowledgementWithdrawn: (who) => `${who} withdrew it.`,
  AcknowledgementMovedToChild: (who) => `${who} moved it to another child.`,
  AcknowledgementHandedOver: (who) => `${who} handed it over to another IRO.`,
  AcknowledgementImported: (who) => `${who} read it in from a register.`,
  ImportedAcknowledgementCorrected: (who) => `${who} corrected the row of the register.`,
  ImportedAcknowledgementWithdrawn: (who) => `${who} took its import back.`,
};

/** What somebody did with an acknowledgement, for a person whose page of it was open meanwhile. */
export const changesOfAnAcknowledgement: SaidOf = ({ type }, who) => SAID[type as AcknowledgementEvent['type']](who);
