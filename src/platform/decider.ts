import type { Actor, EventMetadata, JsonObject } from './event-store/event-store.js';

/** An event as a decider gives it, before it is stored. */
export interface DomainEvent<Type extends string = string, Data = object> {
  readonly type: Type;
  readonly data: Data;
}

/** A stored event as a fold sees it. */
export type Recorded<Event extends DomainEvent> = Event & { readonly metadata: EventMetadata };

/**
 * An aggregate as three pure things. Everything impure (the time, who acts, the rules in force) arrives in the command or the context.
 * `decide` throws a {@link Refusal} when a rule says no.
 */
export interface Decider<State, Command, Event extends DomainEvent, Context> {
  readonly initial: State;
  evolve(state: State, event: Recorded<Event>): State;
  decide(command: Command, state: State, context: Context): Event[];
}

/** The act that a definition in a list of acts decides. */
export type ActOf<Definition> = Definition extends { decide(act: infer Act, ...rest: never[]): unknown } ? Act : never;

/** The types of the events that came with the acts of a list. */
export type EventsOf<Definition> = Definition extends { readonly events: infer Events } ? keyof Events : never;

/** Decides each act of a list by the rule in its own definition. */
export const decideBy = <State, Act extends { readonly type: string }, Event extends DomainEvent, Context>(
  definitions: readonly { readonly type: Act['type'] }[],
): Decider<State, Act, Event, Context>['decide'] => {
  type Definition = Pick<Decider<State, Act, Event, Context>, 'decide'>;
  const byType = new Map(definitions.map((each) => [each.type, each as unknown as Definition]));
  return (act, state, context) => byType.get(act.type)!.decide(act, state, context);
};

/**
 * The reason why a command was not carried out, in words for the person who sent it.
 *
 * - `rule`: a rule of the process says no in this state (HTTP 409)
 * - `invalid`: something in the command is wrong whatever the state (400)
 * - `not-yours`: you may see the thing, but this act belongs to somebody else (403)
 * - `not-found`: it does not exist, or is not for you to know (404)
 * - `stale`: it has changed since you read it (412)
 */
export type RefusalKind = 'rule' | 'invalid' | 'not-yours' | 'not-found' | 'stale';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly kind: RefusalKind,
    /** Stable, in kebab-case, for programs: `answer-already-given`. */
    readonly code: string,
    /** The event and the remedy, in a sentence; no child's details. */
    message: string,
    readonly details?: JsonObject,
  ) {
    super(message);
  }
}

/** Whether an error is a refusal that another reading might not bring: `invalid` is wrong whatever the state. */
export const restsOnWhatWasRead = (error: unknown): boolean => error instanceof Refusal && error.kind !== 'invalid';

/** @throws Refusal `rule`, always: the state forbids the act, and another state may not */
export const refuse = (code: string, message: string, details?: JsonObject): never => {
  throw new Refusal('rule', code, message, details);
};

/** @throws Refusal `invalid`, always: it is wrong whatever the state */
export const invalid = (code: string, message: string, pointer?: string): never => {
  throw new Refusal('invalid', code, message, pointer === undefined ? undefined : { pointer });
};

/** @throws Refusal `not-yours`, always: it belongs to somebody else */
export const notYours = (code: string, message: string): never => {
  throw new Refusal('not-yours', code, message);
};

/**
 * @param what for the sentence: "the reason"
 * @throws Refusal `words-missing`
 */
export const mustSay = (text: string | null, what: string): void => {
  if (text === null || text.trim() === '') invalid('words-missing', `Write ${what}.`);
};

/**
 * An act that follows from the dates alone is for the program, which holds no post; no person can say that a date has passed.
 * @throws Refusal `program-only`
 */
export const mustBeTheProgram = ({ actor }: { readonly actor: Actor }): void => {
  if (actor.role !== null) notYours('program-only', 'The program does this by itself when the date comes.');
};

/** Ends every exhaustive switch: a case that was forgotten does not compile. */
export const assertNever = (value: never): never => {
  throw new TypeError(`Not expected: ${JSON.stringify(value)}`);
};

/** Some fields of a record, as a person sends them to change it. */
export type Said<Facts> = { readonly [Field in keyof Facts]?: Facts[Field] | undefined };

/** A record after a change: a field that was left out stays as it was, and one that is null is emptied. */
export const changedBy = <Facts extends object>(before: Facts, said: Said<Facts>): Facts => ({
  ...before,
  ...(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<Facts>),
});
