import type { LocalDate } from '../calendar/calendar.js';
import { refuse } from '../platform/decider.js';
import type { Directory } from './directory.js';

/** The facts that a decision about a child may look at besides the child's own record. */
export interface ChildContext {
  readonly today: LocalDate;
  readonly isChairAlone: (person: string, on: LocalDate) => boolean;
}

export const childContextOf = (directory: Pick<Directory, 'postsHeldBy'>, today: LocalDate): ChildContext => ({
  today,
  isChairAlone: (person, on) => isChairAlone(person, on, directory),
});

/** A conference chair on a day, and no IRO. Somebody who holds a post of each kind is an IRO. */
export const isChairAlone = (person: string, on: LocalDate, directory: Pick<Directory, 'postsHeldBy'>): boolean => {
  const kinds = directory.postsHeldBy(person, on).map(({ kind }) => kind);
  return kinds.includes('conference-chair') && !kinds.includes('iro');
};

/**
 * A looked-after child has an IRO (Children Act 1989 s25A), who may refer the case to Cafcass (s25B(3)). A conference chair may not, so with
 * a chair in the place of the IRO that route would be closed. Every act that puts somebody there asks this.
 * @param remedy what to do instead, in a sentence
 * @throws Refusal `looked-after-has-an-iro`
 */
export const mustHaveAnIro = (
  { isLookedAfter, isChair }: { readonly isLookedAfter: boolean; readonly isChair: boolean },
  remedy: string,
  pointer: string,
): void => {
  if (isLookedAfter && isChair)
    refuse(
      'looked-after-has-an-iro',
      `A looked-after child has an IRO, and this is a conference chair, who has no route to Cafcass. ${remedy}`,
      { pointer },
    );
};
