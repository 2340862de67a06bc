import type { Permission } from '../../access/access-table.js';
import type { AskedBy } from '../../access/asker.js';
import { type Condition, type RelationConditions, scopeOf } from '../../access/scope.js';
import type { LocalDate } from '../../calendar/calendar.js';
import type { Directory } from '../../directory/directory.js';
import { ownCaseIn, visibleDisputes } from '../../disputes/list/visible-disputes.js';
import { FOR_EVERY_TEAM } from '../seats.js';
import { MEETING_READS } from './meeting-relations.js';

/** Those who were there read what was decided of each case, also when they sit in it no more. */
const ATTENDED = `EXISTS (SELECT 1 FROM json_each(meeting.attended) AS attendee WHERE attendee.value = :myself)`;

const SITS_AS_PERSON = `EXISTS (SELECT 1 FROM json_each(meeting.people) AS person WHERE person.value = :myself)`;

/** `head-of-service:virtual-head`, a post of the council's own, acts as a head of service (src/protocol/own-posts.ts). */
const ACTS_AS = `substr(:myKind, 1, instr(:myKind || ':', ':') - 1)`;

/** A post sits in it for the cases of the teams for which it answers; one that answers for every team sits in it for the themes too. */
const SITS_BY_POST = `EXISTS (SELECT 1 FROM json_each(meeting.posts) AS post WHERE post.value = :myKind)
  AND (${ACTS_AS} IN (${FOR_EVERY_TEAM.map((kind) => `'${kind}'`).join(', ')})
    OR EXISTS (SELECT 1 FROM challenge_items AS tabled JOIN dispute_register AS about ON about.reference = tabled.dispute
      WHERE tabled.meeting = meeting.meeting AND tabled.status <> 'taken-off'
        AND (about.team IN (SELECT value FROM json_each(:myTeams))
          OR about.addressed_team IN (SELECT value FROM json_each(:myTeams))
          OR EXISTS (SELECT 1 FROM json_each(about.addressed_also) AS also WHERE also.value IN (SELECT value FROM json_each(:myTeams))))))`;

const SITS = `${ATTENDED} OR ${SITS_AS_PERSON} OR (${SITS_BY_POST})`;

/** Named for an action over a theme, which is an item (under an alias). */
const isToActOn = (item: string): string => `${item}.about = 'theme' AND EXISTS (
  SELECT 1 FROM json_each(${item}.actions) AS action WHERE json_extract(action.value, '$.person') = :myself)`;

/** The relations of src/access/access-table.ts, said of a meeting (alias `meeting`). */
const MEETING_RELATIONS: RelationConditions = {
  sits: SITS,
  named: `EXISTS (SELECT 1 FROM challenge_items AS theirs WHERE theirs.meeting = meeting.meeting AND ${isToActOn('theirs')})`,
  'own-child': `EXISTS (
    SELECT 1 FROM challenge_items AS own JOIN dispute_register AS mine ON mine.reference = own.dispute
     WHERE own.meeting = meeting.meeting AND (${ownCaseIn('mine.reference', 'mine.held_by = :me')}))`,
};

/**
 * Said of an item (alias `item`; alias `register`: the dispute it is about). An IRO sees the items about their own children, a person who
 * undertook something over a theme that theme, and neither any other.
 */
const OWN_ITEM: RelationConditions = {
  'own-child': ownCaseIn('register.reference', 'register.held_by = :me'),
  named: isToActOn('item'),
};

/** The rows of `challenge_meetings AS meeting` that the asker may see. */
export const visibleMeetings = (asker: AskedBy, directory: Directory, today: LocalDate): Condition =>
  visibleBy(() => MEETING_RELATIONS, asker, directory, today);

/**
 * The items that the asker may see, beside `challenge_meetings AS meeting`, `challenge_items AS item` and `dispute_register AS register`.
 * A person who sits in a meeting sees its themes, the cases that they may read, and of a meeting that they attended what was decided.
 */
export const visibleItems = (asker: AskedBy, directory: Directory, today: LocalDate): Condition => {
  const cases = visibleDisputes(asker, directory, today);
  const sits = `(${SITS}) AND (item.dispute IS NULL OR (item.status = 'decided' AND ${ATTENDED})
    OR item.dispute IN (SELECT register.reference FROM dispute_register AS register WHERE ${cases.sql}))`;
  const items = visibleBy(
    (permission) => (permission === 'challenge.read-own' ? OWN_ITEM : { ...MEETING_RELATIONS, sits }),
    asker,
    directory,
    today,
  );
  return { sql: items.sql, parameters: { ...cases.parameters, ...items.parameters } };
};

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
