import type { LocalDate } from '../../calendar/calendar.js';
import type { ActionAgreed } from '../events.js';
import { offeringAmong } from '../agreed-actions.js';
import { type AgreedAction, currentRound, type DisputeState, type Matter } from '../dispute.js';
import { onMatter } from './on-matter.js';

/*
 * The actions that were agreed.
 */

const offeredIn = (matter: Matter, { agreedIn, offeredBy }: ActionAgreed): Pick<AgreedAction, 'round' | 'askedOf'> => {
  const running = currentRound(matter);
  if (agreedIn !== undefined) return { round: null, askedOf: running.addressee };
  const { number, addressee } = matter.rounds[(matter.lastJudged ?? running.number) - 1] ?? running;
  return { round: number, askedOf: offeringAmong(addressee, offeredBy) };
};

export const withAction = (matter: Matter, action: ActionAgreed, agreedOn: LocalDate): Matter => ({
  ...matter,
  actions: [
    ...matter.actions,
    {
      ...action,
      ...offeredIn(matter, action),
      agreedOn,
      doneOn: null,
      recordedAt: null,
      confirmedInTime: false,
      passed: false,
    },
  ],
});

/** Agreed by a word that its judge has overturned. */
export const withoutActions = (matter: Matter, withdrawn: readonly string[]): Matter => ({
  ...matter,
  actions: matter.actions.filter(({ actionId }) => !withdrawn.includes(actionId)),
});

export const onAction = (
  state: DisputeState,
  actionId: string,
  change: (action: AgreedAction) => AgreedAction,
): DisputeState =>
  onMatter(state, (matter) => ({
    ...matter,
    actions: matter.actions.map((action) => (action.actionId === actionId ? change(action) : action)),
  }));
