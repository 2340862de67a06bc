import { EventStoreDBClient, jsonEvent, WrongExpectedVersionError } from '@eventstore/db-client';
import {
  type AppendResult,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type Position,
  type RecordedEvent,
  type SubscribeOptions,
  StoreUnavailable,
  WrongExpectedRevision,
} from '../../src/platform/event-store/event-store.js';
import { positionFrom } from '../../src/platform/event-store/eventstoredb/position.js';
import { newId } from '../../src/platform/new-id.js';

/** Milliseconds after which it loses patience. */
const PATIENCE = 300;

/**
 * The planted fault: an adapter as it is easily written. It takes an error for a failure, and makes another attempt with new ids where
 * the stream is by then.
 */
export class HastyEventStore implements EventStore {
  private readonly client: EventStoreDBClient;

  /** @param careful does what it is no worse at than any other */
  constructor(
    connectionString: string,
    private readonly careful: EventStore,
  ) {
    this.client = EventStoreDBClient.connectionString(connectionString);
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    try {
      return await this.send(stream, expected, events);
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) {
        const actual = error.actualVersion === 'no_stream' ? 'no_stream' : Number(error.actualVersion);
        throw new WrongExpectedRevision(stream, expected, actual);
      }
      const now = (await this.careful.read(stream)).at(-1)?.revision ?? 'no_stream';
      return this.send(
        stream,
        now,
        events.map((event) => ({ ...event, id: newId() })),
      ).catch(() => {
        throw new StoreUnavailable('Failed again.');
      });
    }
  }

  read(stream: string, from?: number): Promise<RecordedEvent[]> {
    return this.careful.read(stream, from);
  }

  readAll(after: Position | undefined): Promise<RecordedEvent[]> {
    return this.careful.readAll(after);
  }

  subscribe(after: Position | undefined, options: SubscribeOptions): AsyncIterable<RecordedEvent[]> {
    return this.careful.subscribe(after, options);
  }

  head(): Promise<Position | undefined> {
    return this.careful.head();
  }

  certainHead(): Promise<Position | undefined> {
    return this.careful.certainHead();
  }

  async close(): Promise<void> {
    await this.careful.close();
    await this.client.dispose();
  }

  private async send(
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<AppendResult> {
    const { nextExpectedRevision, position } = await this.client.appendToStream(
      stream,
      events.map(({ id, type, data, metadata }) =>
        jsonEvent({ id, type, data: { ...data }, metadata: { ...metadata, actor: { ...metadata.actor } } }),
      ),
      {
        expectedRevision: expected === 'no_stream' ? expected : BigInt(expected),
        credentials: { username: 'nobody', password: 'nothing' },
        deadline: PATIENCE,
      },
    );
    return { revision: Number(nextExpectedRevision), position: positionFrom(position!) };
  }
}
