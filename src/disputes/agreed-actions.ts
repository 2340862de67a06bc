import type { Matter } from './dispute.js';
import type { ActionAgreed, Addressee, AnswerGiven, DisputeEvent, OfferedBy, WantedAction } from './events.js';
import { addressedTo } from './teams-asked.js';
import type { Stage } from '../protocol/protocol.js';

/** The number of the last action that the dispute has. */
const lastNumber = ({ actions }: Pick<Matter, 'actions'>): number =>
  Math.max(0, ...actions.map(({ actionId }) => Number(actionId.slice(1))));

/** Actions that become owed, numbered on from those the dispute has. */
export const agreedInOrder = (
  matter: Matter,
  actions: readonly (WantedAction & Pick<ActionAgreed, 'offered' | 'offeredBy'>)[],
  agreedIn?: NonNullable<ActionAgreed['agreedIn']>,
): Extract<DisputeEvent, { type: 'ActionAgreed' }>[] =>
  actions.map(({ what, who, person, by, offered, offeredBy }, index) => ({
    type: 'ActionAgreed',
    data: {
      action: {
        actionId: `A${lastNumber(matter) + index + 1}`,
        what,
        who,
        ...(person === undefined ? {} : { person }),
        by,
        ...(offered === undefined ? {} : { offered }),
        ...(offeredBy === undefined ? {} : { offeredBy }),
        ...(agreedIn === undefined ? {} : { agreedIn }),
      },
    },
  }));

/** Whose answer it is: of a stage that needs the answer of each post, the one that gave it; of several teams those for which it was given. */
export const offeredBy = (
  { role, forTeams }: Pick<AnswerGiven, 'role' | 'forTeams'>,
  { answeredBy }: Pick<Stage, 'answeredBy'>,
): OfferedBy | undefined => {
  const isOneOfSeveral = answeredBy === 'all';
  if (!isOneOfSeveral && forTeams === undefined) return undefined;
  return { ...(isOneOfSeveral ? { role } : {}), ...(forTeams === undefined ? {} : { forTeams }) };
};

/** Of those who were asked in a round, the ones whose answer offered an action: nobody owes what another offered. */
export const offeringAmong = (asked: Addressee, by: OfferedBy | undefined): Addressee => {
  if (by === undefined) return asked;
  const { team, alsoTeams, ...others } = asked;
  return {
    ...(by.forTeams === undefined
      ? { team, ...(alsoTeams === undefined ? {} : { alsoTeams }) }
      : addressedTo(by.forTeams)),
    ...others,
    ...(by.role === undefined ? {} : { posts: [by.role] }),
  };
};
