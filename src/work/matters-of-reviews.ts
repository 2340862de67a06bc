import { mayKnow } from '../access/access.js';
import type { Instant, LocalDate } from '../calendar/calendar.js';
import type { Child } from '../directory/directory.js';
import { relationsToChild } from '../directory/relations.js';
import { DEAD_CHILDREN } from '../disputes/after-death.js';
import { answersForTheService } from '../disputes/restriction.js';
import { awaitedBy, type Due, dueAsOf, NONE_SET } from '../disputes/time/due.js';
import { waitingSince } from '../disputes/time/waiting.js';
import type { PostKind } from '../protocol/protocol.js';
import { outstandingTo, standingTo } from '../reviews/without-hidden.js';
import { holdersAbove } from '../roles/above.js';
import { countedBy } from '../reading/reading.js';
import type { Council } from './council.js';
import { type Asked, isLongWithTheIro, type Matter, type Shown, type Work } from './matter.js';
import type { InOffice, Office } from './office.js';

/*
 * The matters of reviews: recommendations that wait for an answer or for a decision, and checks of standards that are not finished. They follow
 * the child as it is allocated today, and after a child's death nobody is asked anything. Neither is restricted.
 */

interface RecommendationsRow {
  readonly reference: string;
  readonly child: string;
  readonly team: string | null;
  readonly answered_by: string;
  readonly sent_on: LocalDate;
  readonly due_on: LocalDate;
  readonly due_at: Instant;
  readonly not_yet_certain: number;
  readonly standing: 'awaiting-answer' | 'to-decide';
}

/** To say whether they agree, or they count as agreed; and, as the child's IRO, what follows where they do not. */
export const mattersOfRecommendations = ({ reading, office, reader }: Council): Matter[] => {
  const standing = standingTo(reader, office.on);
  return reading.readModels
    .all<RecommendationsRow>(
      `SELECT reference, child, team, answered_by, sent_on, due_on, due_at, not_yet_certain, ${standing.sql} AS standing
         FROM recommendations AS sent
        WHERE ${standing.sql} IN ('awaiting-answer', 'to-decide') AND child NOT IN (${DEAD_CHILDREN})`,
      standing.parameters,
    )
    .map((row) => {
      const child = office.directory.child(row.child, office.on);
      const shown = shownOf({ ...row, heldOn: row.sent_on }, child, office);
      const ofTheIro = (): Matter => ofTheChildsIro('decide-on-disagreement', shown, child, office);
      return row.standing === 'to-decide' ? ofTheIro() : toAnswer(row, shown, child, { reading, office });
    });
};

const toAnswer = (
  row: RecommendationsRow,
  shown: Shown,
  child: Child | undefined,
  { reading, office }: Pick<Council, 'reading' | 'office'>,
): Matter => {
  const kinds = JSON.parse(row.answered_by) as PostKind[];
  const due = dueOf(row, reading);
  const asked = kinds.flatMap((kind) => office.holders(kind, row.team, [row.child]));
  if (asked.length > 0) return matterOf('answer-recommendations', shown, due, asked.map(reads));
  const above = kinds.flatMap((kind) =>
    holdersAbove(kind, { team: row.team, service: null }, office.directory, office.on)
      .flatMap(({ person, ...post }): InOffice[] => (person === null ? [] : [{ person, post, owner: null }]))
      .filter((each) => mayReadOf(child, each, office)),
  );
  const instead = above.length > 0 ? above.map(reads) : lastResort(row.team, office);
  return { ...matterOf('fill-vacancy', shown, due, instead), hasFallen: true };
};

interface CheckRow {
  readonly reference: string;
  readonly child: string;
  readonly heldOn: LocalDate;
  readonly outstanding: 'to-answer' | 'to-decide';
}

/** One for all standards of a check that are not answered, and one for all about which it is to be decided. */
export const mattersOfChecks = ({ reading, office, reader }: Council): Matter[] => {
  const outstanding = outstandingTo(reader, office.on);
  return reading.readModels
    .all<CheckRow>(
      `SELECT DISTINCT reference, child, held_on AS heldOn, ${outstanding.sql} AS outstanding FROM review_checks AS checks
        WHERE ${outstanding.sql} IS NOT NULL AND child NOT IN (${DEAD_CHILDREN})
        ORDER BY held_on, reference, ${outstanding.sql}`,
      outstanding.parameters,
    )
    .flatMap((row) => {
      const child = office.directory.child(row.child, office.on);
      const what = row.outstanding === 'to-answer' ? 'answer-check' : 'decide-on-check';
      const team = child?.team ?? null;
      const waiting = waitingSince(NONE_SET, row.heldOn, countedBy(reading));
      const matter = { ...ofTheChildsIro(what, shownOf({ ...row, team }, child, office), child, office), waiting };
      return isLongWithTheIro(matter) ? [matter, ...waitsLong(matter, team, office)] : [matter];
    });
};

/** Those who manage the IROs, but for the person who is asked already. */
const waitsLong = (matter: Matter, team: string | null, office: Office): Matter[] => {
  const asked = office
    .holders('iro-manager', team)
    .filter(({ person }) => !matter.asked.some((each) => each.person === person))
    .map(reads);
  return asked.length === 0 ? [] : [{ ...matter, what: 'waits-long', asked }];
};

/** If the child has no IRO in office, those who answer for the IRO service raise it, or allocate the child. */
const ofTheChildsIro = (what: Work, shown: Shown, child: Child | undefined, office: Office): Matter => {
  const asked = office.iro(child?.iro ?? null);
  return asked.length > 0
    ? matterOf(what, shown, NONE_SET, asked.map(reads))
    : { ...matterOf(what, shown, NONE_SET, lastResort(child?.team ?? null, office)), hasFallen: true };
};

const matterOf = (what: Work, shown: Shown, due: Due, asked: readonly Asked[]): Matter => ({
  ...{ what, shown, actionId: null, due, waiting: null, asked, hasFallen: false },
});

const reads = (found: InOffice): Asked => ({ ...found, mayRead: true });

const mayReadOf = (child: Child | undefined, { person }: InOffice, office: Office): boolean => {
  const asker = office.asker(person);
  return (
    child !== undefined &&
    mayKnow(asker, relationsToChild(child, asker, office.directory, office.on), ['recommendations.read'])
  );
};

const lastResort = (team: string | null, office: Office): Asked[] =>
  office.lastResort(team).asked.map((found) => ({
    ...found,
    mayRead: found.post !== null && answersForTheService({ posts: [found.post] }),
  }));

const shownOf = (
  row: Pick<CheckRow, 'reference' | 'child' | 'heldOn'> & { readonly team: string | null },
  child: Child | undefined,
  { directory, on }: Office,
): Shown => ({
  reference: row.reference,
  children: [{ id: row.child, initials: child?.initials ?? null }],
  team: row.team === null ? null : { id: row.team, name: directory.team(row.team, on)?.name ?? null },
  ...{ theme: null, ladder: null, stage: null, stageName: null, raisedOn: row.heldOn, takenOn: true },
  heldBy: child?.iro == null ? null : { id: child.iro, name: directory.person(child.iro)?.name ?? null },
});

/** A date that is not yet certain makes nobody late: once it has passed, nobody knows what the date will be. */
const dueOf = ({ due_on, due_at, not_yet_certain }: RecommendationsRow, { now, calendar }: Council['reading']): Due => {
  const due = dueAsOf(awaitedBy(due_on, due_at), now, calendar);
  return due.late && not_yet_certain === 1 ? NONE_SET : due;
};
