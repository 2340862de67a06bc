import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from './directory.js';
import { postInWords } from './who-is-meant.js';

/** Somebody who holds a post on a day, as a form offers them to be named. */
export interface PersonInOffice {
  readonly name: string;
  /** Their posts: `Team manager, Locality North`. */
  readonly posts: string;
}

/** Everybody who holds a post on a day, by name. */
export const peopleInOffice = (directory: Directory, on: LocalDate): PersonInOffice[] => {
  const held = directory.everyPostHeld(on);
  const people = new Set(held.flatMap(({ person }) => person ?? []));
  const titles = Map.groupBy(held, ({ person }) => person);
  return [...people]
    .flatMap((person) => {
      const name = directory.person(person)?.name;
      const posts = (titles.get(person) ?? []).map((post) => postInWords(post, directory, on));
      return name === undefined ? [] : [{ name, posts: [...new Set(posts)].join('; ') }];
    })
    .sort((one, other) => one.name.localeCompare(other.name));
};

/** More than these are no help to somebody who looks for one. */
const MOST_OFFERED = 5;

/** The names in office that share a word with what was written, where nobody is called so: `Kemp` for `L. Kemp`. */
export const meantPerhaps = (written: string, people: readonly PersonInOffice[]): string[] => {
  const words = wordsOf(written);
  return [...new Set(people.map(({ name }) => name))]
    .filter((name) => wordsOf(name).some((word) => words.includes(word)))
    .slice(0, MOST_OFFERED);
};

/** Initials say too little of whom somebody means. */
const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}'’-]+/u)
    .filter((word) => word.length > 2);
