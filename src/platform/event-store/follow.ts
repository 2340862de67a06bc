import type { EventStore, Position, RecordedEvent, SubscribeOptions } from './event-store.js';

/** Wakes those who wait for the log to grow. */
export class Bell {
  private rings = 0;
  private readonly waiting = new Set<() => void>();

  ring(): void {
    this.rings++;
    for (const wake of [...this.waiting]) wake();
  }

  /** The number of rings so far: ask before looking at the log, so that nothing is missed between looking and waiting. */
  count(): number {
    return this.rings;
  }

  /** Ends at the first ring after `count`, after so many milliseconds, or when the signal is aborted. */
  async ringsAfter(count: number, milliseconds: number, signal: AbortSignal): Promise<void> {
    if (this.rings > count || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}

/**
 * Pages after a position, then new ones as they come. The bell tells of appends of this process; looking again every `lookEvery`
 * milliseconds finds those of another.
 */
export async function* follow(
  store: Pick<EventStore, 'readAll'>,
  after: Position | undefined,
  { signal, ...options }: SubscribeOptions,
  bell: Bell,
  lookEvery: number,
): AsyncGenerator<RecordedEvent[], void, undefined> {
  let position = after;
  while (!signal.aborted) {
    const rung = bell.count();
    const page = await store.readAll(position, options);
    const last = page.at(-1);
    if (last === undefined) {
      await bell.ringsAfter(rung, lookEvery, signal);
    } else if (!signal.aborted) {
      yield page;
      position = last.position;
    }
  }
}
