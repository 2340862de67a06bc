import type { DisputeContext } from '../../disputes/context.js';
import type { DisputeState } from '../../disputes/dispute.js';
import type { Advice } from '../../disputes/events.js';
import { advice, currentStage, protocolOf } from '../../disputes/rules.js';
import type { MeetingKind } from '../events.js';

interface CaseAdded {
  readonly state: DisputeState;
  /** The words with which it was put on the agenda; null where there are none. */
  readonly note: string | null;
  /** Its place among what was put on. */
  readonly index: number;
}

/**
 * A challenge meeting looks at what has reached the stage that the protocol names. People may put another case on its agenda, and say why:
 * that is their word, so it is advice and no refusal.
 */
export const adviceOnStage = (
  { state, note, index }: CaseAdded,
  kind: MeetingKind,
  context: Pick<DisputeContext, 'protocols'>,
): Advice[] => {
  if (kind !== 'challenge' || state.status !== 'open' || (note !== null && note.trim() !== '')) return [];
  const from = protocolOf(state.matter, context).challengeFromStage ?? null;
  if (from === null || currentStage(state.matter, context).number >= from) return [];
  return [
    advice(
      'below-the-stage-of-the-meeting',
      `The protocol has this meeting look at what has reached stage ${from}, and this has not. Put it on with a note that says why, or take it off.`,
      `/items/${index}/note`,
    ),
  ];
};
