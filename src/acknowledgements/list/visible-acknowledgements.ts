import { type Permission, rowFor } from '../../access/access-table.js';
import { type AskedBy, type Asker, seesAll } from '../../access/asker.js';
import { anyOf, type Condition, type RelationConditions, scopeOf } from '../../access/scope.js';
import type { LocalDate } from '../../calendar/calendar.js';
import type { Directory } from '../../directory/directory.js';
import { heldPostIn, heldPostOf } from '../../directory/posts-in-sql.js';
import { afterDeathFor, caseNotKeptByDeath, withinDeath } from '../../disputes/after-death.js';
import { ownCaseIn } from '../../disputes/list/visible-disputes.js';
import type { Onlooker } from '../../disputes/restriction.js';
import { ACKNOWLEDGEMENT_READS } from '../authorised-acknowledgements.js';

/** The relations of src/access/access-table.ts, said of the rows of the acknowledgement register (alias `register`). */
const RELATIONS: RelationConditions = {
  'own-child': ownCaseIn('register.reference'),
  'own-team': `register.team IN (SELECT value FROM json_each(:myTeams))
    OR EXISTS (SELECT 1 FROM json_each(register.people) AS thanked
      WHERE ${heldPostIn("json_extract(thanked.value, '$.person')", 'SELECT value FROM json_each(:myTeams)', 'register.given_on')})`,
  named: `EXISTS (SELECT 1 FROM json_each(register.people) AS thanked
    WHERE json_extract(thanked.value, '$.person') = :myself)
    OR (register.whole_team = 1 AND ${heldPostOf(':myself', 'register.team', 'register.given_on')})`,
  'own-act': 'NOT register.imported AND register.giver = :me AND NOT register.was_moved',
};

/** The rows of the register that the asker may see; somebody with several posts sees by the fullest. */
export const visibleAcknowledgements = (
  asker: AskedBy,
  directory: Directory,
  today: LocalDate,
): Condition & { permission: Permission } => {
  const permission = seesAll(asker) ? ACKNOWLEDGEMENT_READS[0] : fullestOf(asker);
  // A reader who sees an outline of all sees in full those in which they are thanked; a list says the same of both.
  const permissions: readonly Permission[] = permission === FIGURES ? [FIGURES] : NAMING;
  const scope = anyOf(permissions.map((each) => scopeOf(asker, each, RELATIONS, directory, today)));
  return { ...withinDeath(scope, caseNotKeptByDeath('register.reference'), asker, today), permission };
};

/** Rows of which the asker sees figures beside those that they see in full; null where there are none of the kind. */
export const countedAcknowledgements = (asker: AskedBy, directory: Directory, today: LocalDate): Condition | null => {
  if (seesAll(asker) || fullestOf(asker) === FIGURES) return null;
  if (!asker.posts.some(({ kind }) => rowFor(FIGURES, kind) !== undefined)) return null;
  const scope = scopeOf(asker, FIGURES, RELATIONS, directory, today);
  return withinDeath(scope, caseNotKeptByDeath('register.reference'), asker, today);
};

/**
 * The rows of the register that a list names to the asker: those that they see in full, and those of which they see figures. The command
 * line sees everything, but what it prints anybody may come to hold, so it names none about a child who has died.
 */
export const acknowledgementsInLists = (asker: AskedBy, directory: Directory, today: LocalDate): Condition => {
  if (seesAll(asker))
    return { sql: caseNotKeptByDeath('register.reference'), parameters: afterDeathFor(WHOEVER_HOLDS_THE_PAPER, today) };
  const seen = visibleAcknowledgements(asker, directory, today);
  const counted = countedAcknowledgements(asker, directory, today);
  if (counted === null) return seen;
  return { sql: `(${seen.sql}) OR (${counted.sql})`, parameters: { ...seen.parameters, ...counted.parameters } };
};

const WHOEVER_HOLDS_THE_PAPER: Onlooker = { person: '', posts: [] };

const FIGURES = 'acknowledgement.read-figures' satisfies Permission;
const NAMING = ['acknowledgement.read', 'acknowledgement.read-outline'] as const satisfies readonly Permission[];

const fullestOf = ({ posts }: Asker): Permission =>
  ACKNOWLEDGEMENT_READS.find((each) => posts.some(({ kind }) => rowFor(each, kind) !== undefined)) ??
  ACKNOWLEDGEMENT_READS[0];
