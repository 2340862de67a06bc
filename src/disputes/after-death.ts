import { SET_ASIDE } from '../../projections/deadlines/date-columns.js';
import { type AskedBy, seesAll } from '../access/asker.js';
import type { Condition } from '../access/scope.js';
import type { LocalDate } from '../calendar/calendar.js';
import { childrenOfIro } from '../directory/children-in-sql.js';
import type { Directory } from '../directory/directory.js';
import { answersForTheService, countsWithoutNames, type Onlooker } from './restriction.js';

/*
 * The readers of records about a child who has died: the IRO or chair whose it is, and the IRO managers; those who count rows without a child
 * and without a word go on counting them. Everything that is about a child asks here, at every request: the child's page and
 * history, disputes in every state, conversations, rows of a register, acknowledgements, checks and recommendations. A dispute that
 * is frozen for the death has a list of readers since, which people may change, and that list decides (restriction.ts).
 */

/** The owners of a record: the IRO or chair who holds a dispute; for all else, those to whom its children are allocated today. */
export type Owners = readonly (string | null | undefined)[];

/** Whether somebody goes on reading what is about a child who has died. */
export const readsAfterDeath = (onlooker: Onlooker, owners: Owners): boolean =>
  owners.includes(onlooker.person) || managesIros(onlooker) || countsWithoutNames(onlooker);

/** Whether something about some children is kept from somebody because one of them has died. */
export const isKeptByDeath = (
  children: readonly string[],
  onlooker: Onlooker,
  directory: Pick<Directory, 'child'>,
  today: LocalDate,
  owners: Owners = children.map((child) => directory.child(child, today)?.iro),
): boolean => hasOneDied(children, directory) && !readsAfterDeath(onlooker, owners);

export const hasOneDied = (children: readonly string[], directory: Pick<Directory, 'child'>): boolean =>
  firstDeathOf(children, directory) !== null;

/** The day on which the first of some children died; null where none has. */
export const firstDeathOf = (children: readonly string[], directory: Pick<Directory, 'child'>): LocalDate | null =>
  children.flatMap((child) => directory.child(child, LATEST)?.diedOn ?? []).sort()[0] ?? null;

const LATEST = '9999-12-31';

const managesIros = ({ posts }: Onlooker): boolean => posts.some(({ kind }) => kind === 'iro-manager');

// --- The same in SQL, with the values that {@link afterDeathFor} gives -------------------------------------------------------

/** Record numbers of the children who have died. */
export const DEAD_CHILDREN = `SELECT died.child FROM children AS died WHERE died.died_at IS NOT NULL`;
const MINE = childrenOfIro(':myself');

/** A person who reads all of it: IRO managers, and those who count without names. */
export const READS_ALL_AFTER_DEATH = '(:managesIros OR :countsWithoutNames)';

/** It is about a child whose IRO or chair the reader is. @param reference the column of a case's reference */
export const isCaseOfMine = (reference: string): string => `${reference} IN (
  SELECT of_it.reference FROM case_children AS of_it WHERE of_it.child IN (${MINE}))`;

/** Rows about a child that no death keeps from the reader. @param child the column of the child */
export const childNotKeptByDeath = (child: string): string =>
  `(${READS_ALL_AFTER_DEATH} OR ${child} NOT IN (${DEAD_CHILDREN}) OR ${child} IN (${MINE}))`;

/** Rows about a case that no death keeps from the reader. @param reference the column of its reference */
export const caseNotKeptByDeath = (reference: string): string =>
  `(${READS_ALL_AFTER_DEATH} OR ${reference} NOT IN (${SET_ASIDE}) OR ${isCaseOfMine(reference)})`;

export const afterDeathFor = (onlooker: Onlooker, today: LocalDate): Condition['parameters'] => ({
  myself: onlooker.person,
  today,
  managesIros: managesIros(onlooker) ? 1 : 0,
  ofTheService: answersForTheService(onlooker) ? 1 : 0,
  countsWithoutNames: countsWithoutNames(onlooker) ? 1 : 0,
});

/** Rows that somebody may see, without those that a death keeps from them. */
export const withinDeath = (visible: Condition, notKept: string, asker: AskedBy, today: LocalDate): Condition =>
  seesAll(asker)
    ? { sql: visible.sql, parameters: { ...visible.parameters, today } }
    : {
        sql: `(${visible.sql}) AND ${notKept}`,
        parameters: { ...visible.parameters, ...afterDeathFor(asker, today) },
      };
