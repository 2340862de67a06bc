import type { TakenOnDto } from '../../disputes/acts/take-on/take-on.dto.js';
import { referenceShown } from '../../protocol/council-words.js';
import type { Words } from '../../protocol/protocol.js';

/** The outcome for each, in a sentence or two. */
export const takenOnInWords = ({ takenOn, refused }: TakenOnDto, words: Words): string =>
  [
    ...(takenOn.length === 0 ? [] : [`Taken on: ${takenOn.length}.`]),
    ...refused.map(({ reference, detail }) => `${referenceShown(reference, words)} was not taken on: ${detail}`),
  ].join(' ');
