import { disputeAct, WORDS } from '../dispute-act.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent, Verdict } from '../../events.js';
import { isTheIro, mustBeRaised, mustNotBeVoided, mustSay, notYours } from '../../rules.js';

/** The IRO's own view, always recordable, whoever the judge is. */
export interface RecordIroView {
  type: 'record-iro-view';
  view: Verdict;
  reason: string;
}

/**
 * The IRO's own verdict stands beside the judge's, whoever the judge is and whatever has become of the dispute, unless it was voided: there is nothing then to have a view on.
 *
 * @throws Refusal `iro-only`, `voided`
 */
export const recordIroView = (act: RecordIroView, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustNotBeVoided(mustBeRaised(state));
  if (!isTheIro(matter, context)) notYours('iro-only', 'Only the IRO records the IRO’s view. You can add a note.');
  mustSay(act.reason, 'the reason for your view');
  return [{ type: 'IroViewRecorded', data: { view: act.view, reason: act.reason } }];
};

const VIEWS = {
  satisfied: 'satisfied',
  partly: 'partly satisfied',
  not: 'not satisfied',
} as const satisfies Record<Verdict, string>;

export const recordIroViewAct = disputeAct({
  type: 'record-iro-view',
  decide: recordIroView,
  route: 'record-iro-view',
  sample: (): RecordIroView => ({ type: 'record-iro-view', view: 'not', reason: WORDS }),
  events: {
    IroViewRecorded: {
      version: 1,
      sentence: ({ who, data }) => `${who} recorded the IRO’s own view${data.view ? `: ${VIEWS[data.view]}` : ''}.`,
    },
  },
});
