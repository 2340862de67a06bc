import { quarterPeriod } from '../../../calendar/dates.js';
import { assertNever, type Decider, invalid, mustSay, notYours, Refusal, refuse } from '../../../platform/decider.js';
import type { Hand } from '../published-report.js';
import type { DisclosureEntered, DisclosureEvent, FigureDisclosed } from './events.js';

export const DISCLOSURE_PREFIX = 'DLE';

export const disclosureStream = (disclosure: string): string => `disclosure-${disclosure}`;

export type DisclosureAct =
  | ({ readonly type: 'enter'; readonly by: Hand } & DisclosureEntered)
  | { readonly type: 'withdraw'; readonly by: Hand; readonly reason: string };

/** An entry of the disclosure log; null until it is made. */
export interface DisclosureState {
  readonly entered: DisclosureEntered;
  /** Person id of who entered it. */
  readonly by: string;
  /** The reason why the entry does not hold; null of one that does. */
  readonly withdrawn: string | null;
}

/** Figures that somebody outside has: they are known from then on. Only an entry that was wrong is withdrawn. */
export const disclosureDecider: Decider<DisclosureState | null, DisclosureAct, DisclosureEvent, null> = {
  initial: null,

  evolve: (state, event) => {
    switch (event.type) {
      case 'DisclosureEntered':
        return { entered: event.data, by: event.metadata.actor.person, withdrawn: null };
      case 'DisclosureWithdrawn':
        return state === null ? state : { ...state, withdrawn: event.data.reason };
      default:
        return assertNever(event);
    }
  },

  decide: (act, state) => {
    if (act.by.isProgram)
      notYours('a-person-enters', 'A person enters what was given out, and withdraws it. Sign in as yourself.');
    switch (act.type) {
      case 'enter':
        return enter(act, state);
      case 'withdraw':
        return withdraw(act.reason, state);
      default:
        return assertNever(act);
    }
  },
};

const enter = (
  { type: _, by: __, ...given }: Extract<DisclosureAct, { type: 'enter' }>,
  state: DisclosureState | null,
): DisclosureEvent[] => {
  if (given.from > given.to)
    invalid('period-backwards', 'The days that were counted begin before they end. Put the first day first.');
  mustSay(given.recipient, 'in general words who has the figures');
  if (given.edition === null) mustTellFigures(given);
  const data = {
    ...{ ...given, recipient: given.recipient.trim() },
    requestNumber: given.requestNumber?.trim() || null,
  };
  return state === null ? [{ type: 'DisclosureEntered', data }] : [];
};

/** @throws Refusal `figures-missing`, `quarter-outside`, `figure-twice` */
const mustTellFigures = ({ figures, from, to }: DisclosureEntered): void => {
  if (figures.length === 0) invalid('figures-missing', 'Enter each number that was given out; one at the least.');
  const outside = figures.find(({ quarter }) => quarter !== null && !isWithin(quarterPeriod(quarter), { from, to }));
  if (outside !== undefined)
    invalid(
      'quarter-outside',
      `The quarter ${outside.quarter} is not within ${from} to ${to}. Correct the days or the quarter.`,
    );
  if (new Set(figures.map(placeOf)).size < figures.length)
    invalid('figure-twice', 'Two numbers stand for the same team, theme and quarter. Enter each once.');
};

const isWithin = (inner: { from: string; to: string }, outer: { from: string; to: string }): boolean =>
  inner.from >= outer.from && inner.to <= outer.to;

const placeOf = ({ team, theme, quarter }: FigureDisclosed): string => JSON.stringify([team, theme, quarter]);

const withdraw = (reason: string, state: DisclosureState | null): DisclosureEvent[] => {
  if (state === null) throw new Refusal('not-found', 'not-found', 'There is no such entry.');
  mustSay(reason, 'why the entry was wrong');
  if (state.withdrawn !== null)
    refuse('withdrawn-already', 'This entry is withdrawn already. Enter another for what was given out.');
  return [{ type: 'DisclosureWithdrawn', data: { reason: reason.trim() } }];
};
