/** The time for which nobody was answered, at most. Starts when it is made. */
export class Silence {
  /** Milliseconds. */
  longest = 0;
  private since = performance.now();

  /** Somebody was answered. */
  broken(): void {
    const now = performance.now();
    this.longest = Math.max(this.longest, Math.round(now - this.since));
    this.since = now;
  }
}
