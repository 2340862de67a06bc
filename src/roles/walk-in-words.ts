import { postCalled } from '../protocol/in-words.js';
import { placeInWords } from '../protocol/ladder.js';
import { type CouncilPost, isOutside } from '../protocol/own-posts.js';
import type { PostKind, Protocol, Stage } from '../protocol/protocol.js';
import { dryWalk, type Turn } from './dry-walk.js';

/** The dry walk, a line a stage: who may begin, answer, judge, send up and end there, and who is named and refused. */
export const walkInWords = (protocol: Protocol): string[] =>
  dryWalk(protocol).map(
    ({ stage, turns }) =>
      `${placeInWords(stage).replace(/^./, (first) => first.toUpperCase())}: ${turns
        .map((turn) => inWords(turn, turns, { ...protocol, seat: seatOfIro(stage, protocol) }))
        .filter(Boolean)
        .join('; ')}`,
  );

interface Walking {
  /** Posts of the council's own. */
  readonly posts?: readonly CouncilPost[];
  /** Who sits where the rules name the IRO, on the ladder of the stage. */
  readonly seat: string;
}

/** A conference chair does for a child under a child protection plan what the IRO does for a looked-after child. */
const seatOfIro = (stage: Stage, { raisers, populations, ladders = [] }: Protocol): string => {
  const children = ladders.find(({ code }) => code === stage.ladder)?.for.populations ?? populations;
  const hasChairs = raisers.includes('conference-chair') && children.includes('child-protection');
  const iro = postCalled('iro');
  if (!hasChairs) return iro;
  return children.length === 1 ? postCalled('conference-chair') : `${iro} or ${postCalled('conference-chair')}`;
};

const inWords = (turn: Turn, turns: readonly Turn[], { posts: own, seat }: Walking): string => {
  const { act, may, mayNot } = turn;
  if (MAY_BE_NOBODY.includes(act) && may.length + mayNot.length === 0) return '';
  if (act === 'let-up' && turns.some((other) => other.act === 'judged' && isSame(other, turn))) return '';
  // Rules that name the chair as well are said of each by itself.
  const isSeat = act !== 'raised' && !may.includes('conference-chair');
  const who = may.map((post) => (post === 'iro' && isSeat ? seat : inPlaceOf(post, own))).join(', ') || 'NOBODY';
  const refused = mayNot.map((post) => postCalled(post, own)).join(', ');
  return `${SAYS[act]} ${who}${act === 'continued' ? ', or whoever raised it' : ''}${refused === '' ? '' : ` (refused: ${refused})`}`;
};

const MAY_BE_NOBODY: readonly Turn['act'][] = ['sent', 'copied', 'told'];

/** Those who let it up are the judges unless the file says otherwise. */
const isSame = (one: Turn, other: Turn): boolean =>
  [...one.may, ...one.mayNot].sort().join() === [...other.may, ...other.mayNot].sort().join();

const inPlaceOf = (post: PostKind, own?: readonly CouncilPost[]): string =>
  isOutside(post) ? `${postCalled(post, own)} (entered for them by the IRO service)` : postCalled(post, own);

const SAYS: Readonly<Record<Turn['act'], string>> = {
  raised: 'raised by',
  entered: 'entered first by',
  sent: 'sent by',
  answered: 'answered by',
  reported: 'reported to',
  judged: 'judged by',
  'let-up': 'not accepted by',
  'sent-up': 'sent up by',
  continued: 'continued as a formal one by',
  ended: 'ended by',
  copied: 'copied to',
  told: 'told of it:',
};
