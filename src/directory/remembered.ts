import { once } from '../platform/once.js';
import type { Directory } from './directory.js';

/** The same directory, which looks up once what is asked again and again. For one reading: what changes meanwhile is seen by the next. */
export const remembered = (directory: Directory): Directory => ({
  ...directory,
  team: once((team, on) => directory.team(team, on)),
  person: once((person) => directory.person(person)),
  postsHeldBy: once((person, on) => directory.postsHeldBy(person, on)),
  postsFor: once((kind, team, on) => directory.postsFor(kind, team, on)),
  postsHeld: once((kind, on) => directory.postsHeld(kind, on)),
  everyPostHeld: once((on) => directory.everyPostHeld(on)),
  child: once((child, on) => directory.child(child, on)),
  coverFor: once((iro, on) => directory.coverFor(iro, on)),
  coveredBy: once((person, on) => directory.coveredBy(person, on)),
});
