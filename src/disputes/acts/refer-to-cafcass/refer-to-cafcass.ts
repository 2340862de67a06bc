import { disputeAct, WORDS } from '../dispute-act.js';
import { refuse } from '../../../platform/decider.js';
import type { Population } from '../../../protocol/protocol.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState, Matter } from '../../dispute.js';
import type { DisputeEvent, ReferredToCafcass } from '../../events.js';
import { cafcassRoute } from '../../cafcass-route.js';
import { isHeldByAnother } from '../../handed-over.js';
import { referralWithCafcass } from '../../referrals.js';
import { mustBeRaised, mustNotBeInFuture, mustNotBeVoided, mustSay, notYours, protocolOf } from '../../rules.js';

export interface ReferToCafcass extends Omit<ReferredToCafcass, 'lookedAfterWhenRaised'> {
  type: 'refer-to-cafcass';
}

/**
 * The IRO may refer the case of a looked-after child to Cafcass at any point (Children Act 1989 s25B(3)), before, beside or after
 * the ladder, which keeps running. No protocol and no state of the dispute can forbid it, nor what was once written down about the
 * child: a child who was looked after when it was raised, or is today, has the route. While Cafcass has one referral there is no second
 * one: nobody could say which of them a reply is about, or which is withdrawn. If the child is looked after no more, the record says
 * what keeps the route open. What was voided was never a dispute: the one that counts is referred, or a new one.
 *
 * An IRO who does not hold it refers for a child of their own, as long as that child is looked after: after that the holder does.
 *
 * @throws Refusal `over-18`, `no-cafcass-route`, `referring-not-yours`, `with-cafcass-already`, `voided`, `left-care-before`
 */
export const referToCafcass = (act: ReferToCafcass, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustNotBeVoided(mustBeRaised(state));
  const lookedAfterWhenRaised = mustHaveTheRoute(matter, context) === 'when-raised';
  mustBeAReferrer(matter, context);
  mustHaveAChildInIt(matter, context);
  mustNotBeWithCafcass(matter, context);
  mustSay(act.grounds, 'the grounds of the referral');
  mustNotBeInFuture(act.sentOn, context.today, 'The day it was sent');
  const { grounds, legalAdviceTaken, told, sentOn } = act;
  return [
    {
      type: 'ReferredToCafcass',
      data: { grounds, legalAdviceTaken, told, sentOn, ...(lookedAfterWhenRaised && { lookedAfterWhenRaised }) },
    },
  ];
};

/** Nor by a referral of the informal dispute that it continues, or of the formal one that continues it: they are one matter. */
const mustNotBeWithCafcass = (matter: Matter, { referralsBeside }: DisputeContext): void => {
  const beside = referralsBeside?.(matter.reference) ?? [];
  const found = [{ reference: matter.reference, referrals: matter.referrals }, ...beside]
    .map(({ reference, referrals }) => ({ reference, referral: referralWithCafcass({ referrals }) }))
    .find(({ referral }) => referral !== null);
  if (found === undefined) return;
  const { reference, referral } = found;
  const where = reference === matter.reference ? '' : `, which is on record in ${reference}`;
  refuse(
    'with-cafcass-already',
    `Cafcass has the referral that was sent on ${referral!.sentOn}${where}. Send what is new to Cafcass under that one and add a note. To refer again, first record how Cafcass ended it, or that it is withdrawn.`,
  );
};

/** The IRO always; others as the protocol says; never a chair, who has no such route. @throws Refusal `referring-not-yours` (not-yours) */
export const mustBeAReferrer = (matter: Matter, context: DisputeContext): void => {
  const { role } = context.actor;
  const named = protocolOf(matter, context).cafcass.by.some((post) => post === role && post !== 'conference-chair');
  if (role !== 'iro' && !named) {
    notYours('referring-not-yours', 'Only the child’s IRO refers to Cafcass. Speak to the IRO.');
  }
};

/** @throws Refusal `referring-not-yours` (not-yours) where another IRO holds it and no child in it is in care and theirs */
const mustHaveAChildInIt = (matter: Matter, context: DisputeContext): void => {
  const { actor, childrenToday } = context;
  if (actor.role !== 'iro' || childrenToday === undefined || !isHeldByAnother(matter, context)) return;
  const theirs = childrenToday(matter.subject.children)
    .filter(({ iro }) => iro === (actor.actingFor ?? actor.person))
    .map(({ child }) => child);
  if (theirs.length === 0 || routeOf(theirs, matter, context) !== 'today')
    notYours('referring-not-yours', 'No child in this is yours and in care, so the IRO who holds it refers.');
};

/** Whether the route is open for some of the children of a dispute, under the protocol of the stage that runs. */
export const routeOf = (
  children: readonly string[],
  matter: Matter,
  context: DisputeContext,
): ReturnType<typeof cafcassRoute> => {
  const withRoute: readonly Population[] = ['looked-after', ...protocolOf(matter, context).cafcass.populations];
  const { population } = matter.subject;
  return cafcassRoute({ children, population, writtenOn: matter.raisedOn }, withRoute, context);
};

/** The person who asks hears the true reason. A wrong status that was written down is put right by acts/correct-population. */
export const mustHaveTheRoute = (matter: Matter, context: DisputeContext): 'today' | 'when-raised' => {
  const { children, population } = matter.subject;
  const route = routeOf(children, matter, context);
  switch (route) {
    case 'over-18':
      return refuse(
        'over-18',
        'The young person is 18, and the Cafcass route ends with the IRO’s part in their life. Take it up the ladder, or continue it as a leaving-care matter.',
      );
    case 'left-care-before':
      return refuse(
        'left-care-before',
        'By the record the child had left care when this was raised, and the Cafcass route is for looked-after children only. Correct the record if that is wrong, or take it up the ladder.',
      );
    case 'none':
      return refuse(
        'no-cafcass-route',
        `The Cafcass route is for looked-after children only, and this is written down as about a ${IN_WORDS[population]}. Correct that if it is wrong, or take it up the ladder.`,
      );
    default:
      return route;
  }
};

const IN_WORDS = {
  'looked-after': 'looked-after child',
  'child-protection': 'child under a child protection plan',
  'child-in-need': 'child in need',
  'care-leaver': 'care leaver',
} as const satisfies Record<Population, string>;

const LOOKED_AFTER_THEN = ', as the child was looked after when it was raised';

export const referToCafcassAct = disputeAct({
  type: 'refer-to-cafcass',
  decide: referToCafcass,
  route: 'refer-to-cafcass',
  sample: ({ today }): ReferToCafcass => ({
    type: 'refer-to-cafcass',
    grounds: WORDS,
    legalAdviceTaken: false,
    told: [],
    sentOn: today,
  }),
  events: {
    ReferredToCafcass: {
      version: 1,
      sentence: ({ who, data, dated }) =>
        `${who} referred the case to Cafcass${dated('on', data.sentOn)}${data.lookedAfterWhenRaised ? LOOKED_AFTER_THEN : ''}.`,
    },
  },
});
