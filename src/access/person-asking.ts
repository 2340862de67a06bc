import type { LocalDate } from '../calendar/calendar.js';
import { type Directory, mayBeCovered } from '../directory/directory.js';
import type { Asker } from './asker.js';
import { postsThatCount } from './case-roles.js';

/** A person as they ask from all the posts that they hold on a day, for themselves: for what is asked of somebody who sent no request. */
export const personAsking = (person: string, directory: Directory, on: LocalDate): Asker => {
  const posts = postsThatCount(directory.postsHeldBy(person, on));
  return {
    person,
    name: directory.person(person)?.name ?? '',
    posts,
    covers: posts.some(mayBeCovered) ? directory.coveredBy(person, on) : [],
  };
};

/**
 * Whether a person may act for another on a day: an IRO or chair by the arrangement of that day, and business support for any of them,
 * entering what they have said.
 */
export const mayActFor = (person: string, absent: string, directory: Directory, on: LocalDate): boolean => {
  const posts = postsThatCount(directory.postsHeldBy(person, on));
  const isChair = directory.postsHeldBy(absent, on).some(mayBeCovered);
  const covers = posts.some(mayBeCovered) && directory.coverFor(absent, on) === person;
  return isChair && (covers || posts.some(({ kind }) => kind === 'business-support'));
};
