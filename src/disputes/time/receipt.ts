import type { Instant } from '../../calendar/calendar.js';
import type { Addressee, AnswerGiven } from '../events.js';
import { isOfSeveralTeams, isSaidFor, type SaidForTeams, teamsAsked } from '../teams-asked.js';

/** As much of a round as says whom it has reached, as its history has it or the row of a read model. */
export interface RoundReceived {
  readonly addressee: Pick<Addressee, 'team' | 'alsoTeams'>;
  readonly answers: readonly SaidForTeams[];
  readonly receipts: readonly SaidForTeams[];
}

/**
 * The teams asked that have neither said that it has reached them nor answered: an answer says as much. Siblings of several teams are
 * asked about of each, and no team says it for another.
 */
export const teamsNotReached = ({ addressee, answers, receipts }: RoundReceived): (string | null)[] =>
  teamsAsked(addressee).filter((team) => ![...answers, ...receipts].some((said) => isSaidFor(said, team)));

/**
 * Adds to an answer, if several teams are asked, whether with it the round has reached all of them.
 * Adds nothing if one team is asked, since any answer then says so.
 */
export const receivedWith = (
  given: Pick<AnswerGiven, 'forTeams'>,
  round: RoundReceived,
): Pick<AnswerGiven, 'receivedByAll'> =>
  isOfSeveralTeams(round.addressee)
    ? { receivedByAll: teamsNotReached({ ...round, answers: [...round.answers, given] }).length === 0 }
    : {};

/** Since this answer the round has reached all who were asked. */
export const saysReceived = ({ forTeams, receivedByAll }: Pick<AnswerGiven, 'forTeams' | 'receivedByAll'>): boolean =>
  forTeams === undefined || receivedByAll === true;

/** The moment at which an answer first said that a round had reached all who were asked; null if none has. */
export const receivedByAnswer = (
  answers: readonly (Pick<AnswerGiven, 'forTeams' | 'receivedByAll'> & { readonly answeredAt: Instant })[],
): Instant | null => answers.find(saysReceived)?.answeredAt ?? null;
