import { excludeEachOther } from '../access/case-roles.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import { refuse } from '../platform/decider.js';
import type { PostKind } from '../protocol/protocol.js';

/**
 * @param from the first day; null for today
 * @throws Refusal `administrators-read-no-cases`: a person who holds an administrator's post holds no post from which cases are read, on that
 *   day or later, and the other way round
 */
export const mustBeAbleToHold = (
  person: string,
  kind: PostKind,
  from: LocalDate | null,
  directory: Pick<Directory, 'postsHeldFrom'>,
  today: LocalDate,
): void => {
  const other = directory.postsHeldFrom(person, from ?? today).find((held) => excludeEachOther(kind, held.kind));
  if (other !== undefined)
    refuse(
      'administrators-read-no-cases',
      `An administrator holds no post from which cases are read. This person holds the post “${other.title}”: let them leave it first, then record this from a day after.`,
      { post: other.postId },
    );
};
