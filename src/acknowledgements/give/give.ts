import { notYours, refuse } from '../../platform/decider.js';
import { isPostKind } from '../../protocol/own-posts.js';
import { anyOfPosts } from '../../protocol/posts-in-words.js';
import type { PostKind, Protocol } from '../../protocol/protocol.js';
import { mustBeSentByTheIro } from '../../protocol/sent-by-the-iro.js';
import type { AcknowledgementContext } from '../context.js';
import type { AcknowledgementState } from '../state.js';
import type { AcknowledgementAct } from '../acts.js';
import type { Acknowledged, AcknowledgementEvent } from '../events.js';
import { mustBeWholeAcknowledgement, mustThankOthers } from '../rules.js';

type Give = Extract<AcknowledgementAct, { type: 'give' }>;

/**
 * Somebody did well, and it is written down where the child may read it one day.
 *
 * @throws Refusal `already-given`, `giving-not-yours`, `sent-by-the-iro`, `no-acknowledgements-here`, `theme-not-in-use`, `own-work`
 */
export const give = (
  act: Give,
  state: AcknowledgementState,
  context: AcknowledgementContext,
): AcknowledgementEvent[] => {
  const { protocol, version } = context.protocols.inForceOn(context.today);
  mustNotBeGivenYet(state);
  mustTakeGoodPractice(protocol);
  const giverRole = mustBeAGiver(protocol, context);
  mustBeWholeAcknowledgement(act.acknowledged, protocol, context.today);
  const giver = context.actor.actingFor ?? context.actor.person;
  mustThankOthers(act.acknowledged, giver);
  return [
    {
      type: 'PracticeAcknowledged',
      data: {
        reference: act.reference,
        givenOn: context.today,
        giverRole,
        giver,
        protocolVersion: version,
        acknowledged: act.acknowledged,
        adviceGiven: helpWithDifference(act.acknowledged),
      },
    },
  ];
};

const mustNotBeGivenYet = ({ status }: AcknowledgementState): void => {
  if (status !== 'not-given') refuse('already-given', 'Something stands under this reference already. Use a new one.');
};

const mustTakeGoodPractice = ({ kinds }: Protocol): void => {
  if (!kinds.includes('good-practice')) {
    refuse('no-acknowledgements-here', 'The protocol in force knows no acknowledgements of good practice.');
  }
};

/** Published totals tell givers apart by their role on the day, so the role is kept. Entered for an IRO, it counts as the IRO's. */
const mustBeAGiver = (protocol: Protocol, { actor, businessSupportSends }: AcknowledgementContext): PostKind => {
  mustBeSentByTheIro(actor, businessSupportSends);
  const entersForSomebody = actor.role === 'business-support' && actor.actingFor !== undefined;
  const giver = entersForSomebody ? 'iro' : actor.role;
  const role = isPostKind(giver) ? giver : undefined;
  return role !== undefined && protocol.acknowledgement.givers.includes(role)
    ? role
    : notYours(
        'giving-not-yours',
        `Acknowledgements are given by ${anyOfPosts(protocol.acknowledgement.givers, protocol)}. Tell the child’s IRO what you saw.`,
      );
};

const helpWithDifference = ({ differenceForChild }: Acknowledged) =>
  differenceForChild === null || differenceForChild.trim() === ''
    ? [
        {
          code: 'no-difference-for-child',
          message: 'Say what difference it made for the child.',
          pointer: '/differenceForChild',
        },
      ]
    : [];
