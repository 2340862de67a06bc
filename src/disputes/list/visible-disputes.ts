import { type AskedBy, seesAll } from '../../access/asker.js';
import { type Condition, type RelationConditions, scopeOf } from '../../access/scope.js';
import { rowOf } from '../../access/access-table.js';
import type { LocalDate } from '../../calendar/calendar.js';
import type { Directory } from '../../directory/directory.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { type Extent, EXTENTS, type Extents } from '../read/what-a-reader-sees.js';
import { NOT_HIDDEN, NOT_RESTRICTED } from '../restriction.js';

/** Children allocated to the asker today, by the latest allocation that has begun. */
export const OWN_CHILDREN = `SELECT allocated.child FROM child_allocations AS allocated
  WHERE allocated.iro = :me AND allocated.number = (
    SELECT max(other.number) FROM child_allocations AS other
    WHERE other.child = allocated.child AND (other."from" IS NULL OR other."from" <= :today))`;

const ADDRESSED = `EXISTS (SELECT 1 FROM json_each(register.addressed_posts) AS post WHERE post.value = :myKind)
  AND ((register.addressed_team IS NULL AND :myCouncil = 1) OR register.addressed_team IN (SELECT value FROM json_each(:myTeams)))`;

/** To whom it was ever addressed goes on seeing it. */
const ASKED = `EXISTS (
  SELECT 1 FROM json_each(register.asked) AS once, json_each(once.value, '$.posts') AS post
  WHERE post.value = :myKind
    AND ((json_extract(once.value, '$.team') IS NULL AND :myCouncil = 1)
      OR json_extract(once.value, '$.team') IN (SELECT value FROM json_each(:myTeams))))`;

/** Whoever was sent a copy goes on seeing it too. */
const COPIED = ASKED.replace('$.posts', '$.copiedTo');

const SITS = `EXISTS (SELECT 1 FROM json_each(register.tabled_posts) AS post WHERE post.value = :myKind)`;

/** The relations of src/access/access-table.ts, said of the rows of the dispute register (alias `register`). */
const RELATIONS: RelationConditions = {
  'own-child': `register.held_by = :me OR register.reference IN (
    SELECT named.reference FROM case_children AS named WHERE named.child IN (${OWN_CHILDREN}))`,
  'own-team': `register.team IN (SELECT value FROM json_each(:myTeams))
    OR register.addressed_team IN (SELECT value FROM json_each(:myTeams))`,
  addressee: ADDRESSED,
  asked: ASKED,
  copied: COPIED,
  sits: SITS,
  named: `register.reference IN (SELECT agreed.reference FROM actions AS agreed WHERE agreed.who IN (:myself, :myName))`,
  'own-act': `register.iro = :me`,
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
    extents.find(([each]) => asker.posts.some(({ kind }) => rowOf(each)[kind] !== undefined)) ?? extents[0]!;
  const scope = scopeOf(asker, permission, RELATIONS, directory, today);
  return { sql: `(${scope.sql}) AND ${NOT_HIDDEN}`, parameters: { ...scope.parameters, today }, extent };
};

/**
 * The rows of the register that a list for the asker names. The command line sees everything, but what it prints anybody may come to
 * hold, so it names no restricted record.
 */
export const namedInLists = (
  asker: AskedBy,
  directory: Directory,
  today: LocalDate,
  extents: Extents = EXTENTS,
): Condition =>
  seesAll(asker) ? { sql: NOT_RESTRICTED, parameters: {} } : visibleDisputes(asker, directory, today, extents);

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
