import type { LocalDate } from '../calendar/calendar.js';
import { Refusal } from '../platform/decider.js';
import type { Directory, Person, Post } from './directory.js';

/**
 * The person for whom words stand: `several` people of one name can be meant as well as each other, and nobody but the writer can say which;
 * `nobody` in office is meant, so the words stay words.
 */
export type Meant =
  | { readonly is: 'one'; readonly person: Person }
  | { readonly is: 'several'; readonly people: readonly Person[] }
  | { readonly is: 'nobody' };

/** Words by which a person who writes means themselves. */
const MYSELF: readonly string[] = ['me', 'myself', 'i'];

/** The person who writes, or for whom somebody writes, where the words mean nobody else. */
export const isTheWriter = (written: string): boolean => MYSELF.includes(written.trim().toLowerCase());

/**
 * Finds the person whom an id or a name stands for. An id says it of anybody in the directory; a name only where one person alone who
 * bears it is in office on the day. Only the id is stored: no name ever opens anything.
 *
 * @param inOffice which posts count as being in office; any unless told
 */
export const whoIsMeant = (
  written: string,
  directory: Directory,
  on: LocalDate,
  inOffice: (post: Post) => boolean = () => true,
): Meant => {
  const byId = directory.person(written);
  if (byId !== undefined) return { is: 'one', person: byId };
  const people = directory
    .peopleNamed(written)
    .filter(({ personId }) => directory.postsHeldBy(personId, on).some(inOffice));
  if (people.length === 0) return { is: 'nobody' };
  return people.length === 1 ? { is: 'one', person: people[0]! } : { is: 'several', people };
};

/**
 * The same for somebody who is looked for rather than made an owner: where nobody of the name is in office, those who once were count
 * too. It opens nothing to anybody.
 */
export const whoIsLookedFor = (written: string, directory: Directory, on: LocalDate): Meant => {
  const meant = whoIsMeant(written, directory, on);
  if (meant.is !== 'nobody') return meant;
  const people = directory.peopleNamed(written);
  if (people.length === 0) return meant;
  return people.length === 1 ? { is: 'one', person: people[0]! } : { is: 'several', people };
};

/** A post by its title, with the team or service for which it answers where the title does not say it. */
export const postInWords = ({ title, team, service }: Post, directory: Directory, on: LocalDate): string => {
  const scope = team === null ? service : (directory.team(team, on)?.name ?? team);
  return scope === null || title.includes(scope) ? title : `${title}, ${scope}`;
};

/**
 * People of one name told apart, to choose from: `t-gray (Team manager, Locality North) or t-gray-2 (no post today)`.
 */
export const choicesInWords = (people: readonly Person[], directory: Directory, on: LocalDate): string =>
  people
    .map(({ personId }) => {
      const posts = directory.postsHeldBy(personId, on).map((post) => postInWords(post, directory, on));
      return `${personId} (${posts.length === 0 ? 'no post today' : posts.join('; ')})`;
    })
    .join(' or ');

/**
 * The one person whom an id or a name stands for.
 * @throws Refusal `nobody-of-this-name` (not-found), `several-of-this-name` (invalid) with the choices
 */
export const mustBeOne = (written: string, directory: Directory, on: LocalDate): Person => {
  const meant = whoIsLookedFor(written, directory, on);
  if (meant.is === 'one') return meant.person;
  if (meant.is === 'several') {
    const choices = choicesInWords(meant.people, directory, on);
    throw new Refusal(
      'invalid',
      'several-of-this-name',
      `Several people have this name. Give the id of one: ${choices}.`,
    );
  }
  throw new Refusal('not-found', 'nobody-of-this-name', 'Nobody in the directory has this name or id.');
};
