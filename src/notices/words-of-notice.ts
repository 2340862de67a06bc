import { MAIN_PREFIX } from '../platform/ids.js';
import type { ReadModels } from '../platform/projections/projection.js';
import type { Words } from '../protocol/protocol.js';
import { type CouncilSays, onLadder } from '../protocol/words-now.js';
import type { NoticeLine } from './events.js';

/** The words in which a notice is said. */
export type WordsOf = (about: Pick<NoticeLine, 'about'>) => Words;

/** Of a dispute those of the ladder that it is on, so that a notice has one word for a stage as it has one for the dispute. */
export const wordsOfNotices =
  (says: CouncilSays, readModels: Pick<ReadModels, 'get'>): WordsOf =>
  ({ about }) => {
    if (says.ladders.length === 0 || !about.startsWith(`${MAIN_PREFIX}-`)) return says.words;
    const row = readModels.get<{ ladder: string }>('SELECT ladder FROM dispute_register WHERE reference = ?', [about]);
    return row === undefined ? says.words : onLadder(says, row.ladder).words;
  };
