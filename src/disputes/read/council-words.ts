import type { LocalDate } from '../../calendar/calendar.js';
import type { ProtocolBook } from '../../protocol/protocol.js';
import { type CouncilSays, saysOf, saysOn } from '../../protocol/words-now.js';
import { currentRound, type DisputeState } from '../dispute.js';

/** What the council calls things, by the protocol of the stage that runs, or else by the one in force. */
export const councilWords = (state: DisputeState, protocols: ProtocolBook, today: LocalDate): CouncilSays =>
  'matter' in state
    ? saysOf(protocols.version(currentRound(state.matter).protocolVersion).protocol)
    : saysOn(protocols, today);
