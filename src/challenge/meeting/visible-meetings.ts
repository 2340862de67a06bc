import type { Permission } from '../../access/access-table.js';
import type { AskedBy } from '../../access/asker.js';
import { type Condition, type RelationConditions, scopeOf } from '../../access/scope.js';
import type { LocalDate } from '../../calendar/calendar.js';
import type { Directory } from '../../directory/directory.js';
import { OWN_CHILDREN } from '../../disputes/list/visible-disputes.js';
import { MEETING_READS } from './meeting-relations.js';

const isOwnDispute = (alias: string): string =>
  `${alias}.held_by = :me OR ${alias}.reference IN (
    SELECT named.reference FROM case_children AS named WHERE named.child IN (${OWN_CHILDREN}))`;

/** The relations of src/access/access-table.ts, said of a meeting (alias `meeting`). */
const MEETING_RELATIONS: RelationConditions = {
  sits: `EXISTS (SELECT 1 FROM json_each(meeting.posts) AS post WHERE post.value = :myKind)`,
  'own-child': `EXISTS (
    SELECT 1 FROM challenge_items AS own JOIN dispute_register AS mine ON mine.reference = own.dispute
     WHERE own.meeting = meeting.meeting AND (${isOwnDispute('mine')}))`,
};

/** Said of an item (alias `register`: the dispute it is about). An IRO sees the items about their own children, and no others. */
const OWN_ITEM: RelationConditions = { 'own-child': isOwnDispute('register') };

/** The rows of `challenge_meetings AS meeting` that the asker may see. */
export const visibleMeetings = (asker: AskedBy, directory: Directory, today: LocalDate): Condition =>
  visibleBy(() => MEETING_RELATIONS, asker, directory, today);

/** The items that the asker may see, beside `challenge_meetings AS meeting` and `dispute_register AS register`. */
export const visibleItems = (asker: AskedBy, directory: Directory, today: LocalDate): Condition =>
  visibleBy(
    (permission) => (permission === 'challenge.read-own' ? OWN_ITEM : MEETING_RELATIONS),
    asker,
    directory,
    today,
  );

const visibleBy = (
  relations: (permission: Permission) => RelationConditions,
  asker: AskedBy,
  directory: Directory,
  today: LocalDate,
): Condition => {
  const scopes = MEETING_READS.map((permission) => scopeOf(asker, permission, relations(permission), directory, today));
  return {
    sql: `(${scopes.map(({ sql }) => sql).join(' OR ')})`,
    parameters: Object.assign({ today }, ...scopes.map(({ parameters }) => parameters)) as Condition['parameters'],
  };
};
