import { covers } from '../directory/relations.js';
import type { LocalDate } from '../calendar/calendar.js';
import { answersForCouncil, type Directory, type Post } from '../directory/directory.js';
import { type Permission, type Relation, relationsThatMay } from './access-table.js';
import { type AskedBy, ownerOf, seesAll } from './asker.js';

/** A condition of SQL, and the values it names. */
export interface Condition {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, string | number | null>>;
}

/** Leaves out nothing. */
export const EVERY_ROW: Condition = { sql: '1', parameters: {} };

/**
 * A child is a social worker's own where they are its worker, and an IRO's or a chair's where they hold it.
 *
 * @param owner the condition for the holder, or those who act for them
 * @param worker the condition for the child's own social worker
 */
export const ownChildIn = ({ owner, worker }: { readonly owner: string; readonly worker: string }): string =>
  `CASE WHEN :myKind = 'social-worker' THEN (${worker}) ELSE (${owner}) END`;

/** How each relation is said of the rows of a list. A relation that is not named finds no row. */
export type RelationConditions = Partial<Record<Relation, string>>;

/**
 * The rows of a list that the asker may see under a permission: the same table as for one thing, said in SQL. The conditions may
 * name `:me` (for those whom the asker covers, each in turn), `:myself`, `:myTeams` (a JSON list of the teams the post answers for),
 * `:myCouncil` (1 where it answers for the whole council, else 0) and `:myKind`, each with the number of the post behind it. No
 * condition compares names: a person is an id.
 */
export const scopeOf = (
  asker: AskedBy,
  permission: Permission,
  conditions: RelationConditions,
  directory: Directory,
  today: LocalDate,
): Condition => {
  if (seesAll(asker)) return { sql: '1', parameters: {} };
  const covers = asker.covers ?? [];
  const parameters: Record<string, string | number> = { me: ownerOf(asker), myself: asker.person };
  covers.forEach((covered, index) => (parameters[`covered${index}`] = covered));
  const saidOf = (relation: Relation): string[] => {
    const condition = conditions[relation === 'covered-child' ? 'own-child' : relation];
    if (condition === undefined) return [];
    if (relation !== 'covered-child') return [condition];
    return covers.map((_, index) => condition.replaceAll(/:me\b/g, `:covered${index}`));
  };
  const parts = asker.posts.flatMap((post, index) => {
    const allowed = relationsThatMay(permission, post.kind);
    if (allowed.length === 0) return [];
    if (allowed.includes('any')) return ['1'];
    parameters[`myTeams${index}`] = JSON.stringify(teamsOf(post, directory, today));
    parameters[`myCouncil${index}`] = answersForCouncil(post) ? 1 : 0;
    parameters[`myKind${index}`] = post.kind;
    return allowed
      .flatMap(saidOf)
      .map((condition) => condition.replaceAll(/:my(Teams|Council|Kind)\b/g, (name) => `${name}${index}`));
  });
  return { sql: parts.length === 0 ? '0' : parts.map((part) => `(${part})`).join(' OR '), parameters };
};

/** Rows that any of several conditions finds. */
export const anyOf = (conditions: readonly Condition[]): Condition => ({
  sql: `(${conditions.map(({ sql }) => `(${sql})`).join(' OR ')})`,
  parameters: Object.assign({}, ...conditions.map(({ parameters }) => parameters)) as Condition['parameters'],
});

/** Also those that have ended, as for one thing: a dispute addressed to such a team is still for those who answer for it. */
const teamsOf = (post: Post, directory: Directory, today: LocalDate): string[] =>
  post.team === null ? directory.teamIds().filter((team) => covers(post, team, directory, today)) : [post.team];
