import type { DomainEvent, Recorded } from './decider.js';

/*
 * A mistake is never taken out of the log: a later event says which earlier events of its stream count no more. A fold of the
 * stream leaves those out, and the history shows both (docs/decisions/0028).
 */

/** The earlier events of the same stream that count no more from then on. */
export interface EntriesTakenBack {
  /** Their revisions: their places in the stream, from 0. */
  readonly revisions: readonly number[];
}

export const ENTRY_TAKEN_BACK = 'EntryTakenBack';

type Happened = { readonly type: string; readonly data: object };

/** The revisions that an event takes back: none, unless it is one that does. */
export const takenBackIn = ({ type, data }: Happened): readonly number[] =>
  type === ENTRY_TAKEN_BACK ? (data as EntriesTakenBack).revisions : [];

/** Of the events of a stream from its beginning, those that count. */
export const standing = <Event extends Happened>(events: readonly Event[]): readonly Event[] => {
  const takenBack = new Set(events.flatMap(takenBackIn));
  return takenBack.size === 0 ? events : events.filter((_, revision) => !takenBack.has(revision));
};

/** The part of a state by which events can be taken back: everything that happened, from the beginning of the stream. */
export interface Remembering<Event extends DomainEvent> {
  readonly story?: readonly Recorded<Event>[];
}

/** A fold after which events can be taken back: what counts no more is left out, as if it had never happened. */
export const takingBack =
  <Event extends DomainEvent, State extends Remembering<Event>>(
    evolve: (state: State, event: Recorded<Event>) => State,
    initial: State,
  ) =>
  (state: State, event: Recorded<Event>): State => {
    const story = [...(state.story ?? []), event];
    const after = event.type === ENTRY_TAKEN_BACK ? standing(story).reduce(evolve, initial) : evolve(state, event);
    return { ...after, story };
  };
