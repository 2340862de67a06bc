import { readsAboutAChild } from '../access/case-roles.js';
import { allStages, inWorkingDays, laddersOf, placeInWords } from '../protocol/ladder.js';
import { kindOfPost } from '../protocol/own-posts.js';
import { POST_KINDS, type PostKind, type Protocol, type Stage } from '../protocol/protocol.js';

/** A way in which cases come to be read from a kind of post, by the rules of a protocol alone. */
export interface Opening {
  /** The same in two protocols where it is the same way; which days it counts is not part of it. */
  readonly way: string;
  /** For the person who agrees to it. */
  readonly words: string;
  /** Working days after which it opens a case; null where it does not wait for days. */
  readonly after: number | null;
}

/**
 * Every way in which a case of a protocol comes to be read from a kind of post without anybody's choosing that post: a stage that is
 * reached, a meeting that looks at it, a limit that runs out. The access table says who may read it there.
 */
export const casesOpenedBy = (protocol: Protocol): Opening[] => [
  ...byPopulation(protocol),
  ...laddersOf(protocol).flatMap(({ stages }) => stages.flatMap((stage, index) => bySilence(stage, stages[index + 1]))),
  ...laddersOf(protocol)
    .flatMap(({ stages }) => stages)
    .flatMap((stage) => (isForMeetings(stage, protocol) ? inMeetings(protocol, nameOf(stage)) : [])),
  ...overTheLimit(protocol),
];

/** Children about whom a case can be raised at all, and all who read it at some stage. */
const byPopulation = (protocol: Protocol): Opening[] => {
  if (!protocol.kinds.includes('concern')) return [];
  const readers = [...new Set(allStages(protocol).flatMap(readersAt))].join(', ');
  return protocol.populations.map((population) => {
    const way = `a case about ${population}`;
    return { way, words: `${way}: read by ${readers}`, after: null };
  });
};

/** If no answer comes, the program sends the dispute up to the next stage by itself. */
const bySilence = (stage: Stage, next: Stage | undefined): Opening[] => {
  if (next === undefined || stage.onSilence !== 'escalate' || stage.clock.unit === 'none') return [];
  const after = stage.clock.unit === 'meeting' ? null : shortestTime(stage);
  return openedTo(readersAt(next), `${nameOf(next)}, after silence at ${nameOf(stage)}`, after);
};

/** In working days: less than the time of the stage where it can be chosen, or counted from an earlier day, or is less after a send-back. */
const shortestTime = ({ clock, timing = {} }: Stage): number => {
  const { from, chosen, afterSendBack } = timing;
  const least = from !== undefined || chosen ? 1 : (afterSendBack ?? null);
  if (least === null || clock.unit === 'meeting' || clock.unit === 'none') return inWorkingDays(clock);
  return Math.min(inWorkingDays(clock), inWorkingDays({ unit: clock.unit, amount: least }));
};

/** The agenda of a meeting is read by those who sit in it (docs/decisions/0025). */
const isForMeetings = ({ number, clock, needs }: Stage, { challengeFromStage }: Protocol): boolean =>
  clock.unit === 'meeting' ||
  needs === 'meeting-decision' ||
  (challengeFromStage !== undefined && number >= challengeFromStage);

const inMeetings = ({ posts = [] }: Protocol, which: string, after: number | null = null): Opening[] =>
  openedTo(
    [...POST_KINDS, ...posts.map(kindOfPost)].filter((kind) => readsAboutAChild(kind, 'sits')),
    `${which}, in a challenge meeting`,
    after,
  );

/** A case that is over its limit comes before a meeting by itself. */
const overTheLimit = (protocol: Protocol): Opening[] => {
  const { totalCap } = protocol;
  if (totalCap === null) return [];
  const informal =
    totalCap.stages === 'all' ? inMeetings(protocol, 'an informal case over its limit', totalCap.amount) : [];
  return [...inMeetings(protocol, 'a formal case over its limit', totalCap.amount), ...informal];
};

/** Posts that read a case because it is at a stage, or was. */
const readersAt = ({ addressees, copyTo, notifyOnly }: Stage): PostKind[] => [
  ...addressees.filter((kind) => readsAboutAChild(kind, 'asked')),
  ...[...copyTo, ...notifyOnly].filter((kind) => readsAboutAChild(kind, 'copied')),
];

const openedTo = (posts: readonly PostKind[], which: string, after: number | null = null): Opening[] =>
  [...new Set(posts)].map((post) => ({
    way: `${which}: ${post}`,
    words: `${which}${after === null ? '' : ` (${inWords(after)})`}: read by ${post}`,
    after,
  }));

const inWords = (days: number): string => `${Math.round(days * 100) / 100} working day${days === 1 ? '' : 's'}`;

const nameOf = (stage: Stage): string => placeInWords(stage);
