import { isCaseRole } from '../access/case-roles.js';
import { allStages } from '../protocol/ladder.js';
import type { PostKind, Protocol, Stage } from '../protocol/protocol.js';

/**
 * What a protocol gives to posts from which cases are read that the rules in force before it do not give them: each thing that a kind
 * of post may do or gets to see by it, in words. Empty where it gives nobody more.
 *
 * @param before the rules in force on the day from which it is to be; undefined where there are none
 */
export const givesMore = (protocol: Protocol, before: Protocol | undefined): string[] => {
  const known = new Set(before === undefined ? [] : gifts(before));
  return gifts(protocol).filter((gift) => !known.has(gift));
};

const gifts = (protocol: Protocol): string[] => [
  ...by('raised by', protocol.raisers),
  ...by('acknowledgements given by', protocol.acknowledgement.givers),
  ...by('referred to Cafcass by', protocol.cafcass.by),
  ...by('more time given by', protocol.extensions.grantedBy),
  ...by('clock paused by', protocol.pauses.by),
  ...by('recommendations answered by', protocol.recommendations?.answeredBy ?? []),
  ...allStages(protocol).flatMap(ofStage),
];

const ofStage = (stage: Stage): string[] => {
  const at = (what: string, posts: readonly PostKind[]): string[] =>
    by(`${stage.number === 0 ? 'informal' : `stage ${stage.number}`}: ${what}`, posts);
  return [
    ...at('answered by', stage.addressees),
    ...at('copied to', stage.copyTo),
    ...at('told', stage.notifyOnly),
    ...at('sent by', stage.sentBy),
    ...at('judged by', stage.judges),
    ...at('let up by', stage.escalationJudges),
    ...at('taken up by', stage.escalatedBy),
    ...at('entered by', stage.entry.by),
  ];
};

const by = (what: string, posts: readonly PostKind[]): string[] =>
  [...new Set(posts)].filter(isCaseRole).map((post) => `${what} ${post}`);
