import { countedAs } from '../protocol/ladder.js';
import type { Stage } from '../protocol/protocol.js';
import type { DisputeKind } from './events.js';

/** What a dispute is counted as that has come up to a stage: formal from the first one on that counts as formal. */
export const kindAt = (stage: Pick<Stage, 'number' | 'countsAs'>): DisputeKind =>
  countedAs(stage) === 'formal' ? 'formal' : 'informal';
