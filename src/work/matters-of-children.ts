import type { LocalDate } from '../calendar/calendar.js';
import { isChairAlone } from '../directory/iro-of-looked-after.js';
import { NONE_SET } from '../disputes/time/due.js';
import type { Population } from '../protocol/protocol.js';
import type { Council } from './council.js';
import type { Matter } from './matter.js';
import type { Office } from './office.js';

/** A child as the allocation of today has it. */
interface ChildRow {
  readonly child: string;
  /** Null where only a row of a register names the child. */
  readonly initials: string | null;
  readonly team: string | null;
  readonly iro: string | null;
  readonly population: Population;
}

/**
 * Children who need an IRO or a chair and have none in office, or who have no team, because it has ended and left open which of several has
 * them. A looked-after child needs an IRO: somebody who is a chair alone by now has no route to Cafcass. A vacancy is filled as soon as practicable (section 25A), also where nothing is open about the child.
 * Of a child whom only a register names nobody knows whether the council still looks after them: they are asked about while a record of theirs is open. One that is
 * restricted says nothing of its child to others.
 */
export const mattersOfChildren = ({ reading, office }: Council): Matter[] =>
  reading.readModels
    .all<ChildRow>(
      `SELECT named.child, named.initials, named.population, allocated.team, allocated.iro
         FROM children AS named LEFT JOIN child_allocations AS allocated ON allocated.child = named.child AND allocated.number = (
           SELECT max(other.number) FROM child_allocations AS other
           WHERE other.child = named.child AND (other."from" IS NULL OR other."from" <= :today))
        WHERE (named.initials IS NOT NULL OR ${HAS_SOMETHING_OPEN}) AND named.population IN ('looked-after', 'child-protection')
          AND named.died_on IS NULL AND named.left_care_on IS NULL
          AND (named.born_on IS NULL OR date(named.born_on, '+18 years') > :today)
        ORDER BY named.child`,
      { today: office.on },
    )
    .filter((row) => !isAllocated(row, office))
    .map((row) => toAllocate(row, office));

const HAS_SOMETHING_OPEN = `EXISTS (SELECT 1 FROM case_children AS open_case
  JOIN dispute_register AS register ON register.reference = open_case.reference
  WHERE open_case.child = named.child AND register.status = 'open' AND register.restricted_to IS NULL)`;

const isAllocated = ({ iro, team, population }: ChildRow, office: Office): boolean =>
  office.iro(iro).length > 0 &&
  !(population === 'looked-after' && iro !== null && isChairAlone(iro, office.on, office.directory)) &&
  team !== null &&
  isThere(team, office);

/** One team alone that took over has its children without a word. */
const isThere = (team: string, { directory, on }: Office): boolean => {
  const to: LocalDate | null = directory.team(team, on)?.to ?? null;
  return to === null || on <= to || directory.successorOf(team, on) !== null;
};

const toAllocate = ({ child, initials, iro, team }: ChildRow, office: Office): Matter => ({
  what: 'allocate-child',
  shown: {
    reference: child,
    children: [{ id: child, initials }],
    team: team === null ? null : { id: team, name: office.directory.team(team, office.on)?.name ?? null },
    ...{ theme: null, ladder: null, stage: null, stageName: null, raisedOn: office.on, takenOn: true },
    heldBy: iro === null ? null : { id: iro, name: office.directory.person(iro)?.name ?? null },
  },
  ...{ actionId: null, due: NONE_SET, waiting: null, hasFallen: true },
  asked: office.lastResort(team).asked.map((each) => ({ ...each, mayRead: true })),
});
