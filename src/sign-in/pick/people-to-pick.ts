import { postsThatCount } from '../../access/case-roles.js';
import type { LocalDate } from '../../calendar/calendar.js';
import type { Directory } from '../../directory/directory.js';
import { actsAs } from '../../protocol/own-posts.js';
import type { BuiltInPost, PostKind } from '../../protocol/protocol.js';
import { SHOWN } from '../../demonstration/council.js';
import { ROLES_IN_WORDS } from './roles-in-words.js';

/** Somebody to sign in as. */
export interface PersonToPick {
  readonly personId: string;
  readonly name: string;
  /** Title of the post, with the team or service that it answers for where the title does not name it. */
  readonly post: string;
  /** The person's work shows most of what their role can see. */
  readonly isShown: boolean;
}

/** Everybody who holds one kind of post. */
export interface RoleToPick {
  readonly heading: string;
  readonly sees: string;
  readonly people: readonly PersonToPick[];
}

/** Everybody of the directory who holds a post on a day, by role; a post of the council's own is of the role as which it acts. A role that nobody holds is left out. */
export const peopleToPick = (directory: Directory, today: LocalDate): RoleToPick[] =>
  (Object.keys(ROLES_IN_WORDS) as BuiltInPost[]).flatMap((kind) => {
    const people = holdersOf(kind, directory, today);
    const { people: heading, sees } = ROLES_IN_WORDS[kind];
    return people.length === 0 ? [] : [{ heading, sees, people }];
  });

const holdersOf = (role: BuiltInPost, directory: Directory, today: LocalDate): PersonToPick[] => {
  const isOfTheRole = ({ kind }: { readonly kind: PostKind }): boolean => actsAs(kind) === role;
  const inOffice = directory.everyPostHeld(today).filter(isOfTheRole);
  const held = inOffice.flatMap(({ person, title, team, service }): PersonToPick[] => {
    const found = person === null ? undefined : directory.person(person);
    if (found === undefined) return [];
    const answersFor = team === null ? service : directory.team(team, today)?.name;
    const post = answersFor == null || title.includes(answersFor) ? title : `${title}, ${answersFor}`;
    const isShown = (Object.values(SHOWN) as string[]).includes(found.name);
    return [{ personId: found.personId, name: found.name, post, isShown }];
  });
  return held
    .filter(({ personId }) => postsThatCount(directory.postsHeldBy(personId, today)).some(isOfTheRole))
    .filter(({ personId }, index, all) => all.findIndex((each) => each.personId === personId) === index)

    .sort((one, other) => Number(other.isShown) - Number(one.isShown) || one.name.localeCompare(other.name, 'en-GB'));
};
