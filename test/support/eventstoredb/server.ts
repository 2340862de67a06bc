import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises';
import {
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
  type ServiceError,
  status,
} from '@grpc/grpc-js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import gossipService from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
  DeleteReq,
  DeleteResp,
  ReadReq,
  ReadResp,
  TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { Clock } from '../../../src/platform/clock/clock.js';
import { STREAM_OF_PROOFS } from '../../../src/platform/event-store/eventstoredb/proof.js';
import type { Faults, ReadFault, SubscriptionFault } from './faults.js';
import {
  accessDenied,
  appendAnswer,
  caughtUp,
  checkpoint,
  confirmation,
  eventMessage,
  failed,
  deleteAnswer,
  invalidPosition,
  invalidReadPosition,
  nameIn,
  notLeader,
  streamDeleted,
  streamNotFound,
  tombstoneAnswer,
  tooLarge,
  wantedBy,
  wrongVersion,
} from './messages.js';
import { type Expected, type ProposedEvent, type ServerEvent, ServerLog, type Written } from './server-log.js';
import { Standing } from './standing.js';

const MAXIMUM_APPEND_BYTES = 1024 * 1024;
/** Events sent before other calls get their turn. */
const AT_A_STRETCH = 200;
/** Events that a subscription gives twice before it ends. */
const GIVEN_TWICE = 10;

export interface ServerOptions {
  readonly clock: Clock;
  /** Any free one unless told. */
  readonly port?: number;
  /** Of another node of the same cluster; its own unless told. */
  readonly log?: ServerLog;
}

/**
 * Stands in for EventStoreDB 24.6 on the loopback, over real gRPC, with switches for what can go wrong. Without TLS, as a real one
 * started with `--insecure`. If a real server behaves differently, this one is at fault.
 */
export class EventStoreDbServer {
  readonly standing = new Standing();
  readonly faults: Faults = { late: 0 };
  /** Calls by the name of their method. */
  readonly calls = new Map<string, number>();
  /** Acts that the access rules forbid everybody. */
  readonly forbidden = new Set<'append' | 'delete' | 'metadata' | 'read'>();
  private server = new Server();
  private listeningOn = 0;
  private subscriptions = 0;

  static async start({ clock, port = 0, log }: ServerOptions): Promise<EventStoreDbServer> {
    const server = new EventStoreDbServer(log ?? new ServerLog(clock));
    if (log === undefined) server.log.noise();
    await server.listen(port);
    return server;
  }

  private constructor(readonly log: ServerLog) {}

  get port(): number {
    return this.listeningOn;
  }

  get connectionString(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** For a client that asks which node leads before it does anything. */
  get clusterConnectionString(): string {
    return `esdb+discover://127.0.0.1:${this.port}?tls=false&maxDiscoverAttempts=2&discoveryInterval=10`;
  }

  /** Stops as it is: see {@link Standing}. */
  freeze(): void {
    this.standing.freeze(this.log.events.at(-1)!.position);
  }

  /** Ends at once, as if killed; what was stored is kept for {@link restart}. */
  stop(): void {
    this.server.forceShutdown();
  }

  /** On the same port, with what was stored before. */
  async restart(): Promise<void> {
    this.stop();
    await this.listen(this.port);
  }

  /** Drops every connection, and goes on listening. */
  dropConnections(): void {
    this.server.drain(`127.0.0.1:${this.port}`, 0);
  }

  private async listen(port: number): Promise<void> {
    this.server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
    this.server.addService(streamsService.StreamsService, {
      append: (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>) =>
        this.append(call, answer),
      batchAppend: (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>) => this.batchAppend(call),
      read: (call: ServerWritableStream<ReadReq, ReadResp>) => void this.read(call),
      delete: (call: ServerUnaryCall<DeleteReq, DeleteResp>, answer: sendUnaryData<DeleteResp>) =>
        this.remove('Delete', call, answer),
      tombstone: (call: ServerUnaryCall<TombstoneReq, TombstoneResp>, answer: sendUnaryData<TombstoneResp>) =>
        this.remove('Tombstone', call, answer),
    });
    this.server.addService(featuresService.ServerFeaturesService, {
      getSupportedMethods: (_call: unknown, answer: sendUnaryData<unknown>) =>
        void this.standing.running().then(() => answer(null, supportedMethods())),
    });
    this.server.addService(gossipService.GossipService, {
      read: (_call: unknown, answer: sendUnaryData<unknown>) =>
        void this.standing.running().then(() => answer(null, this.cluster())),
    });
    this.listeningOn = await new Promise<number>((resolve, reject) =>
      this.server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, bound) =>
        error === null ? resolve(bound) : reject(error),
      ),
    );
  }

  private count(method: string): void {
    this.calls.set(method, (this.calls.get(method) ?? 0) + 1);
  }

  private append(call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void {
    let stream = '';
    let expected: Expected = 'any';
    const proposed: ProposedEvent[] = [];
    call.on('data', (request: AppendReq) => {
      const options = request.getOptions();
      if (options !== undefined) {
        stream = nameIn(options.getStreamIdentifier());
        expected = expectedIn(options);
      }
      const message = request.getProposedMessage();
      if (message !== undefined) proposed.push(proposedIn(message));
    });
    call.on('error', () => {});
    call.on('end', () => void this.whenWhole(call, () => this.settle(stream, expected, proposed, answer)));
  }

  /** A request that breaks off half way comes to its end too, and only then is said to be cancelled: it is no append. */
  private async whenWhole(call: ServerReadableStream<AppendReq, AppendResp>, settle: () => Promise<void>) {
    await breathe();
    await this.standing.running();
    if (!call.cancelled) await settle();
  }

  /** Without events nothing is stored, and the answer comes once most nodes have taken that there was nothing. */
  private settleNothing(answer: sendUnaryData<AppendResp>): void {
    this.count('AppendOfNothing');
    const success = new streams.AppendResp.Success();
    success.setNoStream(new shared.Empty());
    success.setNoPosition(new shared.Empty());
    const done = new streams.AppendResp();
    done.setSuccess(success);
    if (this.standing.canWrite) answer(null, done);
  }

  /** Of a node that is not the leader, and knows it. */
  private get refusal(): ServiceError | undefined {
    const { leader } = this.standing;
    if (leader === 'itself') return undefined;
    return leader === 'nobody' ? unavailable() : notLeader('127.0.0.1', leader.port);
  }

  /** The leader that has been replaced answers a conflict by what it has; what it writes nobody takes, so that it never answers. */
  private settleAlone(stream: string, expected: Expected, answer: sendUnaryData<AppendResp>): void {
    const current = (this.visible(stream)?.length ?? 0) - 1;
    const wanted = expected === 'no_stream' ? -1 : expected;
    if (typeof wanted === 'number' && wanted !== current) {
      answer(null, appendAnswer(expected, { outcome: 'wrong version', current }));
    }
  }

  private async settle(
    stream: string,
    expected: Expected,
    proposed: readonly ProposedEvent[],
    answer: sendUnaryData<AppendResp>,
  ): Promise<void> {
    const { refusal } = this;
    if (refusal !== undefined) return answer(refusal);
    if (proposed.length === 0) return this.settleNothing(answer);
    this.count('Append');
    if (!this.standing.canWrite) return this.settleAlone(stream, expected, answer);
    const fault = this.faults.append?.(stream);
    switch (fault) {
      case 'drop before storing':
        return answer(unavailable());
      case 'silence before storing':
        return;
      case 'not leader':
        return answer(notLeader('127.0.0.1', this.port));
      case 'cancel':
        return answer(cancelled());
      case 'close':
        return this.dropConnections();
      case 'store late':
        await pause(this.faults.late);
    }
    if (this.forbidden.has(stream.startsWith('$$') ? 'metadata' : 'append')) return answer(accessDenied());
    // The server counts the data alone.
    if (proposed.reduce((sum, { data }) => sum + data.length, 0) > MAXIMUM_APPEND_BYTES) {
      return answer(tooLarge(MAXIMUM_APPEND_BYTES));
    }
    const written = this.log.append(stream, expected, proposed);
    switch (fault) {
      case 'store, then drop':
        return answer(unavailable());
      case 'time out after storing':
        return answer(failed(status.ABORTED, 'Operation timed out: Commit phase timeout.'));
      case 'store, then silence':
        return;
      case 'answer late':
        await pause(this.faults.late);
    }
    if (written.outcome === 'deleted') return answer(streamDeleted(stream));
    answer(null, appendAnswer(expected, written));
    if (fault === 'answer twice') answer(null, appendAnswer(expected, written));
  }

  /** Only so far as the client asks for it; this program never does. */
  private batchAppend(call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
    this.count('BatchAppend');
    call.on('error', () => {});
    call.on('end', () => call.end());
    call.on('data', (request: BatchAppendReq) => {
      const stream = nameIn(request.getOptions()?.getStreamIdentifier());
      const fault = this.faults.append?.(stream);
      if (fault === 'silence before storing') return;
      if (fault !== undefined) return void call.emit('error', unavailable());
      const written = this.log.append(stream, 'any', request.getProposedMessagesList().map(proposedIn));
      if (written.outcome !== 'written') return;
      const success = new streams.BatchAppendResp.Success();
      success.setCurrentRevision(String(written.revision));
      const position = new shared.AllStreamPosition();
      position.setCommitPosition(String(written.position));
      position.setPreparePosition(String(written.position));
      success.setPosition(position);
      const response = new streams.BatchAppendResp();
      response.setCorrelationId(request.getCorrelationId());
      response.setSuccess(success);
      call.write(response);
    });
  }

  private remove(
    operation: 'Delete' | 'Tombstone',
    call: ServerUnaryCall<DeleteReq, DeleteResp> | ServerUnaryCall<TombstoneReq, TombstoneResp>,
    answer: sendUnaryData<DeleteResp> & sendUnaryData<TombstoneResp>,
  ): void {
    this.count(operation);
    if (this.forbidden.has('delete')) return answer(accessDenied());
    const options = call.request.getOptions()!;
    const stream = nameIn(options.getStreamIdentifier());
    const expected = expectedIn(options);
    const done: Written =
      operation === 'Delete' ? this.log.delete(stream, expected) : this.log.tombstone(stream, expected);
    if (done.outcome === 'deleted') return answer(streamDeleted(stream));
    if (done.outcome === 'wrong version') return answer(wrongVersion(operation, stream, expected, done.current));
    answer(null, operation === 'Delete' ? deleteAnswer(done.position) : tombstoneAnswer(done.position));
  }

  private async read(call: ServerWritableStream<ReadReq, ReadResp>): Promise<void> {
    call.on('error', () => {});
    await this.standing.running();
    const options = call.request.getOptions()!;
    const { refusal } = this;
    if (refusal !== undefined) return end(call, refusal);
    if (options.hasSubscription()) {
      this.count('Subscribe');
      return this.subscribe(call, options);
    }
    const stream = options.getStream();
    if (nameIn(stream?.getStreamIdentifier()) === STREAM_OF_PROOFS) return this.readNothing(call);
    this.count(stream === undefined ? 'ReadAll' : 'ReadStream');
    const fault = this.faults.read?.(nameIn(stream?.getStreamIdentifier()) || '$all');
    if (fault === 'silence') return;
    if (fault === 'close') return this.dropConnections();
    if (fault === 'not leader') return end(call, notLeader('127.0.0.1', this.port));
    if (fault === 'unavailable') return end(call, unavailable());
    if (fault === 'cancel') return end(call, cancelled());
    if (this.forbidden.has('read')) return end(call, accessDenied());
    if (stream === undefined) await this.readAll(call, options);
    else await this.readStream(call, options, stream, fault);
  }

  /** The stream in which nothing ever is. */
  private readNothing(call: ServerWritableStream<ReadReq, ReadResp>): void {
    this.count('Look');
    call.write(streamNotFound(STREAM_OF_PROOFS));
    call.end();
  }

  private visible(stream: string): readonly ServerEvent[] | undefined {
    const shown = this.log.visible(stream)?.filter((event) => this.standing.shows(event));
    return shown?.length === 0 && (this.log.visible(stream)?.length ?? 0) > 0 ? undefined : shown;
  }

  private async readStream(
    call: ServerWritableStream<ReadReq, ReadResp>,
    options: ReadReq.Options,
    wanted: ReadReq.Options.StreamOptions,
    fault: ReadFault | undefined,
  ): Promise<void> {
    const stream = nameIn(wanted.getStreamIdentifier());
    if (this.log.isTombstoned(stream)) return end(call, streamDeleted(stream));
    const visible = fault === 'behind' ? undefined : this.visible(stream);
    if (visible === undefined) {
      call.write(streamNotFound(stream));
      call.end();
      return;
    }
    const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
    const revision = wanted.hasRevision() ? Number(wanted.getRevision()) : wanted.hasEnd() ? Infinity : 0;
    const chosen = backwards
      ? visible.filter((event) => event.revision <= revision).reverse()
      : visible.filter((event) => event.revision >= revision);
    const shown = fault === 'one short' ? chosen.filter((event) => event !== visible.at(-1)) : chosen;
    await send(call, shown.slice(0, Number(options.getCount())).map(eventMessage));
    call.end();
  }

  private async readAll(call: ServerWritableStream<ReadReq, ReadResp>, options: ReadReq.Options): Promise<void> {
    const wanted = wantedBy(options.getFilter());
    const all = options.getAll()!;
    const position = all.getPosition();
    const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
    if (position !== undefined && !this.log.holds(BigInt(position.getCommitPosition()))) {
      return end(call, invalidReadPosition());
    }
    const before = position && BigInt(position.getCommitPosition()) - 1n;
    let index = all.hasEnd() ? this.log.events.length : before === undefined ? 0 : this.log.indexAfter(before);
    const step = backwards ? -1 : 1;
    if (backwards) index--;
    for (let left = Number(options.getCount()); left > 0 && !call.cancelled; index += step) {
      const event = this.log.events[index];
      if (event === undefined) break;
      if (!wanted(event) || !this.standing.shows(event)) continue;
      left--;
      await send(call, [eventMessage(event)]);
    }
    call.end();
  }

  private async subscribe(call: ServerWritableStream<ReadReq, ReadResp>, options: ReadReq.Options): Promise<void> {
    if (this.forbidden.has('read')) return end(call, accessDenied());
    const fault = this.faults.subscription?.();
    const filter = options.getFilter();
    const wanted = wantedBy(filter);
    const interval = (filter?.getMax() || 32) * (filter?.getCheckpointintervalmultiplier() ?? 1);
    const all = options.getAll()!;
    const position = all.getPosition();
    let index = position === undefined ? 0 : this.log.indexAfter(BigInt(position.getCommitPosition()));
    if (all.hasEnd()) index = this.log.events.length;
    if (position !== undefined && !this.log.holds(BigInt(position.getCommitPosition()))) {
      return end(call, invalidPosition());
    }
    let given = 0;
    let told = false;
    const gone = new AbortController();
    call.once('cancelled', () => gone.abort());
    call.write(confirmation(`subscription-${++this.subscriptions}`));
    for (let considered = 0; !call.cancelled;) {
      if (fault !== undefined && given >= fault.after && fault.kind !== 'give twice') return this.break(call, fault);
      if (fault?.kind === 'give twice' && given >= fault.after + GIVEN_TWICE) return void call.end();
      await this.standing.running();
      const event = this.log.events[index];
      if (event !== undefined && !this.standing.shows(event)) {
        await this.log.grown(gone.signal);
        continue;
      }
      if (event === undefined) {
        const last = this.log.events[index - 1];
        if (!told && last !== undefined) call.write(checkpoint(last.position));
        if (!told) call.write(caughtUp());
        told = true;
        await this.log.grown(gone.signal);
        continue;
      }
      index++;
      if (++considered % interval === 0) call.write(checkpoint(event.position));
      if (considered % AT_A_STRETCH === 0) await breathe();
      if (!wanted(event)) continue;
      given++;
      const times = fault?.kind === 'give twice' && given > fault.after ? 2 : 1;
      for (let time = 0; time < times; time++) await send(call, [eventMessage(event)]);
    }
  }

  private break(call: ServerWritableStream<ReadReq, ReadResp>, { kind }: SubscriptionFault): void {
    switch (kind) {
      case 'end':
        return void call.end();
      case 'unavailable':
        return end(call, unavailable());
      case 'cancel':
        return end(call, cancelled());
      case 'close':
        return this.dropConnections();
      case 'checkpoint ahead':
        call.write(checkpoint((this.log.events.at(-1)?.position ?? 0n) + 1_000_000n));
        return void call.end();
    }
  }

  /** The leader, as this node believes; while there is none it knows no member of use. */
  private cluster() {
    const { leader } = this.standing;
    const cluster = new gossip.ClusterInfo();
    if (leader === 'nobody') return cluster;
    const member = new gossip.MemberInfo();
    member.setState(gossip.MemberInfo.VNodeState.LEADER);
    member.setIsAlive(true);
    const address = new gossip.EndPoint();
    address.setAddress('127.0.0.1');
    address.setPort(leader === 'itself' ? this.port : leader.port);
    member.setHttpEndPoint(address);
    cluster.addMembers(member);
    return cluster;
  }
}

const supportedMethods = () => {
  const supported = new features.SupportedMethods();
  supported.setEventStoreServerVersion('24.6.0');
  for (const { path } of Object.values(streamsService.StreamsService) as { path: string }[]) {
    const [, service = '', method = ''] = path.split('/');
    const known = new features.SupportedMethod();
    known.setServiceName(service);
    known.setMethodName(method.toLowerCase());
    supported.addMethods(known);
  }
  return supported;
};

const expectedIn = (options: AppendReq.Options | DeleteReq.Options | TombstoneReq.Options): Expected => {
  if (options.hasRevision()) return Number(options.getRevision());
  if (options.hasNoStream()) return 'no_stream';
  return options.hasStreamExists() ? 'stream_exists' : 'any';
};

const proposedIn = (message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): ProposedEvent => ({
  id: message.getId()!.getString(),
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

/** Waits while the reader is not reading. */
const send = async (call: ServerWritableStream<ReadReq, ReadResp>, messages: readonly ReadResp[]): Promise<void> => {
  for (const message of messages) {
    if (call.cancelled) return;
    if (!call.write(message)) await drained(call);
  }
};

const drained = (call: ServerWritableStream<ReadReq, ReadResp>): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      call.removeListener('drain', done);
      call.removeListener('cancelled', done);
      resolve();
    };
    call.on('drain', done);
    call.on('cancelled', done);
  });

/** Errors of a stream are emitted: destroying it would leave the reader without a status. */
const end = (call: ServerWritableStream<ReadReq, ReadResp>, error: ServiceError): void =>
  void call.emit('error', error);

const unavailable = (): ServiceError => failed(status.UNAVAILABLE, 'Server Is Not Ready');
const cancelled = (): ServiceError => failed(status.CANCELLED, 'Operation cancelled by the server.');
