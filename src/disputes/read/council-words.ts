import type { LocalDate } from '../../calendar/calendar.js';
import { Refusal } from '../../platform/decider.js';
import { PLAIN_WORDS } from '../../protocol/plain-words.js';
import type { ProtocolBook, Words } from '../../protocol/protocol.js';
import { currentRound, type DisputeState } from '../dispute.js';

/** What the council calls things, by the protocol of the stage that runs, or else by the one in force. */
export const councilWords = (state: DisputeState, protocols: ProtocolBook, today: LocalDate): Words => {
  if ('matter' in state) return protocols.version(currentRound(state.matter).protocolVersion).protocol.words;
  try {
    return protocols.inForceOn(today).protocol.words;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return PLAIN_WORDS;
  }
};
