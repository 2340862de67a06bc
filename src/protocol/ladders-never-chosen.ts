import { codeOfPost } from './own-posts.js';
import { type About, type Ladder, type LadderFor, type PostKind, type Protocol } from './protocol.js';
import { allStages } from './ladder.js';
import type { Remark } from './remark.js';
import { DISPUTE_THEMES, themeGroupOf } from './themes.js';

/**
 * Ladders that nothing is ever raised on, because those before them are together for all that they are for. Every dispute that can be
 * raised under the protocol is tried: each child, raiser, theme and level.
 */
export const laddersNeverChosen = (protocol: Protocol): Remark[] => {
  const { ladders = [] } = protocol;
  if (ladders.length === 0) return [];
  const tried = disputesTried(protocol);
  const beaten = ladders.flatMap((ladder, index) => {
    const instead = takenInstead(tried, index, protocol);
    return instead.length > 0 ? [neverChosen(ladder.code, instead)] : partsNeverChosen(ladder, index, protocol);
  });
  const aboutChildren = tried.filter(({ about }) => about === 'child');
  const isMainChosen = aboutChildren.some(({ fits }) => fits === 0);
  return [...beaten, ...(isMainChosen ? [] : [mainNeverChosen(takers(aboutChildren, protocol))])];
};

interface Tried {
  readonly about: About;
  /** A bit for each ladder that is for it, in their order. */
  readonly fits: number;
}

const bit = (index: number): number => 2 ** index;
const lowest = (bits: number): number => Math.log2(bits & -bits);

/** Every kind of dispute, each once for those that fit the same ladders: there is no more to tell them apart. */
const disputesTried = (protocol: Protocol): Tried[] => {
  const { populations, levels = [], ladders = [] } = protocol;
  const fitting = (does: (by: LadderFor) => boolean): number =>
    ladders.reduce((bits, ladder, index) => (does(ladder.for) ? bits + bit(index) : bits), 0);
  const ofThemes = distinct(
    themesRaised(protocol).map((theme) =>
      fitting((by) => by.themes?.some((named) => named === theme || named === themeGroupOf(theme)) ?? true),
    ),
  );
  const ofLevels = distinct(
    (levels.length === 0 ? [null] : levels.map(({ code }) => code)).map((level) =>
      fitting((by) => by.levels?.some((named) => named === level) ?? true),
    ),
  );
  const ofAbout = ladders.some((ladder) => ladder.for.about === 'iro-practice')
    ? (['child', 'iro-practice'] as const)
    : (['child'] as const);
  return ofAbout.flatMap((about) => {
    const ofIt = fitting((by) => by.about === about);
    const found = populations.flatMap((population) => {
      const ofPopulation = ofIt & fitting((by) => by.populations?.includes(population) ?? true);
      const raising = population === 'looked-after' ? ['iro' as const, ...raisersOf(protocol)] : raisersOf(protocol);
      const ofRaisers = distinct(raising.map((post) => fitting((by) => by.raisers?.includes(post) ?? true)));
      return ofRaisers.flatMap((raiser) =>
        ofThemes.flatMap((theme) => ofLevels.map((level) => ofPopulation & raiser & theme & level)),
      );
    });
    return distinct(found).map((fits) => ({ about, fits }));
  });
};

/** Every post that raises disputes under the protocol: the raisers, those of a ladder, and those who send a stage. */
const raisersOf = (protocol: Protocol): PostKind[] =>
  distinct([
    ...protocol.raisers,
    ...(protocol.ladders ?? []).flatMap((ladder) => ladder.for.raisers ?? []),
    ...allStages(protocol).flatMap(({ sentBy }) => sentBy),
  ]);

const themesRaised = ({ themes }: Protocol): string[] => {
  const codes: readonly string[] = DISPUTE_THEMES.map(({ code }) => code);
  return themes.map(({ code }) => code).filter((code) => codes.includes(code));
};

/** The ladders that are chosen instead, in their order. */
const takers = (tried: readonly Tried[], { ladders = [] }: Protocol): string[] =>
  distinct(tried.map(({ fits }) => lowest(fits)))
    .sort((one, other) => one - other)
    .map((index) => ladders[index]!.code);

const neverChosen = (code: string, instead: readonly string[]): Remark => ({
  where: `ladders[${code}].for`,
  message:
    `The ladder ${code} is never chosen: whatever it is for goes up ${instead.join(' or ')}, which stand${instead.length === 1 ? 's' : ''} ` +
    'before it. Put the narrower one first, or leave it out.',
});

const mainNeverChosen = (instead: readonly string[]): Remark => {
  const one = instead.length === 1;
  return {
    where: `ladders[${instead.at(-1)!}].for`,
    message:
      `The ladder${one ? '' : 's'} ${instead.join(' and ')} ${one ? 'is' : 'are together'} for everything that is raised, so nothing goes up ` +
      `the main one (\`informal\` and \`stages\`). Say for which ${one ? 'it is' : 'they are'} not, or make one the main one.`,
  };
};

/** The ladders that are chosen for all that the one of this place is for; none where it is chosen for some of it, or where nothing fits it. */
const takenInstead = (tried: readonly Tried[], place: number, protocol: Protocol): string[] => {
  const fitting = tried.filter(({ fits }) => (fits & bit(place)) !== 0);
  const isChosen = fitting.some(({ fits }) => lowest(fits) === place);
  // One that nothing fits is spoken of by what it names: a theme out of use, a post that raises nothing.
  return isChosen ? [] : takers(fitting, protocol);
};

/** Things that a ladder names beside others, and that a ladder before it takes whole. */
const partsNeverChosen = (ladder: Ladder, place: number, protocol: Protocol): Remark[] =>
  (['populations', 'raisers', 'themes', 'levels'] as const).flatMap((key) => {
    const named = ladder.for[key] ?? [];
    return named.length < 2
      ? []
      : named.flatMap((part) => {
          const narrowed = { ...ladder, for: { ...ladder.for, [key]: [part] } };
          const ladders = (protocol.ladders ?? []).with(place, narrowed);
          const instead = takenInstead(disputesTried({ ...protocol, ladders }), place, protocol);
          return instead.length === 0 ? [] : [partNeverChosen(ladder.code, key, codeOfPost(part as PostKind), instead)];
        });
  });

const partNeverChosen = (code: string, key: string, part: string, instead: readonly string[]): Remark => ({
  where: `ladders[${code}].for.${key}`,
  message:
    `The ladder ${code} is for ${part} too, and whatever it is for of that goes up ${instead.join(' or ')}, which stand${instead.length === 1 ? 's' : ''} ` +
    'before it. Name it in one of them.',
});

const distinct = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];
