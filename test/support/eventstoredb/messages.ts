import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type {
  AppendResp,
  DeleteResp,
  ReadReq,
  ReadResp,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { Expected, ServerEvent, Written } from './server-log.js';

const empty = () => new shared.Empty();

const identifier = (stream: string) => {
  const named = new shared.StreamIdentifier();
  named.setStreamName(Buffer.from(stream));
  return named;
};

export const nameIn = (named: { getStreamName_asU8(): Uint8Array } | undefined): string =>
  Buffer.from(named?.getStreamName_asU8() ?? []).toString();

/** An error as the server sends it: a status, and what kind of exception it was. */
export const failed = (
  code: status,
  details: string,
  exception?: string,
  more: Readonly<Record<string, string>> = {},
): ServiceError => {
  const metadata = new Metadata();
  if (exception !== undefined) metadata.set('exception', exception);
  for (const [name, value] of Object.entries(more)) metadata.set(name, value);
  return Object.assign(new Error(details), { code, details, metadata });
};

export const notLeader = (host: string, port: number): ServiceError =>
  failed(status.NOT_FOUND, 'Leader info available', 'not-leader', {
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });

export const invalidPosition = (): ServiceError =>
  failed(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.');

/** The same, from a reading that is no subscription. */
export const invalidReadPosition = (): ServiceError =>
  failed(status.UNKNOWN, 'Unexpected ReadAllResult: InvalidPosition');

export const accessDenied = (): ServiceError => failed(status.PERMISSION_DENIED, 'Access Denied', 'access-denied');

export const streamDeleted = (stream: string): ServiceError =>
  failed(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, 'stream-deleted', {
    'stream-name': stream,
  });

export const tooLarge = (maximum: number): ServiceError =>
  failed(status.INVALID_ARGUMENT, `Maximum Append Size of ${maximum} Exceeded.`, 'maximum-append-size-exceeded', {
    'maximum-append-size': String(maximum),
  });

/** How the server writes what is not a number. */
const VERSIONS = { no_stream: -1, any: -2, stream_exists: -4 } as const;

export const wrongVersion = (operation: string, stream: string, expected: Expected, current: number): ServiceError =>
  failed(status.FAILED_PRECONDITION, `${operation} failed due to WrongExpectedVersion.`, 'wrong-expected-version', {
    'stream-name': stream,
    'expected-version': String(typeof expected === 'number' ? expected : VERSIONS[expected]),
    'actual-version': String(current),
  });

/** The answer to a single append, a conflict included: that is no error of the call. */
export const appendAnswer = (expected: Expected, written: Exclude<Written, { outcome: 'deleted' }>): AppendResp => {
  const answer = new streams.AppendResp();
  if (written.outcome === 'written') {
    const success = new streams.AppendResp.Success();
    success.setCurrentRevision(String(written.revision));
    const position = new streams.AppendResp.Position();
    position.setCommitPosition(String(written.position));
    position.setPreparePosition(String(written.position));
    success.setPosition(position);
    answer.setSuccess(success);
    return answer;
  }
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (expected === 'no_stream') wrong.setExpectedNoStream(empty());
  else if (typeof expected === 'number') wrong.setExpectedRevision(String(expected));
  else if (expected === 'any') wrong.setExpectedAny(empty());
  else wrong.setExpectedStreamExists(empty());
  if (written.current < 0) wrong.setCurrentNoStream(empty());
  else wrong.setCurrentRevision(String(written.current));
  answer.setWrongExpectedVersion(wrong);
  return answer;
};

/** The position of the event that ends a stream for good. */
const END_OF_STREAM = '9223372036854775807';
const TICKS_PER_MILLISECOND = 10_000n;

export const eventMessage = (event: ServerEvent): ReadResp => {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  const id = new shared.UUID();
  id.setString(event.id);
  recorded.setId(id);
  recorded.setStreamIdentifier(identifier(event.stream));
  recorded.setStreamRevision(event.type === '$streamDeleted' ? END_OF_STREAM : String(event.revision));
  recorded.setCommitPosition(String(event.position));
  recorded.setPreparePosition(String(event.position));
  recorded.setData(event.data);
  recorded.setCustomMetadata(event.metadata);
  recorded.getMetadataMap().set('type', event.type);
  recorded.getMetadataMap().set('content-type', event.contentType);
  recorded.getMetadataMap().set('created', String(BigInt(event.created) * TICKS_PER_MILLISECOND));
  const read = new streams.ReadResp.ReadEvent();
  read.setEvent(recorded);
  read.setCommitPosition(String(event.position));
  const message = new streams.ReadResp();
  message.setEvent(read);
  return message;
};

export const streamNotFound = (stream: string): ReadResp => {
  const notFound = new streams.ReadResp.StreamNotFound();
  notFound.setStreamIdentifier(identifier(stream));
  const message = new streams.ReadResp();
  message.setStreamNotFound(notFound);
  return message;
};

export const confirmation = (subscription: string): ReadResp => {
  const confirmed = new streams.ReadResp.SubscriptionConfirmation();
  confirmed.setSubscriptionId(subscription);
  const message = new streams.ReadResp();
  message.setConfirmation(confirmed);
  return message;
};

export const checkpoint = (position: bigint): ReadResp => {
  const reached = new streams.ReadResp.Checkpoint();
  reached.setCommitPosition(String(position));
  reached.setPreparePosition(String(position));
  const message = new streams.ReadResp();
  message.setCheckpoint(reached);
  return message;
};

export const caughtUp = (): ReadResp => {
  const message = new streams.ReadResp();
  message.setCaughtUp(new streams.ReadResp.CaughtUp());
  return message;
};

export const deleteAnswer = (position: bigint): DeleteResp => {
  const where = new streams.DeleteResp.Position();
  where.setCommitPosition(String(position));
  where.setPreparePosition(String(position));
  const answer = new streams.DeleteResp();
  answer.setPosition(where);
  return answer;
};

export const tombstoneAnswer = (position: bigint): TombstoneResp => {
  const where = new streams.TombstoneResp.Position();
  where.setCommitPosition(String(position));
  where.setPreparePosition(String(position));
  const answer = new streams.TombstoneResp();
  answer.setPosition(where);
  return answer;
};

/** The events that a reader of the whole log wants. */
export const wantedBy = (filter: ReadReq.Options.FilterOptions | undefined): ((event: ServerEvent) => boolean) => {
  if (filter === undefined) return () => true;
  const expression = filter.getStreamIdentifier() ?? filter.getEventType();
  const subject = (event: ServerEvent): string => (filter.hasStreamIdentifier() ? event.stream : event.type);
  const prefixes = expression?.getPrefixList() ?? [];
  if (prefixes.length > 0) return (event) => prefixes.some((prefix) => subject(event).startsWith(prefix));
  const regex = new RegExp(expression?.getRegex() ?? '');
  return (event) => regex.test(subject(event));
};
