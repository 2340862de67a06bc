import { setTimeout as pause } from 'node:timers/promises';
import type { Nodes } from './nodes.js';

const LOOK_EVERY = 100;

/**
 * The time for which nobody was answered: in all; while no two nodes were away at once; and not counting the time in which no node led.
 */
export class WatchedSilence {
  /** Milliseconds. */
  longest = 0;
  longestBesideOutages = 0;
  longestWithLeader = 0;
  /** Milliseconds in which no node led. */
  leaderless = 0;
  /** Two nodes are away at once, or were since anybody was answered. */
  private isOutage = false;
  private outage = false;
  private since = performance.now();
  private withLeader = 0;
  private over = false;
  private readonly watching: Promise<void>;

  constructor(private readonly nodes: Nodes) {
    this.watching = this.watch();
  }

  /** Somebody was answered. */
  broken(): void {
    this.note();
    this.since = performance.now();
    this.withLeader = 0;
    this.isOutage = this.outage;
  }

  /** Two nodes are away at once, while this runs. */
  async during(outage: () => Promise<void>): Promise<void> {
    this.outage = this.isOutage = true;
    try {
      await outage();
    } finally {
      this.outage = false;
    }
  }

  async end(): Promise<void> {
    this.over = true;
    await this.watching;
  }

  private note(): void {
    const now = Math.round(performance.now() - this.since);
    this.longest = Math.max(this.longest, now);
    if (!this.isOutage) this.longestBesideOutages = Math.max(this.longestBesideOutages, now);
    this.longestWithLeader = Math.max(this.longestWithLeader, Math.round(this.withLeader));
  }

  private async watch(): Promise<void> {
    for (let last = performance.now(); !this.over; await pause(LOOK_EVERY)) {
      const leads = (await this.nodes.leader()) !== undefined;
      const now = performance.now();
      if (leads) this.withLeader += Math.min(now - last, now - this.since);
      else this.leaderless += now - last;
      last = now;
      this.note();
    }
  }
}
