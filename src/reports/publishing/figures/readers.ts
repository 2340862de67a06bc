import type { Release } from '../../disclosure/release.js';
import { type BesideIt, THE_BOARD } from './beside-it.js';
import { allThatFollows } from './what-follows.js';

/*
 * Who reads a paper, and what they have beside it. Whoever has more papers works out more of what those say, and is kept from fewer figures:
 * what one was told is known to that one, and still hidden from everybody else. So each is asked by themselves.
 */

/** Readers who have the same papers, and below which count a figure is kept from them. */
export interface Circle {
  readonly threshold: number;
  /** What all of them have, and what some recipients have who are named. */
  readonly has: readonly BesideIt[];
}

/** All readers of a paper; and those among them who have the exempt papers of the board besides, in which lower counts were printed. */
export const circlesOf = (besides: readonly BesideIt[], threshold: number): Circle[] => {
  const isOfBoard = ({ toldTo }: BesideIt): boolean => toldTo === THE_BOARD;
  const ofBoard = besides.filter(isOfBoard);
  const all = { threshold, has: besides.filter((each) => !isOfBoard(each)) };
  if (ofBoard.length === 0) return [all];
  const printedFrom = ofBoard.flatMap(({ released }) => released.map((each) => each.threshold));
  const had = ofBoard.map(({ toldTo: _, ...each }): BesideIt => each);
  return [all, { threshold: Math.min(threshold, ...printedFrom), has: [...all.has, ...had] }];
};

/** Figures that some recipients were told, by their name. */
export type Told = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Every reader of a release who knows more than everybody: each team, which knows its own; and, in place of each set of recipients who may
 * have put together what they were told, the largest ones that do not know a figure which others know. Each team may be among them.
 */
export const insidersAmong = (
  { insiders, sums }: Release,
  known: ReadonlySet<string>,
  told: Told,
): Release['insiders'] => {
  const teams = [new Set<string>(), ...insiders];
  const knowing = teams.map((own) =>
    setsOfRecipients(told, (by) => allThatFollows(new Set([...known, ...own, ...by]), sums)),
  );
  return [...insiders.map((own) => allThatFollows(new Set([...known, ...own]), sums)), ...knowing.flat()];
};

type Following = (told: readonly string[]) => ReadonlySet<string>;

/** What is known to all recipients together; and, for each figure among it, to as many of them as do not know that one. */
const setsOfRecipients = (told: Told, following: Following): ReadonlySet<string>[] => {
  if (told.size === 0) return [];
  const knownTo = (recipients: readonly string[]): ReadonlySet<string> =>
    following(recipients.flatMap((each) => [...told.get(each)!]));
  const everyone = [...told.keys()];
  const all = knownTo(everyone);
  const before = knownTo([]);
  const sets = new Map([[everyone.join('\n'), all]]);
  for (const figure of all) {
    if (before.has(figure)) continue;
    for (const first of everyone) {
      const others = everyone.filter((each) => each !== first);
      const ignorant = [first, ...others].reduce<string[]>((found, each) => {
        const more = [...found, each];
        return knownTo(more).has(figure) ? found : more;
      }, []);
      if (ignorant.length > 0)
        sets.set(everyone.filter((each) => ignorant.includes(each)).join('\n'), knownTo(ignorant));
    }
  }
  return [...sets.values()];
};
