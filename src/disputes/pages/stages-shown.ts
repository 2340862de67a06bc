import type { Stage } from '../../protocol/protocol.js';
import type { RoundDto } from '../read/dispute.dto.js';

/** A stage of the ladder that a dispute is on, in the line above its page. */
export interface StageShown {
  readonly number: number;
  readonly name: string;
  readonly isNow: boolean;
  readonly state: 'now' | 'ended here' | 'passed' | '';
}

/** Stages that it passed on another ladder, before its level was changed, are not stages of this one. */
export const stagesShown = ({ dispute, stages }: DisputeAsShown): StageShown[] => {
  const { stage: now = 0, ladder } = dispute.rounds.at(-1) ?? {};
  const passed = new Set(dispute.rounds.filter((round) => round.ladder === ladder).map(({ stage }) => stage));
  if (now === 0) return [];
  const stateOf = (number: number): StageShown['state'] => {
    if (number === now) return dispute.status === 'open' ? 'now' : 'ended here';
    return passed.has(number) ? 'passed' : '';
  };
  return stages.map(({ number, name }) => ({
    number,
    name,
    isNow: number === now && dispute.status === 'open',
    state: stateOf(number),
  }));
};

interface DisputeAsShown {
  /** Of the ladder that it is on. */
  readonly stages: readonly Pick<Stage, 'number' | 'name'>[];
  readonly dispute: { readonly status: string; readonly rounds: readonly Pick<RoundDto, 'ladder' | 'stage'>[] };
}
