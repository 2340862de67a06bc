import { rowFor } from '../access/access-table.js';
import { postsThatCount } from '../access/case-roles.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';

/** Whether a person holds a post today from which an acknowledgement of their own is corrected or taken back. */
export const stillGives =
  (directory: Directory, today: LocalDate) =>
  (person: string): boolean =>
    postsThatCount(directory.postsHeldBy(person, today)).some(
      ({ kind }) => rowFor('acknowledgement.correct', kind)?.includes('own-act') === true,
    );
