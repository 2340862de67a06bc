import type { LocalDate } from '../../calendar/calendar.js';
import type { ProtocolBook } from '../../protocol/protocol.js';
import { type CouncilSays, saysOf, saysOn } from '../../protocol/words-now.js';
import { currentRound, type DisputeState, type Round } from '../dispute.js';

/** The council's words, by the protocol of the stage that runs and on its ladder, or else by the one in force. */
export const councilWords = (state: DisputeState, protocols: ProtocolBook, today: LocalDate): CouncilSays =>
  'matter' in state ? saysIn(currentRound(state.matter), protocols) : saysOn(protocols, today);

const saysIn = ({ protocolVersion, ladder }: Round, protocols: ProtocolBook): CouncilSays =>
  saysOf(protocols.version(protocolVersion).protocol, ladder);
