import type { LocalDate } from '../../calendar/calendar.js';
import { dateInWords } from '../../calendar/in-words.js';
import { begunBy, type ChildState, toCome } from '../child.js';
import type { Names } from '../names.js';

/** The holders of a child over time, as the record of the child keeps them. */
export type HoldersOverTime = Pick<ChildState, 'allocations' | 'socialWorkers'>;

/** One change, in a sentence for each thing that it changes: `From Monday 3 April 2023 the IRO is I. Vane (before: L. Kemp).` */
type Change = { readonly from: LocalDate | null } & (
  | { readonly team: string | null; readonly iro: string | null }
  | { readonly socialWorker: string | null }
);

/** The difference between a change and the facts on its first day. */
export const changeInWords = (
  change: Change,
  { allocations, socialWorkers }: HoldersOverTime,
  names: Names,
): string[] => {
  const { from } = change;
  if ('socialWorker' in change) {
    const before = begunBy(socialWorkers, from).at(-1)?.socialWorker ?? null;
    return sentences('social worker', from, named(change.socialWorker, names), named(before, names));
  }
  const before = begunBy(allocations, from).at(-1);
  const team = (id: string | null): string | null =>
    id === null ? null : (names.team(id, from ?? BEGINNING).name ?? id);
  return [
    ...sentences('IRO', from, named(change.iro, names), named(before?.iro ?? null, names)),
    ...sentences('team', from, team(change.team), team(before?.team ?? null)),
  ];
};

/** The changes after a day that are on record already: nobody else reads anything until then. */
export const plansInWords = (holders: HoldersOverTime, today: LocalDate, names: Names): string[] =>
  [...toCome(holders.allocations, today), ...toCome(holders.socialWorkers, today)]
    .sort((one, other) => (one.from < other.from ? -1 : 1))
    .flatMap((plan) => changeInWords(plan, without(plan, holders), names));

/** A team that has been there throughout has the name of its first day. */
const BEGINNING = '1900-01-01';

const named = (id: string | null, names: Names): string | null => (id === null ? null : (names.person(id).name ?? id));

const without = (plan: object, { allocations, socialWorkers }: HoldersOverTime): HoldersOverTime => ({
  allocations: allocations.filter((each) => !isThat(each, plan)),
  socialWorkers: socialWorkers.filter((each) => !isThat(each, plan)),
});

const isThat = (each: object, plan: object): boolean => JSON.stringify(each) === JSON.stringify(plan);

const sentences = (what: string, from: LocalDate | null, now: string | null, before: string | null): string[] => {
  if (now === before) return [];
  const when = from === null ? 'From the beginning' : `From ${dateInWords(from)}`;
  const is = now === null ? `there is no ${what}` : `the ${what} is ${now}`;
  return [`${when} ${is}${before === null ? '' : ` (before: ${before})`}.`];
};
