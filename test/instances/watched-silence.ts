import { setTimeout as pause } from 'node:timers/promises';
import type { Nodes } from './nodes.js';

const LOOK_EVERY = 100;

/** How long nobody was answered: in all, and not counting the time in which no node led. */
export class WatchedSilence {
  /** Milliseconds. */
  longest = 0;
  longestWithLeader = 0;
  /** Milliseconds in which no node led. */
  leaderless = 0;
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
  }

  async end(): Promise<void> {
    this.over = true;
    await this.watching;
  }

  private note(): void {
    this.longest = Math.max(this.longest, Math.round(performance.now() - this.since));
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
