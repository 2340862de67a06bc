import type { LocalDate } from '../calendar/calendar.js';
import { assertNever, type Decider, refuse } from '../platform/decider.js';
import type { CoverAct } from './acts.js';
import type { CoverEvent } from './events.js';
import { mustBeDates, mustFollow } from './rules.js';

interface Arrangement {
  readonly by: string;
  readonly from: LocalDate;
  /** The last day. */
  readonly to: LocalDate;
  /** Ended by somebody, and not by its own last day. */
  readonly isEnded: boolean;
}

export const coverStream = (iro: string): string => `cover-${iro}`;

/**
 * The covers of one IRO or chair, each from a day to a day. A person who covers may act for the one who is away, is recorded as doing
 * so, and owns nothing by it: the children and the disputes stay with the one who is away (domain brief, section 2).
 */
export const coverDecider: Decider<readonly Arrangement[], CoverAct, CoverEvent, null> = {
  initial: [],

  evolve: (arrangements, event) => {
    switch (event.type) {
      case 'CoverArranged': {
        const { by, from, to } = event.data;
        return [...arrangements, { by, from, to, isEnded: false }];
      }
      case 'CoverEnded':
        return arrangements.map((each) =>
          each.from === event.data.from && each.by === event.data.by
            ? { ...each, to: event.data.on, isEnded: true }
            : each,
        );
      default:
        return arrangements;
    }
  },

  decide: (act, arrangements) => {
    switch (act.type) {
      case 'arrange':
        return arrange(act, arrangements);
      case 'end':
        return end(act, arrangements);
      default:
        return assertNever(act);
    }
  },
};

const arrange = (
  { type: _, ...cover }: Extract<CoverAct, { type: 'arrange' }>,
  arrangements: readonly Arrangement[],
): CoverEvent[] => {
  mustBeDates(cover.from, cover.to);
  mustFollow(cover.from, cover.to);
  if (cover.by === cover.iro) refuse('covers-self', 'Nobody covers for themselves. Name somebody else.');
  if (arrangements.some((each) => each.by === cover.by && each.from === cover.from && each.to === cover.to)) return [];
  const other = arrangements.find((each) => each.from <= cover.to && cover.from <= each.to);
  if (other !== undefined) {
    refuse(
      'covered-already',
      `Cover is arranged from ${other.from} to ${other.to} already. End that first, or choose other days.`,
    );
  }
  return [{ type: 'CoverArranged', data: cover }];
};

const end = ({ on }: Extract<CoverAct, { type: 'end' }>, arrangements: readonly Arrangement[]): CoverEvent[] => {
  mustBeDates(on);
  const running = arrangements.find((each) => each.from <= on && on <= each.to);
  if (running === undefined)
    return refuse('not-covered', 'No cover is arranged for that day, so there is none to end.');
  // Ended on its own last day, it ends before the end of that day.
  return running.isEnded && running.to === on
    ? []
    : [{ type: 'CoverEnded', data: { by: running.by, from: running.from, on } }];
};
