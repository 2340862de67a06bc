import type { LocalDate } from '../calendar/calendar.js';
import { begunBy, type ChildState } from '../directory/child.js';
import type { ChildEvent } from '../directory/events.js';
import type { Recipient } from './concerned.js';
import type { WorkedOn } from './end-of-care.js';
import { type Asked, fromTable } from './from-table.js';
import { tellsOf } from './table/table.js';
import { CHILDREN } from './templates.js';
import { lineAbout } from './told-of-directory.js';
import type { Wanted } from './who-is-told.js';

/** The people and records around a child when something happens to them. */
export interface AroundTheChild {
  /** The disputes of which people hear by themselves what becomes of the child. */
  readonly worked: readonly WorkedOn[];
  readonly on: LocalDate;
}

/**
 * Those who answer for a child, of what happens to the child. A person who hears of it with a dispute does not hear it twice.
 *
 * @param before the child as it was
 */
export const toldOfChild = (event: ChildEvent, before: ChildState | null, around: AroundTheChild): Wanted[] => {
  switch (event.type) {
    case 'ChildAllocated':
      return toldOfAllocation(event, before, around);
    case 'ChildLeftCare':
    case 'ChildCameBackIntoCare':
      return fromTable(tellsOf('child', event.type), {
        recipients: { 'iro-of-the-child': iroOf(before, around.on) },
        line: lineAbout(CHILDREN, 'child', event.data.on),
      });
    case 'ChildDied':
    case 'ChildDeathTakenBack':
      // The day of a death that is put right is no news.
      return event.type === 'ChildDied' && before?.diedOn != null ? [] : toldOfDeath(event, before, around);
    default:
      return [];
  }
};

/** Who holds a dispute that is set aside hears of that, and so do the IRO managers. */
const toldOfDeath = (
  event: Extract<ChildEvent, { type: 'ChildDied' | 'ChildDeathTakenBack' }>,
  before: ChildState | null,
  { worked, on }: AroundTheChild,
): Wanted[] => {
  const iro = iroOf(before, on).filter(({ person }) => !worked.some(({ heldBy }) => heldBy === person));
  const managers: Recipient[] = worked.length > 0 ? [] : [{ post: 'iro-manager', team: null }];
  return fromTable(tellsOf('child', event.type), {
    recipients: { 'iro-of-the-child': iro, 'iro-managers': managers },
    line: lineAbout(CHILDREN, 'child'),
  });
};

/**
 * The IRO who had a child until the allocation, or was to have the child by a plan that it takes the place of; the one who has the
 * child from then on; and the managers of the teams, who deal with another IRO, or get a child or give one up. A whole caseload that changes
 * hands is told once, as such.
 */
const toldOfAllocation = (
  event: Extract<ChildEvent, { type: 'ChildAllocated' }>,
  before: ChildState | null,
  { worked }: AroundTheChild,
): Wanted[] => {
  const { iro, team, from, caseload } = event.data;
  if (caseload !== undefined) return [];
  const allocations = before?.allocations ?? [];
  const begun = begunBy(allocations, from);
  const { iro: had = null, team: wasWith = null } = begun.at(-1) ?? {};
  const wereToHave = allocations.filter((each) => !begun.includes(each)).map((each) => each.iro);
  const lose = [...new Set([had, ...wereToHave])].flatMap((person) => person ?? []).filter((person) => person !== iro);
  const moves = wasWith !== null && wasWith !== team;
  const isNothingOpen = worked.length === 0;
  const managersOf = (of: string | null, isTold: boolean): Recipient[] =>
    isTold && of !== null ? [{ post: 'team-manager', team: of }] : [];
  const recipients: Asked['recipients'] = {
    'had-the-child': lose.map((person) => ({ person })),
    'has-the-child-next': iro !== null && had !== null && had !== iro ? [{ person: iro }] : [],
    'manager-of-the-team': managersOf(team, had !== null && had !== iro && !moves),
    'manager-of-the-next-team': managersOf(team, moves && isNothingOpen),
    'manager-of-the-team-before': managersOf(wasWith, moves && isNothingOpen),
  };
  return fromTable(tellsOf('child', event.type), { recipients, line: lineAbout(CHILDREN, 'child', from) });
};

const iroOf = (before: ChildState | null, on: LocalDate): { person: string }[] => {
  const iro = begunBy(before?.allocations ?? [], on).at(-1)?.iro ?? null;
  return iro === null ? [] : [{ person: iro }];
};
