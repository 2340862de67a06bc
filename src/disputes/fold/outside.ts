import type { Instant, LocalDate } from '../../calendar/calendar.js';
import { addressedTo, isAskedOf, teamsAsked } from '../teams-asked.js';
import type { Addressee, ComplaintState, LinkOnRecord, MovedToChild } from '../events.js';
import { type DisputeState, isConversation, type Matter } from '../dispute.js';
import { withoutSeats } from './meetings.js';
import { onMatter } from './on-matter.js';

/*
 * Events outside the ladder: another agency, a complaint, and the child to whom the record is moved.
 */

/** The links of a dispute once a complaint among them stands otherwise. */
export const withComplaint = (
  links: readonly LinkOnRecord[],
  { complaint, state, on }: { readonly complaint: string; readonly state: ComplaintState; readonly on: LocalDate },
): LinkOnRecord[] =>
  links.map((link) =>
    link.kind === 'complaint' && link.to === complaint ? { ...link, complaint: { state, on } } : link,
  );

/** An agency replies to what it was last sent. */
export const withAgencyReply = (matter: Matter, repliedOn: LocalDate, repliedAt: Instant): Matter => ({
  ...matter,
  agencies: matter.agencies.map((each, index) =>
    index === matter.agencies.length - 1 ? { ...each, repliedOn, repliedAt } : each,
  ),
});

/** The right child's team takes the place of the wrong child's everywhere: a person who was asked about the wrong child reads it no more. */
export const movedToChild = (state: DisputeState, { from, to, answered }: MovedToChild): DisputeState => {
  if (isConversation(state)) return { ...state, subject: to, handedTo: null };
  if (state.status === 'imported') {
    const { children, team, iro } = to;
    return { ...state, facts: { ...state.facts, children, team, iro } };
  }
  const forTheRightTeam = (addressee: Addressee): Addressee => {
    if (addressee.team === null || isAskedOf(addressee, to)) return addressee;
    const { team: _team, alsoTeams: _alsoTeams, ...asked } = addressee;
    return { ...asked, ...addressedTo(teamsAsked(to)), person: undefined };
  };
  return onMatter(state, (matter) => {
    const { iro, ...about } = to;
    const { practiceOf } = matter.subject;
    return {
      ...matter,
      subject: practiceOf === undefined ? about : { ...about, practiceOf },
      heldBy: practiceOf === undefined ? iro : matter.heldBy,
      wasMoved: true,
      wasHandedOver: false,
      asked: matter.asked.map(forTheRightTeam),
      rounds: matter.rounds.map((round) => ({
        ...round,
        addressee: forTheRightTeam(round.addressee),
        ...(answered?.round === round.number
          ? { answeredAt: answered.at, extensionAsked: null, sendBackAsked: null }
          : {}),
        answers: round.answers.map((answer) => ({ ...answer, askedOf: forTheRightTeam(answer.askedOf) })),
      })),
      actions: matter.actions.map((action) => ({ ...action, askedOf: forTheRightTeam(action.askedOf) })),
      tabled: from.children.some((child) => !to.children.includes(child)) ? withoutSeats(matter.tabled) : matter.tabled,
    };
  });
};
