import { postByName } from '../protocol/in-words.js';
import { placeInWords } from '../protocol/ladder.js';
import { isOutside } from '../protocol/own-posts.js';
import type { PostKind, Protocol } from '../protocol/protocol.js';
import { dryWalk, type Turn } from './dry-walk.js';

/** The dry walk, a line a stage: who may begin, answer, judge, send up and end there, and who is named and refused. */
export const walkInWords = (protocol: Protocol): string[] =>
  dryWalk(protocol).map(
    ({ stage, turns }) =>
      `${placeInWords(stage).replace(/^./, (first) => first.toUpperCase())}: ${turns.map(inWords).filter(Boolean).join('; ')}`,
  );

const inWords = ({ act, may, mayNot }: Turn): string => {
  if (act === 'copied' && may.length + mayNot.length === 0) return '';
  const who = may.map(inPlaceOf).join(', ') || 'NOBODY';
  return `${SAYS[act]} ${who}${mayNot.length === 0 ? '' : ` (refused: ${mayNot.map(postByName).join(', ')})`}`;
};

const inPlaceOf = (post: PostKind): string =>
  isOutside(post) ? `${postByName(post)} (entered for them by the IRO service)` : postByName(post);

const SAYS: Readonly<Record<Turn['act'], string>> = {
  raised: 'raised by',
  entered: 'entered first by',
  answered: 'answered by',
  judged: 'judged by',
  'sent-up': 'sent up by',
  ended: 'ended by',
  copied: 'copied to',
};
