import { type AskedBy, seesAll } from '../../access/asker.js';
import { type Condition, ownChildIn, type RelationConditions, scopeOf } from '../../access/scope.js';
import { rowFor } from '../../access/access-table.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { childrenOfIro } from '../../directory/children-in-sql.js';
import type { Directory } from '../../directory/directory.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { type Extent, EXTENTS, type Extents } from '../read/what-a-reader-sees.js';
import { keptFor, NAMED_ON_PAPER, NOT_KEPT_FROM } from '../set-aside.js';

/** Children allocated to the asker, or to the one for whom they act, today. */
export const OWN_CHILDREN = childrenOfIro(':me');

/** Children whose social worker the asker is today. */
export const CHILDREN_OF_WORKER = `SELECT worked.child FROM child_workers AS worked
  WHERE worked.worker = :myself AND worked.number = (
    SELECT max(other.number) FROM child_workers AS other
    WHERE other.child = worked.child AND (other."from" IS NULL OR other."from" <= :today))`;

const OF_THE_WORKER = `register.reference IN (
  SELECT named.reference FROM case_children AS named WHERE named.child IN (${CHILDREN_OF_WORKER}))`;

/**
 * A case (of `case_children`) about a child of the asker's own: of an IRO or a chair by allocation, of a social worker as their worker.
 * @param reference the column of the case's reference
 * @param owner who else owns it besides those who hold its children
 */
export const ownCaseIn = (reference: string, owner?: string): string =>
  ownChildIn({
    owner: `${owner === undefined ? '' : `${owner} OR `}${reference} IN (
      SELECT named.reference FROM case_children AS named WHERE named.child IN (${OWN_CHILDREN}))`,
    worker: `${reference} IN (
      SELECT named.reference FROM case_children AS named WHERE named.child IN (${CHILDREN_OF_WORKER}))`,
  });

/** One of the teams that must answer, which siblings have several of. */
const IS_ASKED_OF_MY_TEAMS = `(register.addressed_team IN (SELECT value FROM json_each(:myTeams))
  OR EXISTS (SELECT 1 FROM json_each(register.addressed_also) AS also WHERE also.value IN (SELECT value FROM json_each(:myTeams))))`;

/** A dispute addressed to social workers is for those of the children, and for nobody else of the team. */
const ADDRESSED_BY_POST = `EXISTS (SELECT 1 FROM json_each(register.addressed_posts) AS post WHERE post.value = :myKind)
  AND CASE WHEN :myKind = 'social-worker' THEN ${OF_THE_WORKER}
    ELSE ((register.addressed_team IS NULL AND :myCouncil = 1) OR ${IS_ASKED_OF_MY_TEAMS}) END`;

/** While it is restricted, one person may answer alone in place of the posts that are asked. */
const ADDRESSED = `CASE WHEN register.answers_alone IS NOT NULL THEN register.answers_alone = :myself ELSE ${ADDRESSED_BY_POST} END`;

const OF_ITS_TEAMS = `register.team IN (SELECT value FROM json_each(:myTeams)) OR ${IS_ASKED_OF_MY_TEAMS}`;

/** To whom it was ever addressed goes on seeing it. */
const ASKED = `EXISTS (
  SELECT 1 FROM json_each(register.asked) AS once, json_each(once.value, '$.posts') AS post
  WHERE post.value = :myKind
    AND ((json_extract(once.value, '$.team') IS NULL AND :myCouncil = 1)
      OR json_extract(once.value, '$.team') IN (SELECT value FROM json_each(:myTeams))
      OR EXISTS (SELECT 1 FROM json_each(once.value, '$.alsoTeams') AS also
        WHERE also.value IN (SELECT value FROM json_each(:myTeams)))))`;

/** A person who was sent a copy goes on seeing it too. */
const COPIED = ASKED.replace('$.posts', '$.copiedTo');

/** In a meeting on whose agenda it stands: as a person, or by a post that answers for its team. */
const SITS = `EXISTS (SELECT 1 FROM json_each(register.tabled) AS agenda
  WHERE EXISTS (SELECT 1 FROM json_each(agenda.value, '$.people') AS person WHERE person.value = :myself)
    OR (EXISTS (SELECT 1 FROM json_each(agenda.value, '$.posts') AS post WHERE post.value = :myKind) AND (${OF_ITS_TEAMS})))`;

/**
 * The relations of src/access/access-table.ts, said of the rows of the dispute register (alias `register`). The IRO in a row of an imported
 * register was found by a name, which opens nothing until a person takes the row on.
 */
const RELATIONS: RelationConditions = {
  'own-child': ownCaseIn('register.reference', '(register.taken_on AND register.held_by = :me)'),
  'own-team': OF_ITS_TEAMS,
  addressee: ADDRESSED,
  asked: ASKED,
  copied: COPIED,
  referred: `register.referrals <> '[]'`,
  sits: SITS,
  listed: `:myself IN (SELECT value FROM json_each(register.restricted_to))`,
  'let-read': `EXISTS (SELECT 1 FROM json_each(register.let_read) AS granted
    WHERE granted.value ->> 'person' = :myself AND granted.value ->> 'lastDay' >= :today)`,
  named: `register.reference IN (SELECT agreed.reference FROM actions AS agreed WHERE agreed.person = :myself)`,
  'own-practice': `register.practice_of = :myself`,
  'own-act': `register.taken_on AND register.iro = :me AND NOT register.was_moved`,
};

export interface VisibleRows extends Condition {
  readonly extent: Extent;
}

/**
 * The rows of the register that the asker may see, and how much of them. Somebody with several posts sees by the fullest.
 * @param extents other rows of the access table than those of a dispute itself, the fullest first
 */
export const visibleDisputes = (
  asker: AskedBy,
  directory: Directory,
  today: LocalDate,
  extents: Extents = EXTENTS,
): VisibleRows => {
  if (seesAll(asker)) return { sql: '1', parameters: { today }, extent: extents[0]![1] };
  const [permission, extent] =
    extents.find(([each]) => asker.posts.some(({ kind }) => rowFor(each, kind) !== undefined)) ?? extents[0]!;
  const scope = scopeOf(asker, permission, RELATIONS, directory, today);
  return {
    sql: `(${scope.sql}) AND ${NOT_KEPT_FROM}`,
    parameters: { ...scope.parameters, ...keptFor(asker, today) },
    extent,
  };
};

/**
 * The rows of the register that a list for the asker names. The command line sees everything, but what it prints anybody may come to
 * hold, so it names no restricted record, and none about a child who has died.
 */
export const namedInLists = (
  asker: AskedBy,
  directory: Directory,
  today: LocalDate,
  extents: Extents = EXTENTS,
): Condition =>
  seesAll(asker) ? { sql: NAMED_ON_PAPER, parameters: {} } : visibleDisputes(asker, directory, today, extents);

/** Those of some disputes that are kept from the asker by a list of readers, a death or a wrong child, whatever else they may see. */
export const keptFromAmong = (
  references: readonly string[],
  asker: AskedBy,
  today: LocalDate,
  readModels: ReadModels,
): ReadonlySet<string> => {
  if (references.length === 0 || seesAll(asker)) return new Set();
  const rows = readModels.all<{ reference: string }>(
    `SELECT register.reference FROM dispute_register AS register
      WHERE register.reference IN (SELECT value FROM json_each(:references)) AND NOT ${NOT_KEPT_FROM}`,
    { ...keptFor(asker, today), references: JSON.stringify(references) },
  );
  return new Set(rows.map(({ reference }) => reference));
};

/** Those of some disputes that the asker may see. */
export const visibleAmong = (
  references: readonly string[],
  asker: AskedBy,
  directory: Directory,
  today: LocalDate,
  readModels: ReadModels,
): ReadonlySet<string> => {
  const visible = visibleDisputes(asker, directory, today);
  const rows = readModels.all<{ reference: string }>(
    `SELECT register.reference FROM dispute_register AS register
      WHERE (${visible.sql}) AND register.reference IN (SELECT value FROM json_each(:references))`,
    { ...visible.parameters, references: JSON.stringify(references) },
  );
  return new Set(rows.map(({ reference }) => reference));
};
