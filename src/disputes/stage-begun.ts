import { countedAs, ladderOf } from '../protocol/ladder.js';
import type { Stage } from '../protocol/protocol.js';
import type { StageBegun } from './events.js';

/**
 * A stage as the event says that begins it.
 *
 * @param level at which it begins; null where the protocol has none
 * @param reason why it begins there; null where it is where a dispute usually begins
 */
export const stageBegun = (stage: Stage, level: string | null, reason: string | null): StageBegun => ({
  ladder: ladderOf(stage),
  number: stage.number,
  code: stage.code,
  name: stage.name,
  countsAs: countedAs(stage),
  ...(level === null ? {} : { level }),
  reason,
});
