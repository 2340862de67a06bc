import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDbServer, type ServerOptions } from './server.js';
import type { Leader } from './standing.js';

/** Three nodes of one log on the loopback. Nobody is elected by itself: the test says when, and who. */
export class EventStoreDbCluster {
  private constructor(readonly nodes: readonly EventStoreDbServer[]) {
    this.elect(nodes[0]!);
  }

  static async start(options: Pick<ServerOptions, 'clock'>): Promise<EventStoreDbCluster> {
    const first = await EventStoreDbServer.start(options);
    const others = [0, 1].map(() => EventStoreDbServer.start({ ...options, log: first.log }));
    return new EventStoreDbCluster([first, ...(await Promise.all(others))]);
  }

  /** As the program is given it: every node by its address. */
  get connectionString(): string {
    const hosts = this.nodes.map(({ port }) => `127.0.0.1:${port}`).join(',');
    return `esdb://${hosts}?tls=false&discoveryInterval=20`;
  }

  /** Every node that runs is told that this one leads. */
  elect(leader: EventStoreDbServer): void {
    for (const node of this.nodes) if (!node.standing.isFrozen) node.standing.learn(seenBy(node, leader));
  }

  /** The nodes do not agree on a leader. */
  loseLeader(): void {
    for (const node of this.nodes) node.standing.learn('nobody');
  }

  /** The leader stops as it is, and another leads, after so many milliseconds where that matters. */
  async replaceFrozen(frozen: EventStoreDbServer, next: EventStoreDbServer, milliseconds = 0): Promise<void> {
    frozen.freeze();
    await pause(milliseconds);
    this.elect(next);
  }

  /** The frozen node runs again, and takes itself for the leader for so many milliseconds more. */
  async thaw(frozen: EventStoreDbServer, leader: EventStoreDbServer, believesFor: number): Promise<void> {
    frozen.standing.thaw();
    await pause(believesFor);
    frozen.standing.learn(seenBy(frozen, leader));
  }

  stop(): void {
    for (const node of this.nodes) {
      node.standing.thaw();
      node.stop();
    }
  }
}

const seenBy = (node: EventStoreDbServer, leader: EventStoreDbServer): Leader =>
  node === leader ? 'itself' : { port: leader.port };
