import type { Position } from '../event-store/event-store.js';

/** Heads remembered at most; beyond that every second one is let go, and lag is known less finely. */
const REMEMBERED = 400;

/**
 * Knows since when a reader has been behind. Positions cannot be counted, so the head is noted from time to time together with the
 * moment: a reader that has not reached a head yet has been behind at least since then.
 */
export class Lag {
  private heads: { readonly position: Position; readonly seenAt: string }[] = [];

  sawHead(position: Position, at: string): void {
    const last = this.heads.at(-1);
    if (last !== undefined && position <= last.position) return;
    this.heads.push({ position, seenAt: at });
    if (this.heads.length > REMEMBERED) this.heads = this.heads.filter((_, index) => index % 2 === 0);
  }

  /** @returns when the oldest head was seen that a reader at this position has not reached; null where it has reached all */
  behindSince(reached: Position | null): string | null {
    return this.heads.find(({ position }) => reached === null || position > reached)?.seenAt ?? null;
  }

  /** No reader is behind this any more. The newest stays, for a reader that may yet fall behind it. */
  forgetUpTo(reached: Position | null): void {
    if (reached === null) return;
    const newest = this.heads.at(-1);
    this.heads = this.heads.filter((head) => head === newest || head.position > reached);
  }
}
