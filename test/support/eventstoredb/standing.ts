import type { ServerEvent } from './server-log.js';

/** The leader, as a node believes: itself, the node at another port, or nobody. */
export type Leader = 'itself' | { readonly port: number } | 'nobody';

/**
 * How a node stands among the others: whether it runs, who leads as it believes, and how much of the log it has. A server that is alone
 * runs, leads, and has everything.
 */
export class Standing {
  leader: Leader = 'itself';
  /** Position of the last event that it has, of a node that was away; undefined where it has every one. */
  private has: bigint | undefined;
  private frozen: PromiseWithResolvers<void> | undefined;

  get isFrozen(): boolean {
    return this.frozen !== undefined;
  }

  /** As a process that is stopped: its connections stay, and nobody is answered. */
  freeze(lastEvent: bigint): void {
    this.frozen = Promise.withResolvers<void>();
    this.has = lastEvent;
  }

  /** It answers again, with what it had, and as what it was. */
  thaw(): void {
    this.frozen?.resolve();
    this.frozen = undefined;
  }

  /** It hears who leads, and is given what it lacks. */
  learn(leader: Leader): void {
    this.leader = leader;
    this.has = undefined;
  }

  /** Resolves once the node runs. */
  async running(): Promise<void> {
    while (this.frozen !== undefined) await this.frozen.promise;
  }

  /** Most nodes take what it writes. A node that was away finds nobody who does. */
  get canWrite(): boolean {
    return this.leader === 'itself' && this.has === undefined;
  }

  shows({ position }: ServerEvent): boolean {
    return this.has === undefined || position <= this.has;
  }
}
