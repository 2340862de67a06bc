import { isCaseRole } from '../access/case-roles.js';
import { allStages, placeInWords } from '../protocol/ladder.js';
import { kindOfPost } from '../protocol/own-posts.js';
import { type Population, POST_KINDS, type PostKind, type Protocol, type Stage } from '../protocol/protocol.js';
import { casesOpenedBy, type Opening } from './cases-opened.js';

/**
 * The rights that a protocol gives to posts from which cases are read and that the rules in force before do not: each act that a kind
 * of post may do by it, and each way in which a case is opened to one, in words. Empty if it gives nobody more.
 *
 * @param before the rules in force on the day from which it is to be; undefined if there are none
 */
export const givesMore = (protocol: Protocol, before: Protocol | undefined): string[] => {
  const acts = new Set(before === undefined ? [] : actsUnder(before));
  const openings = new Map(before === undefined ? [] : casesOpenedBy(before).map((each) => [each.way, each]));
  return [
    ...actsUnder(protocol).filter((act) => !acts.has(act)),
    ...casesOpenedBy(protocol)
      .filter((opening) => isMore(opening, openings.get(opening.way)))
      .map(({ words }) => words),
  ];
};

/** A way that there was not, or one that opens cases sooner than it did. */
const isMore = ({ after }: Opening, before: Opening | undefined): boolean =>
  before === undefined || (after !== null && before.after !== null && after < before.after);

const actsUnder = (protocol: Protocol): string[] => [
  ...by('raised by', protocol.raisers),
  ...(protocol.ladders ?? []).flatMap((ladder) => by(`raised on ${ladder.code} by`, ladder.for.raisers ?? [])),
  ...by('acknowledgements given by', protocol.acknowledgement.givers),
  ...withARoute(protocol).flatMap((population) => by(`${population}: referred to Cafcass by`, protocol.cafcass.by)),
  ...(protocol.extensions.allowed ? by('more time given by', protocol.extensions.grantedBy) : []),
  ...(protocol.pauses.allowed ? by('clock paused by', protocol.pauses.by) : []),
  ...by('recommendations answered by', protocol.recommendations?.answeredBy ?? []),
  ...allStages(protocol).flatMap((stage) => ofStage(stage, protocol)),
];

/** The Cafcass route exists for looked-after children, whatever a protocol says (Children Act 1989 s25B(3)). */
const withARoute = ({ cafcass }: Protocol): Population[] => [...new Set([LOOKED_AFTER, ...cafcass.populations])];

const LOOKED_AFTER: Population = 'looked-after';

const ofStage = (stage: Stage, { posts = [] }: Protocol): string[] => {
  const at = (what: string, posts: readonly PostKind[]): string[] => by(`${placeInWords(stage)}: ${what}`, posts);
  // A stage that names nobody may be entered from any post.
  const entering = stage.entry.by.length === 0 ? [...POST_KINDS, ...posts.map(kindOfPost)] : stage.entry.by;
  return [
    ...at('answered by', stage.addressees),
    ...at('copied to', stage.copyTo),
    ...at('told', stage.notifyOnly),
    ...at('sent by', stage.sentBy),
    ...at('judged by', stage.judges),
    ...at('let up by', stage.escalationJudges),
    ...at('taken up by', stage.escalatedBy),
    ...at('taken up after silence by', stage.silenceIsNotAccepted ? stage.escalatedBy : []),
    ...at('entered by', entering),
    ...at('entered before the earlier stages by', stage.entry.rule === 'after-all-earlier' ? [] : entering),
  ];
};

const by = (what: string, posts: readonly PostKind[]): string[] =>
  [...new Set(posts)].filter(isCaseRole).map((post) => `${what} ${post}`);
