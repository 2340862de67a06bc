import { disputeAct, WORDS, ANOTHER } from '../dispute-act.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { refuse } from '../../../platform/decider.js';
import type { DisputeContext } from '../../context.js';
import { type DisputeState, holderOfConversation } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { anyOfPosts } from '../../../protocol/posts-in-words.js';
import { type Population, SENIOR_POSTS, SERVICE_POSTS } from '../../../protocol/protocol.js';
import { mustHoldAsAnIro } from '../../cafcass-route.js';
import { referralWithCafcass } from '../../referrals.js';
import { isByTheProgram, isTheIro, mustBeRaised, mustNotBeVoided, mustSay, notYours } from '../../rules.js';

export interface HandOver {
  type: 'hand-over';
  toIro: string;
  reason: string;
  /** The hand-over of a caseload of which it is a part, known to the program. */
  caseload?: string;
}

/**
 * The IRO leaves, or the child is reallocated: another IRO holds it. The person who raised it stays. So it is with a conversation from which
 * nothing was raised yet.
 *
 * @throws Refusal `handing-over-not-yours`, `same-iro`, `own-practice`, `iro-is-the-worker`, `looked-after-has-an-iro`
 */
export const handOver = (act: HandOver, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const { heldBy, children, population, writtenOn, practiceOf, isTheirs } = heldIn(state, context);
  mustSay(act.reason, 'why it is handed over');
  mustSay(act.toIro, 'to which IRO');
  // The access table lets leaders do so only while it has fallen to them.
  const isForThem = [...SERVICE_POSTS, ...SENIOR_POSTS].some((post) => post === context.actor.role);
  if (!isByTheProgram(context) && !isTheirs && !isForThem) {
    notYours(
      'handing-over-not-yours',
      `It is handed over by ${anyOfPosts(['iro', ...SERVICE_POSTS])}. You can add a note.`,
    );
  }
  if (act.toIro === heldBy) refuse('same-iro', 'That IRO holds it already.');
  if (act.toIro === practiceOf)
    refuse('own-practice', 'This is about that IRO’s own practice, so they never hold it. Name somebody else.');
  if (context.workersOf?.(children).includes(act.toIro) === true)
    refuse('iro-is-the-worker', 'A child’s own social worker does not review their case. Name another IRO.');
  // A dispute that follows a child goes where the child is, and the directory gives a looked-after child an IRO.
  if (!isByTheProgram(context)) mustHoldAsAnIro(act.toIro, { children, population, writtenOn }, context, '/toIro');
  const { toIro, reason, caseload } = act;
  return [
    {
      type: 'DisputeHandedOver',
      data: { fromIro: heldBy, toIro, reason, ...(caseload === undefined ? {} : { caseload }) },
    },
  ];
};

interface Held {
  readonly heldBy: string | null;
  readonly children: readonly string[];
  /** As written down when it was raised; null for a conversation. */
  readonly population: Population | null;
  readonly writtenOn: LocalDate | null;
  readonly practiceOf?: string;
  /** A person who acts sits where its IRO sits. */
  readonly isTheirs: boolean;
}

/** @throws Refusal where there is nothing that somebody holds */
const heldIn = (state: DisputeState, context: DisputeContext): Held => {
  if (state.status === 'discussed' && state.subject !== null) {
    const isTheirs = context.actor.role === 'iro' || context.actor.role === 'conference-chair';
    const { children } = state.subject;
    return {
      heldBy: holderOfConversation(state.subject, state),
      children,
      population: null,
      writtenOn: null,
      isTheirs,
    };
  }
  const raised = mustBeRaised(state);
  // Of one that was voided, Cafcass may have the referral still, and somebody in office must see to that.
  const matter = referralWithCafcass(raised.matter) === null ? mustNotBeVoided(raised) : raised.matter;
  const { children, population, practiceOf } = matter.subject;
  const status = { children, population, writtenOn: matter.raisedOn };
  const of = practiceOf === undefined ? status : { ...status, practiceOf };
  return { heldBy: matter.heldBy, ...of, isTheirs: isTheIro(matter, context) };
};

export const handOverAct = disputeAct({
  type: 'hand-over',
  decide: handOver,
  route: 'hand-over',
  sample: (): HandOver => ({ type: 'hand-over', toIro: ANOTHER, reason: WORDS }),
  events: {
    DisputeHandedOver: {
      version: 1,
      sentence: ({ who, words, data, person }) =>
        `${who} handed the ${words.dispute} over to ${person(data.toIro) ?? 'another IRO'}.`,
    },
  },
});
