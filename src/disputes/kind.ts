import { countedAs } from '../protocol/ladder.js';
import type { Stage } from '../protocol/protocol.js';
import type { DisputeKind } from './events.js';

/** The kind under which a dispute is counted once it has come up to a stage: formal from the first stage on that counts as formal. */
export const kindAt = (stage: Pick<Stage, 'number' | 'countsAs'>): DisputeKind =>
  countedAs(stage) === 'formal' ? 'formal' : 'informal';
