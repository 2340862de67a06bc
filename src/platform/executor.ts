import { createHash } from 'node:crypto';
import { canonical } from './canonical.js';
import { becomeCertain, isCertain } from './certainty.js';
import { type Decider, type DomainEvent, type Recorded, Refusal, restsOnWhatWasRead } from './decider.js';
import {
  type Actor,
  categoryOf,
  type EventMetadata,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type JsonObject,
  type Position,
  type RecordedEvent,
  RepeatedInPart,
  WrongExpectedRevision,
} from './event-store/event-store.js';
import { derivedId } from './ids.js';
import { mustStandAt, type RevisionCondition } from './revision-condition.js';
import { NOBODY, type Watcher } from './watching/watcher.js';

/** The facts that come with every command besides its own words. */
export interface Envelope {
  /** Made by the client; unique within the thing it acts on. */
  readonly commandId: string;
  readonly actor: Actor;
  readonly occurredAt: string;
  readonly correlationId?: string;
  readonly causationId?: string;
  /** The revision the person had read, or one of several; without it a command that lost a race is decided again. */
  readonly ifRevision?: RevisionCondition;
  /**
   * The request as the person sent it, if the command also carries data looked up for it: a repeat is recognised by this, since the data
   * may be different the second time.
   */
  readonly asSent?: unknown;
  /**
   * The id was made by the person who sends the command, so somebody else who comes with it is not answered as if they had sent it before. The
   * program's own steps follow from what is on record, and are one whoever takes them first.
   */
  readonly isOfSender?: boolean;
  /**
   * With a trial nothing is written: the trial is told the events that would have been, by the same rules, so that a person sees them before
   * they send the command.
   */
  readonly trial?: Trial;
}

/** Takes the events that a command would give; none where it would change nothing. */
export type Trial = (events: readonly DomainEvent[]) => void;

export interface Execution<State> {
  /** Revision of the last event this command gave, or of the stream where it gave none. */
  readonly revision: number;
  /** Give it to a reader to make it wait for this write; undefined where nothing was written. */
  readonly position: Position | undefined;
  readonly state: State;
  readonly events: readonly EventToAppend[];
  /** The command had been carried out before: the first answer again, nothing written. */
  readonly repeated: boolean;
}

const ATTEMPTS = 4;

/**
 * Load, fold, decide, append: the one path by which anything is written. Commands on one stream take turns within this process;
 * those of another process are met by the revision, and the loser decides again.
 *
 * An append proves that what was read was current; a refusal, and a decision that nothing is to be done, do not. Before either is
 * answered, the stream is read again once the log has said how far it has come.
 */
export class Executor {
  private readonly turns = new Map<string, Promise<unknown>>();

  /** @param versionOf the version in which each type of event is written today */
  constructor(
    private readonly store: EventStore,
    private readonly versionOf: (type: string) => number = () => 1,
    private readonly watcher: Watcher = NOBODY,
  ) {}

  /**
   * @throws Refusal when a rule says no, `command-id-used-before` when the id came with other words or from somebody else, `changed-since-read` or
   *   `no-tag-matches` when `ifRevision` is not where the stream is
   * @throws StoreUnavailable when the outcome is unknown: the same command may be sent again
   */
  async execute<State, Command, Event extends DomainEvent, Context>(
    stream: string,
    decider: Decider<State, Command, Event, Context>,
    command: Command,
    context: Context | ((state: State) => Context),
    envelope: Envelope,
  ): Promise<Execution<State>> {
    return this.watcher.around(
      { kind: 'command', name: nameOf(stream, command), correlationId: envelope.correlationId },
      () => this.inTurn(stream, () => this.carryOut(stream, decider, command, context, envelope)),
      cameTo,
    );
  }

  async load<State, Command, Event extends DomainEvent, Context>(
    stream: string,
    decider: Decider<State, Command, Event, Context>,
  ): Promise<{ state: State; revision: number; events: RecordedEvent[] }> {
    const events = await this.store.read(stream);
    return { state: fold(decider, events), revision: events.at(-1)?.revision ?? -1, events };
  }

  private async carryOut<State, Command, Event extends DomainEvent, Context>(
    stream: string,
    decider: Decider<State, Command, Event, Context>,
    command: Command,
    context: Context | ((state: State) => Context),
    envelope: Envelope,
  ): Promise<Execution<State>> {
    const digest = digestOf(envelope.asSent ?? command);
    const attempt = () => this.attempt(stream, decider, command, context, envelope, digest);
    if (isCertain()) return attempt();
    try {
      const execution = await attempt();
      if (execution.repeated || execution.events.length > 0) return execution;
    } catch (error) {
      // A command that loses again and again may be reading a state that is no longer true.
      if (!restsOnWhatWasRead(error) && !(error instanceof WrongExpectedRevision)) throw error;
    }
    await becomeCertain(this.store);
    return attempt();
  }

  private async attempt<State, Command, Event extends DomainEvent, Context>(
    stream: string,
    decider: Decider<State, Command, Event, Context>,
    command: Command,
    context: Context | ((state: State) => Context),
    envelope: Envelope,
    digest: string,
  ): Promise<Execution<State>> {
    for (let attempt = 1; ; attempt++) {
      const history = await this.store.read(stream);
      const earlier = history.filter((event) => event.metadata.commandId === envelope.commandId);
      if (earlier.length > 0) return repeat(decider, history, earlier, digest, envelope);

      const actual: ExpectedRevision = history.at(-1)?.revision ?? 'no_stream';
      mustStandAt(envelope.ifRevision, actual);

      const state = fold(decider, history);
      const decided = decider.decide(
        command,
        state,
        typeof context === 'function' ? (context as (state: State) => Context)(state) : context,
      );
      if (decided.length === 0) {
        envelope.trial?.(decided);
        return {
          revision: history.at(-1)?.revision ?? -1,
          position: history.at(-1)?.position,
          state,
          events: [],
          repeated: false,
        };
      }
      const events = decided.map((event, index) => this.toAppend(event, index, stream, digest, envelope));
      if (envelope.trial !== undefined) {
        envelope.trial(decided);
        return { revision: history.at(-1)?.revision ?? -1, position: undefined, state, events, repeated: false };
      }
      try {
        const result = await this.store.append(stream, actual, events);
        return { ...result, state: fold(decider, events, state), events, repeated: false };
      } catch (error) {
        const lostARace = error instanceof WrongExpectedRevision || error instanceof RepeatedInPart;
        if (!lostARace || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private async inTurn<Result>(stream: string, work: () => Promise<Result>): Promise<Result> {
    const turn = (this.turns.get(stream) ?? Promise.resolve()).then(work, work);
    this.turns.set(stream, turn);
    try {
      return await turn;
    } finally {
      if (this.turns.get(stream) === turn) this.turns.delete(stream);
    }
  }

  private toAppend(
    { type, data }: DomainEvent,
    index: number,
    stream: string,
    digest: string,
    envelope: Envelope,
  ): EventToAppend {
    const metadata: EventMetadata = {
      commandId: envelope.commandId,
      commandDigest: digest,
      $correlationId: envelope.correlationId ?? envelope.commandId,
      $causationId: envelope.causationId ?? envelope.commandId,
      actor: envelope.actor,
      occurredAt: envelope.occurredAt,
      schemaVersion: this.versionOf(type),
    };
    return { id: derivedId(stream, envelope.commandId, digest, index), type, data: data as JsonObject, metadata };
  }
}

/** `dispute.answer`: both halves are words of code. */
const nameOf = (stream: string, command: unknown): string => {
  const { type } = (command ?? {}) as { type?: unknown };
  return `${categoryOf(stream)}.${typeof type === 'string' ? type : 'command'}`;
};

const cameTo = ({ repeated, events }: Execution<unknown>): string => {
  if (repeated) return 'repeated';
  return events.length === 0 ? 'nothing' : 'accepted';
};

/** How a thing stands after some of its events. */
export const fold = <State, Command, Event extends DomainEvent, Context>(
  decider: Pick<Decider<State, Command, Event, Context>, 'initial' | 'evolve'>,
  events: readonly EventToAppend[],
  from: State = decider.initial,
): State => events.reduce((state, event) => decider.evolve(state, event as unknown as Recorded<Event>), from);

const repeat = <State, Command, Event extends DomainEvent, Context>(
  decider: Decider<State, Command, Event, Context>,
  history: RecordedEvent[],
  earlier: RecordedEvent[],
  digest: string,
  { actor, isOfSender = false }: Envelope,
): Execution<State> => {
  const last = earlier.at(-1)!;
  // Another person's command is never the answer, even if its words are the same.
  const isByAnother = isOfSender && last.metadata.actor.person !== actor.person;
  if (last.metadata.commandDigest !== digest || isByAnother) throw commandIdUsedBefore();
  const state = fold(decider, history.slice(0, history.indexOf(last) + 1));
  return { revision: last.revision, position: last.position, state, events: earlier, repeated: true };
};

export const commandIdUsedBefore = (): Refusal =>
  new Refusal(
    'rule',
    'command-id-used-before',
    'This command id was used before, with other content or by somebody else. Send it again with a new id.',
  );

/** The same command gives the same digest, whatever the order of its fields. */
export const digestOf = (command: unknown): string =>
  createHash('sha256').update(canonical(command)).digest('base64url');
