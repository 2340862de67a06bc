import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { systemClock } from '../../src/platform/clock/clock.js';
import { EventStoreDbCluster } from '../support/eventstoredb/cluster.js';
import type { EventStoreDbServer } from '../support/eventstoredb/server.js';

/** The three nodes of a cluster, numbered from 1, and what can happen to each of them. */
export interface Nodes {
  readonly connectionString: string;
  /** The number of the node that leads, of those that run and are not frozen; undefined while none does. */
  leader(): Promise<number | undefined>;
  kill(node: number): Promise<void>;
  start(node: number): Promise<void>;
  freeze(node: number): Promise<void>;
  thaw(node: number): Promise<void>;
  /** Every node runs, and nothing of the test is left. */
  end(): Promise<void>;
}

/** Of a real cluster: a program that is called as `PROGRAM kill|start|freeze|thaw 1|2|3`. */
const COMMAND = process.env.FOOTPRINT_TEST_NODES;

/** Those that the settings name, or three that are played here. */
export const nodes = async (): Promise<Nodes> => {
  if (COMMAND === undefined) return PlayedNodes.start();
  const [connectionString] = (process.env.FOOTPRINT_TEST_ESDB ?? '').split(/\s+/);
  if (connectionString === undefined || connectionString === '') {
    throw new Error('FOOTPRINT_TEST_NODES says how nodes are killed: say in FOOTPRINT_TEST_ESDB where they are.');
  }
  return new RealNodes(connectionString, COMMAND);
};

export const WHICH_NODES =
  COMMAND === undefined ? 'EventStoreDB, played by the servers in this process' : 'EventStoreDB, real servers';

class RealNodes implements Nodes {
  private readonly hosts: readonly string[];
  private readonly away = new Set<number>();

  constructor(
    readonly connectionString: string,
    private readonly command: string,
  ) {
    const [, hosts = ''] = /^[^:]+:\/\/(?:[^@]*@)?([^/?]+)/.exec(connectionString) ?? [];
    this.hosts = hosts.split(',');
  }

  /** By the word of the nodes that run: one of them says of itself that it leads. */
  async leader(): Promise<number | undefined> {
    const running = this.hosts.map((_, index) => index + 1).filter((node) => !this.away.has(node));
    const states = await Promise.all(running.map((node) => this.stateOf(node)));
    return running[states.indexOf('leader')];
  }

  async kill(node: number): Promise<void> {
    this.away.add(node);
    await this.tell('kill', node);
  }

  async start(node: number): Promise<void> {
    await this.tell('start', node);
    this.away.delete(node);
  }

  async freeze(node: number): Promise<void> {
    this.away.add(node);
    await this.tell('freeze', node);
  }

  async thaw(node: number): Promise<void> {
    await this.tell('thaw', node);
    // It takes itself for the leader for about a second.
    await pause(2_000);
    this.away.delete(node);
  }

  async end(): Promise<void> {}

  private async tell(what: string, node: number): Promise<void> {
    await promisify(execFile)(this.command, [what, String(node)]);
  }

  private async stateOf(node: number): Promise<string> {
    const scheme = /[?&]tls=false(&|$)/i.test(this.connectionString) ? 'http' : 'https';
    try {
      const answer = await fetch(`${scheme}://${this.hosts[node - 1]}/info`, { signal: AbortSignal.timeout(1_000) });
      return ((await answer.json()) as { state: string }).state.toLowerCase();
    } catch {
      return 'away';
    }
  }
}

/** Milliseconds that an election takes here, and for which a node that thaws takes itself for the leader. */
const ELECTION = 3_000;
const BELIEVES = 1_000;

class PlayedNodes implements Nodes {
  private readonly away = new Set<EventStoreDbServer>();
  private leading: EventStoreDbServer | undefined;

  private constructor(private readonly cluster: EventStoreDbCluster) {
    this.leading = cluster.nodes[0];
  }

  static async start(): Promise<PlayedNodes> {
    return new PlayedNodes(await EventStoreDbCluster.start({ clock: systemClock }));
  }

  get connectionString(): string {
    return this.cluster.connectionString;
  }

  async leader(): Promise<number | undefined> {
    return this.leading && this.cluster.nodes.indexOf(this.leading) + 1;
  }

  async kill(number: number): Promise<void> {
    const node = this.node(number);
    this.away.add(node);
    node.stop();
    this.mayElect(node);
  }

  async start(number: number): Promise<void> {
    const node = this.node(number);
    await node.restart();
    this.away.delete(node);
    node.standing.learn('nobody');
    if (this.leading === undefined) this.mayElect();
    else this.cluster.elect(this.leading);
  }

  async freeze(number: number): Promise<void> {
    const node = this.node(number);
    this.away.add(node);
    node.freeze();
    this.mayElect(node);
  }

  async thaw(number: number): Promise<void> {
    const node = this.node(number);
    this.away.delete(node);
    if (this.leading === undefined) return node.standing.thaw();
    await this.cluster.thaw(node, this.leading, BELIEVES);
  }

  async end(): Promise<void> {
    this.cluster.stop();
  }

  private node(number: number): EventStoreDbServer {
    return this.cluster.nodes[number - 1]!;
  }

  /** If two nodes run, one of them leads after a while. */
  private mayElect(gone?: EventStoreDbServer): void {
    const running = this.cluster.nodes.filter((node) => !this.away.has(node));
    if (gone !== undefined && gone !== this.leading && running.length > 1) return;
    this.leading = undefined;
    for (const node of running) node.standing.learn('nobody');
    if (running.length < 2) return;
    setTimeout(() => {
      if (this.away.has(running[0]!)) return this.mayElect();
      this.leading = running[0];
      this.cluster.elect(running[0]!);
    }, ELECTION).unref();
  }
}
