import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState, isConversation, type Matter } from '../../dispute.js';
import type { DisputeEvent, MovedToChild, Subject } from '../../events.js';
import { referralWithCafcass } from '../../referrals.js';
import { mustBeOfTheService, mustBeRaised, mustNotBeVoided, mustSay } from '../../rules.js';
import { isSaidFor, teamsAsked } from '../../teams-asked.js';
import { latest } from '../../time/late.js';
import { afterThese, isAnswered, stageOfRound, standingOf, stillToAnswer } from '../../time/standing.js';
import { ANOTHER, disputeAct, WORDS } from '../dispute-act.js';
import { routeOf } from '../refer-to-cafcass/refer-to-cafcass.js';

export interface MoveToChild {
  type: 'move-to-child';
  /** The right children, with their IRO and, as on the day it was raised, their team. */
  to: Subject;
  reason: string;
}

/**
 * It was written down for another child than it is about. From now on it is the right child's, as if it had been from the start: the
 * team it is counted under, who holds it, who is asked. The wrong child's history has it no more, and a person who knew of it as that
 * child's reads it no more. A conversation that led to no dispute is moved in the same way.
 *
 * @throws Refusal `same-child`, `service-only`, `with-cafcass-for-them`
 */
export const moveToChild = (
  { to, reason }: MoveToChild,
  state: DisputeState,
  context: DisputeContext,
): DisputeEvent[] => {
  const from = wrongSubject(state, context);
  mustSay(reason, 'how it came to be written down for another child');
  if (from.children.toSorted().join(' ') === to.children.toSorted().join(' '))
    refuse('same-child', 'It is about these children already. Check the record numbers.');
  mustLeaveNoReferral(from.children, to.children, state, context);
  const moved = { from, to, reason };
  return [{ type: 'DisputeMovedToChild', data: { ...moved, ...answeredBy(moved, state, context) } }];
};

/**
 * The route to Cafcass is a child's own (Children Act 1989, s25B(3)): while Cafcass has a referral that the IRO of one of several children
 * sent, that child stays in the dispute, or the referral would stand as one of the others. Of several children of that IRO one for whom the
 * route is open stays.
 */
const mustLeaveNoReferral = (
  from: readonly string[],
  to: readonly string[],
  state: DisputeState,
  context: DisputeContext,
): void => {
  const matter = 'matter' in state ? state.matter : null;
  const referral = matter && referralWithCafcass(matter);
  const staying = from.filter((child) => to.includes(child));
  if (!matter || !referral || staying.length === 0 || context.childrenToday === undefined) return;
  const ofTheReferrer = context
    .childrenToday(from)
    .filter(({ iro }) => iro === referral.by)
    .map(({ child }) => child);
  // From another post it was sent for all of them.
  const sentFor = ofTheReferrer.length > 0 ? ofTheReferrer : from;
  const stay = sentFor.filter((child) => staying.includes(child));
  const leave = sentFor.filter((child) => !staying.includes(child));
  if (
    leave.length > 0 &&
    (stay.length === 0 || (haveTheRoute(leave, matter, context) && !haveTheRoute(stay, matter, context)))
  )
    refuse(
      'with-cafcass-for-them',
      'Cafcass has a referral that was sent for a child whom you take out. Record what Cafcass replies, withdraw the referral, or take it back if it is a mistake; then move the dispute.',
    );
};

const haveTheRoute = (children: readonly string[], matter: Matter, context: DisputeContext): boolean =>
  OPEN.includes(routeOf(children, matter, context));

const OPEN: readonly ReturnType<typeof routeOf>[] = ['today', 'when-raised'];

/** Of siblings the one is taken out whose team had not answered: what the teams of the others answered is then the whole answer. */
const answeredBy = (
  moved: MovedToChild,
  state: DisputeState,
  context: DisputeContext,
): Pick<MovedToChild, 'answered'> => {
  const after = afterThese([{ type: 'DisputeMovedToChild', data: moved }], state, context);
  if (after.status !== 'open') return {};
  const round = currentRound(after.matter);
  if (isAnswered(round) || round.answers.length === 0) return {};
  if (stillToAnswer(round, stageOfRound(round, context.protocols)).length > 0) return {};
  const asked = teamsAsked(round.addressee);
  const at = latest(
    ...round.answers
      .filter((answer) => asked.some((team) => isSaidFor(answer, team)))
      .map(({ answeredAt }) => answeredAt),
  )!;
  const answered = { round: round.number, at };
  const whole = afterThese(
    [{ type: 'DisputeMovedToChild', data: { ...moved, answered: { ...answered, standing: 'awaiting-judgement' } } }],
    state,
    context,
  );
  return whole.status === 'open'
    ? { answered: { ...answered, standing: standingOf(whole.matter, context.protocols) } }
    : {};
};

const wrongSubject = (state: DisputeState, context: DisputeContext): MovedToChild['from'] => {
  if (isConversation(state) && state.subject !== null) {
    const { children, team } = state.subject;
    return { children, team };
  }
  if (state.status === 'imported') return { children: state.facts.children, team: state.facts.team };
  const matter = mustNotBeVoided(mustBeRaised(state));
  mustBeOfTheService(matter, context);
  const { children, team } = matter.subject;
  return { children, team };
};

export const moveToChildAct = disputeAct({
  type: 'move-to-child',
  decide: moveToChild,
  route: 'move-to-child',
  sample: (): MoveToChild => ({
    type: 'move-to-child',
    to: { children: [ANOTHER], population: 'looked-after', iro: ANOTHER, team: ANOTHER },
    reason: WORDS,
  }),
  events: {
    DisputeMovedToChild: {
      version: 1,
      sentence: ({ who, words }) => `${who} moved the ${words.dispute} here: it was written down for another child.`,
    },
  },
});
