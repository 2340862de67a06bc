import { disputeAct, WORDS } from '../dispute-act.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { advocateOfferMustBeSound, invalid, mustTakePartInAsking, mustBeRaised, mustNotBeVoided } from '../../rules.js';

export interface RecordChildView {
  type: 'record-child-view';
  view: string | null;
  told: boolean | null;
  /** Left out where no day is said. */
  toldOn?: LocalDate;
  advocateOffered: boolean | null;
  advocateOfferedOn: LocalDate | null;
}

/**
 * Records the child's view, whether they were told, whether an advocate was offered. It is never a condition: the IRO acts
 * in the child's interests even if the child does not want it (Handbook 6.4).
 *
 * @throws Refusal `child-view-empty`, `advocate-date-alone`, `told-date-alone`
 */
export const recordChildView = (act: RecordChildView, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustNotBeVoided(mustBeRaised(state));
  mustTakePartInAsking(matter, context);
  const { type: _type, ...said } = act;
  const { view, told, advocateOffered } = said;
  if ((view === null || view.trim() === '') && told === null && advocateOffered === null) {
    invalid('child-view-empty', 'Record the child’s view, whether they were told, or whether an advocate was offered.');
  }
  advocateOfferMustBeSound(act, context.today);
  return [{ type: 'ChildViewRecorded', data: said }];
};

export const recordChildViewAct = disputeAct({
  type: 'record-child-view',
  decide: recordChildView,
  route: 'record-child-view',
  sample: (): RecordChildView => ({
    type: 'record-child-view',
    view: WORDS,
    told: null,
    advocateOffered: null,
    advocateOfferedOn: null,
  }),
  events: {
    ChildViewRecorded: {
      version: 1,
      sentence: ({ who, data }) =>
        data.view === null
          ? `${who} recorded whether the child was told and offered an advocate.`
          : `${who} recorded the child’s view.`,
    },
  },
});
