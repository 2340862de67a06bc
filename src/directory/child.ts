import type { LocalDate } from '../calendar/calendar.js';
import { ADULT, ageOn } from '../calendar/dates.js';
import { assertNever, changedBy, type Decider, mustSay, Refusal, refuse } from '../platform/decider.js';
import type { Population } from '../protocol/protocol.js';
import type { ChildAct } from './acts.js';
import type { ChildEvent, LeavingCare, SocialWorkerNamed } from './events.js';
import { type ChildContext, mustHaveAnIro } from './iro-of-looked-after.js';
import { mustBeDates, mustBeNamed, notRegistered } from './rules.js';

interface Allocation {
  readonly team: string | null;
  readonly iro: string | null;
  readonly from: LocalDate | null;
}

type Holders = Pick<Allocation, 'team' | 'iro'>;
const NOBODY: Holders = { team: null, iro: null };

/** A child as the events have left them; null until registered. */
export interface ChildState {
  readonly initials: string | null;
  readonly bornOn: LocalDate | null;
  readonly population: Population;
  readonly fromRegister: boolean;
  /** In the order of their first days; one that lies ahead is a plan, and gives way to one that is recorded later and begins before it. */
  readonly allocations: readonly Allocation[];
  /** The person who has been the child's social worker, as of the allocations. */
  readonly socialWorkers: readonly SocialWorkerNamed[];
  readonly leftCare: { readonly on: LocalDate; readonly because: LeavingCare } | null;
  readonly diedOn: LocalDate | null;
  /** Was looked after by the record, and by a correction of it is not; nobody has recorded that the child left care. */
  readonly isCorrectedOutOfCare: boolean;
}

export const childStream = (recordNumber: string): string => `child-${recordNumber}`;

/**
 * A child by record number: who holds them is recorded over time, so that a dispute stays under the team of its day. Without a context
 * nobody is taken to be a conference chair.
 */
export const childDecider: Decider<ChildState | null, ChildAct, ChildEvent, ChildContext | null> = {
  initial: null,

  evolve: (state, event) => {
    if (event.type === 'ChildRegistered') {
      const { initials, bornOn, population, fromRegister } = event.data;
      return {
        ...{ initials, bornOn, population, fromRegister },
        ...{ allocations: [], socialWorkers: [], leftCare: null, diedOn: null, isCorrectedOutOfCare: false },
      };
    }
    if (state === null) return state;
    switch (event.type) {
      case 'ChildDetailsCompleted':
        return {
          ...{ ...state, ...event.data, fromRegister: false },
          isCorrectedOutOfCare: isOutOfCareBy(event.data.population, state),
        };
      case 'ChildLeftCare':
        return { ...state, leftCare: event.data };
      case 'ChildCameBackIntoCare':
        return { ...state, leftCare: null };
      case 'ChildDied':
        return { ...state, diedOn: event.data.on };
      case 'ChildDeathTakenBack':
        return { ...state, diedOn: null };
      case 'ChildAllocated':
        return { ...state, allocations: [...begunBy(state.allocations, event.data.from), event.data] };
      case 'SocialWorkerNamed':
        return { ...state, socialWorkers: [...begunBy(state.socialWorkers, event.data.from), event.data] };
      default:
        return state;
    }
  },

  decide: (act, state, context) => {
    if (act.type === 'register') return register(act, state, context);
    if (state === null) return notRegistered('child');
    switch (act.type) {
      case 'complete':
        return complete(act, state, context);
      case 'leave-care':
        return leaveCare(act, state);
      case 'come-back-into-care':
        return comeBackIntoCare(act.on, state, context);
      case 'record-death':
        return recordDeath(act.on, state);
      case 'take-back-death':
        return takeBackDeath(act.reason, state);
      case 'allocate':
        return allocate(act, state, context);
      case 'name-social-worker':
        return nameSocialWorker(act, state);
      default:
        return assertNever(act);
    }
  },
};

/** Whether the record of a child who was in care says with a population that they are not, or goes on saying so. */
const isOutOfCareBy = (population: Population, state: ChildState): boolean =>
  population !== 'looked-after' &&
  (state.isCorrectedOutOfCare || (isLookedAfter(state) && !state.fromRegister && state.diedOn === null));

/** Of what holds from a day on, all that has begun by another; null: from the beginning. */
export const begunBy = <Held extends { readonly from: LocalDate | null }>(
  held: readonly Held[],
  day: LocalDate | null,
): Held[] => held.filter(({ from }) => from === null || (day !== null && from <= day));

/** Of what holds from a day on, all that does on another day or later. */
const heldFrom = <Held extends { readonly from: LocalDate | null }>(
  held: readonly Held[],
  day: LocalDate | null,
): Held[] => {
  const begun = begunBy(held, day);
  return [...begun.slice(-1), ...held.filter((each) => !begun.includes(each))];
};

/** Of what holds from a day on, all that begins after a day, in the order of the first days. */
export const toCome = <Held extends { readonly from: LocalDate | null }>(
  held: readonly Held[],
  day: LocalDate,
): (Held & { readonly from: LocalDate })[] =>
  held.flatMap((each) => (each.from !== null && each.from > day ? [{ ...each, from: each.from }] : []));

/** The day from which a new one holds, where none is given: today, once there has been one. The first holds from the beginning. */
const newFrom = (from: LocalDate | null, held: readonly unknown[], today: LocalDate | undefined): LocalDate | null =>
  from ?? (held.length > 0 ? (today ?? null) : null);

/** The holder whom a new one follows: a plan that it begins before gives way to it, but nothing that has begun. */
const heldBefore = <Held extends { readonly from: LocalDate | null }>(
  held: readonly Held[],
  from: LocalDate | null,
  today: LocalDate | undefined,
): Held | undefined => {
  const isPlan = (each: Held): boolean => today !== undefined && each.from !== null && each.from > today;
  return held.findLast((each) => !(isPlan(each) && from !== null && from < each.from!));
};

/**
 * Whether care is over, or goes on after all, by a correction of what a child is. After the eighteenth birthday nothing hangs on it.
 *
 * @param on the day of the correction
 */
export const careCorrectedBy = (
  { data }: Extract<ChildEvent, { type: 'ChildDetailsCompleted' }>,
  before: ChildState | null,
  on: LocalDate,
): 'over' | 'goes-on' | null => {
  if (before === null || (data.bornOn !== null && ageOn(on, data.bornOn) >= ADULT)) return null;
  const isOutOfCare = isOutOfCareBy(data.population, before);
  if (isOutOfCare === before.isCorrectedOutOfCare) return null;
  return isOutOfCare ? 'over' : 'goes-on';
};

/**
 * Whether by a correction of the day of birth a young person is 18 by a day who was not, or is not who was.
 *
 * @param on the day of the correction
 */
export const comingOfAgeCorrectedBy = (
  { data }: Extract<ChildEvent, { type: 'ChildDetailsCompleted' }>,
  before: ChildState | null,
  on: LocalDate,
): 'is-18' | 'is-not' | null => {
  if (before === null || before.fromRegister) return null;
  const isAdult = (bornOn: LocalDate | null): boolean => bornOn !== null && ageOn(on, bornOn) >= ADULT;
  if (isAdult(data.bornOn) === isAdult(before.bornOn)) return null;
  return isAdult(data.bornOn) ? 'is-18' : 'is-not';
};

/** The acts that fit how the record of a child stands. Whether somebody may do them is asked of the access table. */
export const actsThatFit = ({ leftCare, diedOn }: ChildState): ChildAct['type'][] => [
  'complete',
  ...(diedOn === null ? (['allocate', 'name-social-worker', 'leave-care'] as const) : []),
  ...(leftCare === null || diedOn !== null ? [] : (['come-back-into-care'] as const)),
  'record-death',
  ...(diedOn === null ? [] : (['take-back-death'] as const)),
];

const register = (
  { type: _, ...child }: Extract<ChildAct, { type: 'register' }>,
  state: ChildState | null,
  context: ChildContext | null,
): ChildEvent[] => {
  mustBeDates(child.bornOn);
  if (state === null) return [{ type: 'ChildRegistered', data: child }];
  // A register's row knows no more than the directory does; anything else tells us the child's details.
  if (child.fromRegister || child.initials === null) return [];
  return complete({ initials: child.initials, bornOn: child.bornOn, population: child.population }, state, context);
};

type Details = Omit<Extract<ChildAct, { type: 'complete' }>, 'type'>;

const complete = (details: Details, state: ChildState, context: ChildContext | null): ChildEvent[] => {
  const { initials, population } = details;
  const { bornOn = state.bornOn } = details;
  mustBeNamed(initials);
  mustBeDates(bornOn);
  mustBeBornBefore(bornOn, state);
  if (!isLookedAfter(state)) mustBeWithAnIro({ ...state, population }, context, '/population');
  const known =
    !state.fromRegister && state.initials === initials && state.bornOn === bornOn && state.population === population;
  return known ? [] : [{ type: 'ChildDetailsCompleted', data: { initials, bornOn, population } }];
};

/** Of a child who is known better than that, nobody records that they left care. */
const NOT_IN_CARE: readonly Population[] = ['child-protection', 'child-in-need'];

/**
 * Nothing follows by itself for what is open about the child: each dispute is decided by somebody.
 *
 * @throws Refusal `has-died`, `not-yet-18`, `not-in-care`
 */
const leaveCare = ({ on, because }: Extract<ChildAct, { type: 'leave-care' }>, state: ChildState): ChildEvent[] => {
  mustBeDates(on);
  if (state.leftCare?.on === on && state.leftCare.because === because) return [];
  mustLive(state);
  mustBeInTheLife(on, state);
  if (because === 'turned-18' && state.bornOn !== null && ageOn(on, state.bornOn) < ADULT)
    refuse(
      'not-yet-18',
      'The young person is not 18 on that day. Check the day, the day of birth and the record number, or choose another reason.',
      { pointer: '/because' },
    );
  if (state.leftCare === null && NOT_IN_CARE.includes(state.population))
    refuse(
      'not-in-care',
      'By the record this child is not in care. Correct first what the child is, if that is wrong.',
    );
  return [{ type: 'ChildLeftCare', data: { on, because } }];
};

/** A dispute that was to be decided because the child had left is so no more; a decision made meanwhile stays. */
const comeBackIntoCare = (on: LocalDate, state: ChildState, context: ChildContext | null): ChildEvent[] => {
  const { leftCare } = state;
  mustBeDates(on);
  mustLive(state);
  if (leftCare === null)
    return refuse('in-care', 'It is not on record that this child left care. Check the record number.');
  if (on < leftCare.on)
    refuse('back-before-leaving', `The child left care on ${leftCare.on}. Give a day from then on.`);
  mustBeWithAnIro({ ...state, leftCare: null }, context, '/on');
  return [{ type: 'ChildCameBackIntoCare', data: { on } }];
};

/** @throws Refusal `born-too-late` where something is on record that happened to the child before */
const mustBeBornBefore = (bornOn: LocalDate | null, { leftCare, diedOn }: ChildState): void => {
  const after = [leftCare?.on, diedOn].flatMap((day) => day ?? []).sort()[0];
  if (bornOn !== null && after !== undefined && bornOn > after)
    refuse('born-too-late', `It is on record that this child left care or died on ${after}. Check the day of birth.`);
};

/** @throws Refusal `outside-the-life` */
const mustBeInTheLife = (on: LocalDate, { bornOn }: ChildState): void => {
  if (bornOn !== null && on < bornOn) refuse('outside-the-life', 'That is before the child’s birth. Check the day.');
};

/**
 * Of a child who has died nothing more is recorded but who looks after the record, and what puts it right.
 * @throws Refusal `has-died`
 */
const mustLive = ({ diedOn }: ChildState): void => {
  if (diedOn !== null)
    refuse(
      'has-died',
      'It is on record that this child has died. Check the record number. If the death was recorded by mistake, take it back first.',
    );
};

const recordDeath = (on: LocalDate, state: ChildState): ChildEvent[] => {
  mustBeDates(on);
  if (state.bornOn !== null && on < state.bornOn)
    refuse('died-before-birth', 'That is before the child’s birth. Check the day, and the record number.');
  return state.diedOn === on ? [] : [{ type: 'ChildDied', data: { on } }];
};

/** The record of it stays; what follows from it in the child’s disputes is taken back too. */
const takeBackDeath = (reason: string, { diedOn }: ChildState): ChildEvent[] => {
  mustSay(reason, 'why it is taken back');
  if (diedOn === null) return refuse('lives', 'It is not on record that this child has died. Check the record number.');
  return [{ type: 'ChildDeathTakenBack', data: { on: diedOn, reason } }];
};

const allocate = (
  { from: given, caseload, today, ...to }: Extract<ChildAct, { type: 'allocate' }>,
  state: ChildState,
  context: ChildContext | null,
): ChildEvent[] => {
  mustBeDates(given);
  const from = newFrom(given, state.allocations, today);
  if (to.team === undefined && to.iro === undefined)
    throw new Refusal('invalid', 'nobody-said', 'Say a team, an IRO, or both. What you leave out stays as it is.', {
      pointer: '/team',
    });
  const saysSo = ({ team, iro }: Allocation): boolean =>
    (to.team === undefined || to.team === team) && (to.iro === undefined || to.iro === iro);
  const now = heldBefore(state.allocations, from, today);
  const takesThePlaceOfAPlan = now !== state.allocations.at(-1);
  if (
    !takesThePlaceOfAPlan &&
    isOldNews(from, now) &&
    state.allocations.some((each) => saysSo(each) && each.from === from)
  )
    return [];
  if (!takesThePlaceOfAPlan && now !== undefined && saysSo(now)) return [];
  const { team, iro } = changedBy<Holders>(now ?? NOBODY, { team: to.team, iro: to.iro });
  // The IRO of a child who has died reads the record; nobody works with the child any more.
  if (team !== (now?.team ?? null)) mustLive(state);
  if (iro !== now?.iro) {
    for (const { socialWorker } of heldFrom(state.socialWorkers, from)) mustNotBeBoth(iro, socialWorker);
    const isChair = isHeldByAChair({ iro, from }, context);
    mustHaveAnIro({ isLookedAfter: isLookedAfter(state), isChair }, 'Name somebody who is an IRO.', '/iro');
  }
  if (now !== undefined && (from === null || (now.from !== null && from < now.from))) {
    refuse('allocated-since', `The child is allocated ${sinceWhen(now)}`, { pointer: '/from' });
  }
  return [{ type: 'ChildAllocated', data: { team, iro, from, ...(caseload === undefined ? {} : { caseload }) } }];
};

/** By the record as it stands. */
const isLookedAfter = ({ population, leftCare }: Pick<ChildState, 'population' | 'leftCare'>): boolean =>
  population === 'looked-after' && leftCare === null;

const isHeldByAChair = ({ iro, from }: Pick<Allocation, 'iro' | 'from'>, context: ChildContext | null): boolean => {
  if (context === null || iro === null) return false;
  const { today } = context;
  return context.isChairAlone(iro, from !== null && from > today ? from : today);
};

/** A child whom a conference chair has goes to an IRO before the record says that they are looked after. */
const mustBeWithAnIro = (state: ChildState, context: ChildContext | null, pointer: string): void => {
  if (context === null) return;
  for (const held of heldFrom(state.allocations, context.today)) {
    const isChair = isHeldByAChair(held, context);
    mustHaveAnIro({ isLookedAfter: isLookedAfter(state), isChair }, 'First allocate the child to an IRO.', pointer);
  }
};

/** Something else holds since a later day. On the same day it is no old news: what was recorded by mistake is put right. */
const isOldNews = (from: LocalDate | null, now: { readonly from: LocalDate | null } | undefined): boolean =>
  now !== undefined && now.from !== from;

/** Since when something holds, and which day can be given for what comes after it. */
const sinceWhen = ({ from }: { readonly from: LocalDate | null }): string =>
  from === null
    ? 'from the beginning already. Give the day from which the new one holds.'
    : `from ${from} already. Give that day or a later one from which the new one holds.`;

/**
 * The IRO of a child is independent of the case, so is never its social worker (section 25A of the Children Act 1989).
 * @throws Refusal `iro-is-the-worker`
 */
const mustNotBeBoth = (iro: string | null | undefined, socialWorker: string | null | undefined): void => {
  if (iro != null && iro === socialWorker)
    refuse(
      'iro-is-the-worker',
      'A child’s own social worker does not review their case. Name somebody else as one of them.',
    );
};

/** The worker changes without the team and the IRO, so it is recorded apart from them. */
const nameSocialWorker = (
  { socialWorker, from: given, today }: Extract<ChildAct, { type: 'name-social-worker' }>,
  state: ChildState,
): ChildEvent[] => {
  const { socialWorkers, allocations } = state;
  mustBeDates(given);
  const from = newFrom(given, socialWorkers, today);
  const now = heldBefore(socialWorkers, from, today);
  const takesThePlaceOfAPlan = now !== socialWorkers.at(-1);
  const isKnown =
    isOldNews(from, now) && socialWorkers.some((each) => each.socialWorker === socialWorker && each.from === from);
  if (!takesThePlaceOfAPlan && (isKnown || (now?.socialWorker ?? null) === socialWorker)) return [];
  mustLive(state);
  for (const { iro } of heldFrom(allocations, from)) mustNotBeBoth(iro, socialWorker);
  if (now !== undefined && (from === null || (now.from !== null && from < now.from))) {
    refuse('worker-named-since', `The child has a social worker ${sinceWhen(now)}`, { pointer: '/from' });
  }
  return [{ type: 'SocialWorkerNamed', data: { socialWorker, from } }];
};
