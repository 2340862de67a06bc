import type { LocalDate } from '../../calendar/calendar.js';
import type { DisputeContext } from '../context.js';
import { actionsOutstanding, currentRound, type DisputeState, type Matter } from '../dispute.js';
import type { DisputeEvent } from '../events.js';
import type { SentenceOf } from './sentence.js';

/**
 * One act on a dispute: what a person or the program can ask of it. It is defined in the folder of its name, which also holds its
 * route, its test, and an example of each event that it brought with it; {@link DISPUTE_ACTS} names them all.
 */
export interface DisputeActDefinition<
  Act extends { readonly type: string },
  Owned extends DisputeEvent['type'] = never,
> {
  readonly type: Act['type'];
  /**
   * The events that follow from the act.
   * @throws Refusal if a rule forbids it
   */
  decide(act: Act, state: DisputeState, context: DisputeContext): DisputeEvent[];
  /** The folder, under `acts/`, of the route by which people send it; null where only the program does. */
  readonly route: string | null;
  /**
   * A well-formed act as somebody might send it, for acts that are offered to people on the page of a dispute; several where it depends on
   * what it names whether somebody may do it.
   */
  sample?(about: Sampled): Act | Act[];
  /** The events that came with this act. */
  readonly events: { readonly [Type in Owned]: EventOfAnAct<Type> };
}

interface EventOfAnAct<Type extends DisputeEvent['type']> {
  /** The version in which it is written today. */
  readonly version: number;
  /** The sentence by which a dispute's history tells the event. */
  readonly sentence: SentenceOf<Type>;
  /** The reason why it says nothing to any read model, where that is meant so. */
  readonly inNoReadModel?: string;
}

/** The facts that a sample is made from, so that it fits the dispute whenever any words would. */
export interface Sampled {
  readonly today: LocalDate;
  /** Null before anything is raised. */
  readonly matter: Matter | null;
  /** The day on which the answer is due that is waited for. */
  readonly dueOn: LocalDate | null;
  /** Ids of agreed actions that are not done. */
  readonly outstanding: readonly string[];
  /** Places in its history, from 0. */
  readonly entries: readonly number[];
}

export const disputeAct = <Act extends { readonly type: string }, Owned extends DisputeEvent['type'] = never>(
  definition: DisputeActDefinition<Act, Owned>,
): DisputeActDefinition<Act, Owned> => definition;

/** Words of a sample. */
export const WORDS = 'In words';
/** An id in a sample: no person's, no team's and no record's, so always another than now. */
export const ANOTHER = 'another one';

export const sampledFrom = (state: DisputeState, today: LocalDate): Sampled => {
  const matter = 'matter' in state ? state.matter : null;
  return {
    today,
    matter,
    dueOn: matter === null ? null : (currentRound(matter).deadline?.dueOn ?? null),
    outstanding: matter === null ? [] : actionsOutstanding(matter),
    entries: (state.story ?? []).map((_, revision) => revision),
  };
};
