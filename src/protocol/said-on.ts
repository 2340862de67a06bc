import { inCouncilWords } from './council-words.js';
import { type CouncilSays, onLadder } from './words-now.js';

/** Puts what a row says in the words of its ladder; of a row about none, all is said with the rest of what is printed. */
export const saidOn =
  (ladder: string | null, says: CouncilSays) =>
  (text: string): string =>
    ladder === null ? text : inCouncilWords(text, onLadder(says, ladder).words, says.kept);
