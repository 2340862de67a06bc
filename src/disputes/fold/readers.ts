import { currentRound, type DisputeState, type Emergency, type Matter } from '../dispute.js';
import { onMatter } from './on-matter.js';
import { replacingRound } from './rounds.js';

/*
 * Who may read a restricted dispute, and who looked at it in an emergency.
 */

/** Of a row of a register too: it can be restricted before anybody takes it on. */
export const withReaders = (
  state: DisputeState,
  restrictedTo: readonly string[] | null,
  answeredBy: string | undefined,
): DisputeState =>
  state.status === 'imported'
    ? { ...state, restrictedTo }
    : onMatter(state, (matter) => {
        const round = currentRound(matter);
        const addressee = { ...round.addressee, person: answeredBy };
        const readBy = { ...replacingRound(matter, round.number, { ...round, addressee }), restrictedTo };
        return restrictedTo === null ? readBy : withoutRequests(readBy);
      });

/** Who reads it is settled by a list, or nothing is left to read: a request that nobody has answered ends by that. */
export const withoutRequests = (matter: Matter): Matter => ({ ...matter, requestsToRead: [] });

/** The latest answer counts, so it takes the place of what was asked and answered before. */
export const withoutReader = (matter: Matter, person: string): Matter => ({
  ...matter,
  requestsToRead: matter.requestsToRead.filter((each) => each.person !== person),
  letRead: matter.letRead.filter((each) => each.person !== person),
});

export const withEmergency = (state: DisputeState, emergency: Emergency): DisputeState =>
  state.status === 'imported'
    ? { ...state, emergencies: [...state.emergencies, emergency] }
    : onMatter(state, (matter) => ({ ...matter, emergencies: [...matter.emergencies, emergency] }));
