import { once } from '../platform/once.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Child, Directory } from './directory.js';

/** The same directory, which looks up once what is asked again and again. For one reading: what changes meanwhile is seen by the next. */
export const remembered = (directory: Directory): Directory => ({
  ...directory,
  team: once((team, on) => directory.team(team, on)),
  person: once((person) => directory.person(person)),
  postsHeldBy: once((person, on) => directory.postsHeldBy(person, on)),
  postsFor: once((kind, team, on) => directory.postsFor(kind, team, on)),
  postsHeld: once((kind, on) => directory.postsHeld(kind, on)),
  everyPostHeld: once((on) => directory.everyPostHeld(on)),
  ...rememberedChildren(directory),
  coverFor: once((iro, on) => directory.coverFor(iro, on)),
  coverUntil: once((iro, on) => directory.coverUntil(iro, on)),
  coveredBy: once((person, on) => directory.coveredBy(person, on)),
});

/** A child is known from then on, whether they were asked for alone or among others. */
const rememberedChildren = (directory: Directory): Pick<Directory, 'child' | 'children'> => {
  const known = new Map<string, Child | undefined>();
  const keyOf = (childId: string, on: LocalDate): string => `${on} ${childId}`;
  return {
    child: (childId, on) => {
      const key = keyOf(childId, on);
      if (!known.has(key)) known.set(key, directory.child(childId, on));
      return known.get(key);
    },
    children: (childIds, on) => {
      const unknown = childIds.filter((childId) => !known.has(keyOf(childId, on)));
      for (const childId of unknown) known.set(keyOf(childId, on), undefined);
      if (unknown.length > 0)
        for (const child of directory.children(unknown, on)) known.set(keyOf(child.childId, on), child);
      return childIds.flatMap((childId) => known.get(keyOf(childId, on)) ?? []);
    },
  };
};
