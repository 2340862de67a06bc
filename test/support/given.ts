import { expect } from '@jest/globals';
import { acknowledgementDecider } from '../../src/acknowledgements/acknowledgement.js';
import { disputeDecider } from '../../src/disputes/decide.js';
import { type Decider, type DomainEvent, type Recorded, Refusal } from '../../src/platform/decider.js';
import type { Actor } from '../../src/platform/event-store/event-store.js';
import { Controls } from './controls.js';

/** An event with somebody else than the IRO as its author, or at another moment: `by(Controls.teamManager, event)`. */
export const by = <Event extends DomainEvent>(
  actor: Actor,
  event: Event,
  occurredAt: string = Controls.now,
): Recorded<Event> => ({
  ...event,
  metadata: {
    commandId: 'command-1',
    commandDigest: 'digest-1',
    $correlationId: 'command-1',
    $causationId: 'command-1',
    actor,
    occurredAt,
    schemaVersion: 1,
  },
});

/** `given(...events).when(act, context).then(...events)`, or `.thenRefuses(code)`, or `.thenNothing()`. */
export const specify =
  <State, Act, Event extends DomainEvent, Context>(decider: Decider<State, Act, Event, Context>) =>
  (...history: (Event | Recorded<Event>)[]) => {
    const recorded = history.map((event) => ('metadata' in event ? event : by(Controls.iro, event)));
    const state = recorded.reduce((before, event) => decider.evolve(before, event), decider.initial);
    return {
      state,
      when: (act: Act, context: Context) => outcomeOf(() => decider.decide(act, state, context)),
    };
  };

const outcomeOf = <Event>(decide: () => Event[]) => ({
  then: (...expected: Event[]): void => expect(decide()).toEqual(expected),
  thenNothing: (): void => expect(decide()).toEqual([]),
  thenRefuses: (code: string): void => expect(refusalOf(decide).code).toBe(code),
  /** The first event of the answer that has this type; for a test that is about one part of it. */
  thenAmong: (part: { type: string; data: object }): void =>
    expect(decide()).toEqual(expect.arrayContaining([expect.objectContaining(part)])),
  /** The events that followed, to look at more closely. */
  events: decide,
  refusal: (): Refusal => refusalOf(decide),
});

const refusalOf = (decide: () => unknown): Refusal => {
  let events: unknown;
  try {
    events = decide();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error(`Expected a refusal, got ${JSON.stringify(events)}`);
};

export const given = specify(disputeDecider);
export const givenAcknowledgement = specify(acknowledgementDecider);
