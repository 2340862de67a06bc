import { disputeAct } from '../dispute-act.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { refuse } from '../../../platform/decider.js';
import { clockMoved, deadlineOf } from '../../time/clock.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState, type Matter, type Round } from '../../dispute.js';
import type { Advice, DisputeEvent } from '../../events.js';
import type { PostKind } from '../../../protocol/protocol.js';
import { anyOfPosts } from '../../../protocol/posts-in-words.js';
import { grantersOf } from '../../granters.js';
import { mayRead } from '../../restriction.js';
import { advice, isAsked, isNamedIn, mustBeOpen, notYours, protocolOf, seatIn } from '../../rules.js';
import { timeAskedFor } from '../../time/more-time.js';

export interface GrantExtension {
  type: 'grant-extension';
  reason: string | null;
}

/**
 * The later date comes into force; the first one stays beside it, and timeliness is told against both.
 *
 * @throws Refusal `no-extension-asked`, `granting-not-yours`, `own-extension`, `already-late`, `over-total-cap`
 */
export const grantExtension = (act: GrantExtension, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  const round = currentRound(matter);
  const { askedFor } = mustBeAllowedToDecideExtension(matter, round, context);
  const adviceGiven = [...capAdvice(matter, askedFor, context), ...dayAdvice(askedFor, context)];
  return [
    { type: 'ExtensionGranted', data: { askedFor, reason: act.reason, adviceGiven } },
    clockMoved('extended', deadlineOf(round), askedFor),
  ];
};

/**
 * Granting and refusing belong to the same posts, and never to those who must answer, whoever of them asked. Once the date has passed
 * there is nothing to decide.
 */
export const mustBeAllowedToDecideExtension = (matter: Matter, round: Round, context: DisputeContext) => {
  const asked =
    round.extensionAsked ?? refuse('no-extension-asked', 'Nobody has asked for more time, or it is decided already.');
  const protocol = protocolOf(matter, context);
  const granters = grantersOf(protocol.extensions.grantedBy, (kind) => isHeldByAReader(kind, matter, round, context));
  if (!isNamedIn(granters, seatIn(matter, context))) {
    notYours('granting-not-yours', `More time is for ${anyOfPosts(granters, protocol)} to decide on. Ask them.`);
  }
  if (asked.by === context.actor.person || isAsked(matter, context)) {
    notYours(
      'own-extension',
      `This is asked for the answer that you owe, so somebody else decides it: ${anyOfPosts(granters, protocol)}.`,
    );
  }
  return (
    timeAskedFor(round, matter, context.now) ??
    refuse(
      'already-late',
      'The date has passed before anybody decided, so nothing is left to decide: late stays late, and no later date can make up for it.',
    )
  );
};

const isHeldByAReader = (kind: PostKind, matter: Matter, round: Round, { holdersOf }: DisputeContext): boolean => {
  const holders = holdersOf?.(
    { team: round.addressee.team ?? matter.subject.team, posts: [kind] },
    matter.subject.children,
  );
  return holders?.some((person) => matter.restrictedTo === null || mayRead(person, matter)) ?? true;
};

/** A person who asked was told so too; the one who gives the time hears what it comes to. */
const dayAdvice = (askedFor: LocalDate, { calendar }: DisputeContext): Advice[] =>
  calendar.isWorkingDay(askedFor)
    ? []
    : [
        advice(
          'not-a-working-day',
          'Nobody works on that day, so it gives no more time than the working day before it. Refuse it where another day is meant.',
        ),
      ];

/** Handbook 6.2: no more than 20 working days over the formal stages. The protocol says whether that warns or blocks. */
const capAdvice = (matter: Matter, askedFor: LocalDate, context: DisputeContext): Advice[] => {
  const cap = protocolOf(matter, context).totalCap;
  if (cap === null || (matter.kind === 'informal' && cap.stages === 'formal')) return [];
  const total = context.calendar.workingDaysBetween(matter.totalCap?.startedOn ?? matter.raisedOn, askedFor);
  if (total <= cap.amount) return [];
  if (cap.rule === 'block') {
    refuse('over-total-cap', `That makes ${total} working days in all; the protocol stops at ${cap.amount}.`);
  }
  return [
    advice('over-total-cap', `That makes ${total} working days in all; the guidance is no more than ${cap.amount}.`),
  ];
};

export const grantExtensionAct = disputeAct({
  type: 'grant-extension',
  decide: grantExtension,
  route: 'grant-extension',
  sample: (): GrantExtension => ({ type: 'grant-extension', reason: null }),
  events: {
    ExtensionGranted: {
      version: 1,
      sentence: ({ who, data, dated }) => `${who} gave more time${dated('until', data.askedFor)}.`,
    },
  },
});
