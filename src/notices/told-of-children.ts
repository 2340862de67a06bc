import type { LocalDate } from '../calendar/calendar.js';
import { ADULT, dayOfAge } from '../calendar/dates.js';
import { begunBy, careCorrectedBy, type ChildState, comingOfAgeCorrectedBy } from '../directory/child.js';
import type { ChildEvent } from '../directory/events.js';
import { mayRead } from '../disputes/restriction.js';
import type { Recipient } from './concerned.js';
import type { WorkedOn } from './end-of-care.js';
import { type Asked, fromTable } from './from-table.js';
import { BEFOREHAND, tellsOf } from './table/table.js';
import { CHILDREN } from './where-it-leads.js';
import { lineAbout } from './told-of-directory.js';
import type { Wanted } from './who-is-told.js';

/** The people and records around a child when something happens to them. */
export interface AroundTheChild {
  /** The disputes of which people hear by themselves what becomes of the child. */
  readonly worked: readonly WorkedOn[];
  /** Person ids of those who manage the IROs. */
  readonly iroManagers: readonly string[];
  /** The managers of the child’s team hear with a dispute, which asks them for an answer, that the child moves. */
  readonly isAskedOfManagers: boolean;
  /** Somebody did it; a file that is read in says of many children at once who has them. */
  readonly isBySomebody: boolean;
  /** The first day of which a birthday is told by itself. */
  readonly birthdaysToldFrom: LocalDate;
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
    case 'ChildDetailsCompleted': {
      const care = careCorrectedBy(event, before, around.on);
      const age = isInCare(before) ? comingOfAgeCorrectedBy(event, before, around.on) : null;
      const eighteenth = event.data.bornOn === null ? around.on : dayOfAge(event.data.bornOn, ADULT);
      return fromTable(tellsOf('child', event.type), {
        recipients: { 'iro-of-the-child': iroOf(before, around.on) },
        holds: {
          ...{ 'corrected-out-of-care': care === 'over', 'corrected-into-care': care === 'goes-on' },
          // A later birthday is told by the sweep, as of everybody.
          'corrected-to-18': age === 'is-18' && eighteenth < around.birthdaysToldFrom,
          'corrected-to-under-18': age === 'is-not' && care === null,
        },
        line: (kind) => lineAbout(CHILDREN, 'child', kind === 'your-child-turned-18' ? eighteenth : around.on)(kind),
      });
    }
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

const isInCare = (before: ChildState | null): boolean =>
  before !== null && before.population === 'looked-after' && before.leftCare === null && before.diedOn === null;

/** Whether care, which the record had over, is by this event not over, or not yet on the day on which it was said to be. */
export const putsTheEndOfCareRight = (event: ChildEvent, before: ChildState | null): boolean => {
  if (before === null) return false;
  switch (event.type) {
    case 'ChildDetailsCompleted':
      return (
        (before.bornOn !== null && before.bornOn !== event.data.bornOn) ||
        (before.isCorrectedOutOfCare && event.data.population === 'looked-after')
      );
    case 'ChildLeftCare':
      return before.leftCare !== null && event.data.on > before.leftCare.on;
    case 'ChildCameBackIntoCare':
      return before.leftCare !== null && event.data.on <= before.leftCare.on;
    case 'ChildDeathTakenBack':
      return true;
    default:
      return false;
  }
};

/**
 * Who holds a dispute that is set aside hears of that, and so do the IRO managers; where they may read none of these, they hear of the child
 * alone.
 */
const toldOfDeath = (
  event: Extract<ChildEvent, { type: 'ChildDied' | 'ChildDeathTakenBack' }>,
  before: ChildState | null,
  { worked, iroManagers, on }: AroundTheChild,
): Wanted[] => {
  // Of one that goes on already nothing is taken back, so whoever holds it hears of the child.
  const goingOn = event.type === 'ChildDeathTakenBack' ? worked.filter(({ goesOn }) => goesOn) : [];
  const others = worked.filter((each) => !goingOn.includes(each));
  const answering = new Set([...iroOf(before, on).map(({ person }) => person), ...goingOn.map(({ heldBy }) => heldBy)]);
  const iro = [...answering].flatMap((person) =>
    person === null || others.some(({ heldBy }) => heldBy === person) ? [] : [{ person }],
  );
  const managersHear = others.some(
    ({ heldBy, restrictedTo }) =>
      restrictedTo === null || iroManagers.some((person) => mayRead(person, { heldBy, restrictedTo })),
  );
  const managers: Recipient[] = managersHear ? [] : [{ post: 'iro-manager', team: null }];
  return fromTable(tellsOf('child', event.type), {
    recipients: { 'iro-of-the-child': iro, 'iro-managers': managers },
    line: lineAbout(CHILDREN, 'child'),
  });
};

/** The team of a child until an allocation; null where there was none. */
export const teamUntil = (
  { data: { from } }: Extract<ChildEvent, { type: 'ChildAllocated' }>,
  before: ChildState | null,
): string | null => begunBy(before?.allocations ?? [], from).at(-1)?.team ?? null;

/**
 * The IRO who had a child until the allocation, or was to have the child by a plan that it takes the place of; the one who has the
 * child from then on, also as the first; and the managers of the teams, who deal with another IRO, or get a child or give one up. A whole
 * caseload that changes hands is told once, as such.
 */
const toldOfAllocation = (
  event: Extract<ChildEvent, { type: 'ChildAllocated' }>,
  before: ChildState | null,
  { isAskedOfManagers, isBySomebody }: AroundTheChild,
): Wanted[] => {
  const { iro, team, from, caseload } = event.data;
  if (caseload !== undefined) return [];
  const allocations = before?.allocations ?? [];
  const begun = begunBy(allocations, from);
  const { iro: had = null, team: wasWith = null } = begun.at(-1) ?? {};
  const wereToHave = allocations.filter((each) => !begun.includes(each)).map((each) => each.iro);
  const lose = [...new Set([had, ...wereToHave])].flatMap((person) => person ?? []).filter((person) => person !== iro);
  const moves = wasWith !== null && wasWith !== team;
  const isAsked = wasWith !== team && isAskedOfManagers;
  const comes = wasWith !== team && (wasWith !== null || isBySomebody);
  const isAnew = had !== iro && (had !== null || isBySomebody);
  const managersOf = (of: string | null, isTold: boolean): Recipient[] =>
    isTold && of !== null ? [{ post: 'team-manager', team: of }] : [];
  const recipients: Asked['recipients'] = {
    'had-the-child': lose.map((person) => ({ person })),
    'has-the-child-next': iro !== null && isAnew ? [{ person: iro }] : [],
    'manager-of-the-team': managersOf(team, had !== null && had !== iro && !moves),
    'manager-of-the-next-team': managersOf(team, comes && !isAsked),
    'manager-of-the-team-before': managersOf(wasWith, moves && !isAsked),
  };
  return fromTable(tellsOf('child', event.type), { recipients, line: lineAbout(CHILDREN, 'child', from) });
};

/**
 * The IRO whom a young person had on their eighteenth birthday, which is no event.
 * @param hear person ids of those who hear of it with a dispute that they hold
 */
export const toldOfBirthday = (iro: string | null, on: LocalDate, hear: ReadonlySet<string | null>): Wanted[] => {
  const { notice } = BEFOREHAND['a child in care turns 18'];
  const line = lineAbout(CHILDREN, 'child', on);
  return iro === null || hear.has(iro) ? [] : [{ ...line(notice), to: { person: iro } }];
};

const iroOf = (before: ChildState | null, on: LocalDate): { person: string }[] => {
  const iro = begunBy(before?.allocations ?? [], on).at(-1)?.iro ?? null;
  return iro === null ? [] : [{ person: iro }];
};
