import type { DomainEvent, Recorded } from './decider.js';

/*
 * A mistake is never taken out of the log: a later event says which earlier events of its stream count no more. A fold of the
 * stream leaves those out, and the history shows both (docs/decisions/0028).
 */

/** The earlier events of the same stream that count no more from then on. */
export interface EntriesTakenBack {
  /** Their revisions: their places in the stream, from 0. */
  readonly revisions: readonly number[];
  /** Of events that stay, what they say otherwise without those that are taken back; left out where there is nothing. */
  readonly restated?: readonly Restated[];
}

export interface Restated {
  readonly revision: number;
  /** The fields that change. */
  readonly data: object;
}

export const ENTRY_TAKEN_BACK = 'EntryTakenBack';

type Happened = { readonly type: string; readonly data: object };

/** The revisions that an event takes back: none, unless it is one that does. */
export const takenBackIn = ({ type, data }: Happened): readonly number[] =>
  type === ENTRY_TAKEN_BACK ? (data as EntriesTakenBack).revisions : [];

const restatedIn = ({ type, data }: Happened): readonly Restated[] =>
  type === ENTRY_TAKEN_BACK ? ((data as EntriesTakenBack).restated ?? []) : [];

/** Of the events of a stream from its beginning, those that count, each with its place in the stream and as it says it by now. */
export const standingEntries = <Event extends Happened>(
  events: readonly Event[],
): { readonly revision: number; readonly event: Event }[] => {
  const takenBack = new Set(events.flatMap(takenBackIn));
  const restated = new Map(events.flatMap(restatedIn).map(({ revision, data }) => [revision, data]));
  return events.flatMap((event, revision) => {
    if (takenBack.has(revision)) return [];
    const otherwise = restated.get(revision);
    return [{ revision, event: otherwise === undefined ? event : { ...event, data: { ...event.data, ...otherwise } } }];
  });
};

/** Of the events of a stream from its beginning, those that count, as they say it by now. */
export const standing = <Event extends Happened>(events: readonly Event[]): readonly Event[] =>
  events.some(({ type }) => type === ENTRY_TAKEN_BACK) ? standingEntries(events).map(({ event }) => event) : events;

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
