import type { Instant } from '../../calendar/calendar.js';
import { currentRound, type DisputeState, type Ending } from '../dispute.js';
import { lookedAgain } from './meetings.js';
import { closingRound, withNextRound } from './rounds.js';

/*
 * How a dispute ends, and how it is opened again.
 */

export const ended = (state: DisputeState, ending: Ending, now: Instant): DisputeState =>
  'matter' in state
    ? { status: 'ended', ending, matter: lookedAgain(closingRound(state.matter, now), null, now) }
    : state;

export const reopened = (state: DisputeState, now: Instant): DisputeState => {
  if (!('matter' in state)) return state;
  const round = currentRound(state.matter);
  const { addressee, protocolVersion } = round;
  const matter = withNextRound(state.matter, round, addressee, protocolVersion, now);
  return { status: 'open', matter: { ...matter, iroViewOnRecord: null } };
};
