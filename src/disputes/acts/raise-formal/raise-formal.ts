import { disputeAct } from '../dispute-act.js';
import { adviceBeforeRaising } from '../raise/before-raising.js';
import type { Raising } from '../raise/raising.js';
import { refuse } from '../../../platform/decider.js';
import { atLevel, stageIn } from '../../../protocol/ladder.js';
import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import {
  adviceOnEntering,
  adviceOnOrder,
  ladderToRaiseOn,
  levelOf,
  mustBeAbleToRaise,
  mustBeARaiser,
  raised,
} from '../raise/raising.js';
import { seatOf } from '../../seats.js';

export interface RaiseFormal extends Raising {
  type: 'raise-formal';
  /** Stage number; 1 unless there is a reason. */
  stage: number;
  /** The reason why it begins above the first stage (Handbook 6.2: the IRO may bypass any stage). */
  stageReason: string | null;
}

/**
 * The staged, timed process (Handbook 6.2). It begins at the first stage, or with a reason at any higher one.
 *
 * @throws Refusal `no-such-stage`, `practice-not-covered`, `stage-reason-missing`, `entry-not-yours`, `earlier-stages-first`, and those of raising
 */
export const raiseFormal = (act: RaiseFormal, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const version = mustBeAbleToRaise(act, state, context);
  if (act.stage < 1)
    refuse('no-such-stage', 'The formal ladder begins at stage 1. To begin below it, raise informally.');
  const rung = stageIn(ladderToRaiseOn(act, version, context), act.stage, version.protocol);
  const stage = atLevel(rung, version.protocol, levelOf(act, version.protocol));
  mustBeARaiser(act, version.protocol, stage, context);
  mustSayWhyAboveTheFirst(act);
  const seat = seatOf(context.actor, act.subject.population, version.protocol);
  return raised(
    act,
    {
      version,
      stage,
      stageReason: act.stageReason,
      stageAdvice: [
        ...adviceBeforeRaising(act, state, version.protocol, context),
        ...(act.stage > 1
          ? [...adviceOnEntering(stage, seat, version.protocol), ...adviceOnOrder(stage, seat, [])]
          : []),
      ],
    },
    state,
    context,
  );
};

const mustSayWhyAboveTheFirst = ({ stage, stageReason }: RaiseFormal): void => {
  if (stage > 1 && (stageReason === null || stageReason.trim() === '')) {
    refuse(
      'stage-reason-missing',
      'Say why it begins above the first stage. Any stage may be bypassed, with a reason.',
    );
  }
};

export const raiseFormalAct = disputeAct({
  type: 'raise-formal',
  decide: raiseFormal,
  route: 'raise',
  events: {
    FormalDisputeRaised: {
      version: 1,
      sentence: ({ who, words, a, data, addressed }) =>
        `${who} raised ${a(words.formal)}${addressed(data.addressee?.posts)}.`,
    },
    AnswerDeadlineSet: {
      version: 1,
      sentence: ({ data, dated }) =>
        data.dueOn === null
          ? 'No date is set for an answer.'
          : `The date for an answer was set${dated('to', data.dueOn)}.`,
    },
    ReceiptDeadlineSet: {
      version: 1,
      sentence: ({ data, dated }) => `Receipt is to be acknowledged${dated('by', data.dueOn)}.`,
    },
    TotalCapSet: {
      version: 1,
      sentence: ({ words, data, dated }) =>
        `The limit over all ${words.stages} together was set${dated('to', data.dueOn)}.`,
    },
  },
});
