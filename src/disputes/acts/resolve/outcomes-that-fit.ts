import type { DisputeDto } from '../../read/dispute.dto.js';
import type { ResolutionOutcome } from '../../events.js';

/**
 * The outcomes that can be true of a dispute: with actions for afterwards only while an agreed action is not done, in part only where
 * somebody was satisfied in part. The rule of the act refuses the others.
 */
export const outcomesThatFit = ({
  actions,
  rounds,
  iroView,
}: Pick<DisputeDto, 'actions' | 'rounds' | 'iroView'>): ResolutionOutcome[] => {
  const isInPart =
    iroView === 'partly' || rounds.some(({ verdicts }) => verdicts.some(({ verdict }) => verdict === 'partly'));
  return [
    actions.some(({ doneOn }) => doneOn === null) ? 'RES-ACT' : 'RES-FULL',
    ...(isInPart ? (['RES-PART'] as const) : []),
  ];
};
