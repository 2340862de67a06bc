import { describe, expect, it } from '@jest/globals';
import { SettableClock } from '../platform/clock/clock.js';
import { StoreUnavailable } from '../platform/event-store/event-store.js';
import { MemoryEventStore } from '../platform/event-store/memory/memory-event-store.js';
import { Executor } from '../platform/executor.js';
import { COUNCIL_STREAM, councilDecider } from './council.js';
import { CouncilCalled } from './council-called.js';
import { CouncilStanding } from './standing.js';

const NOW = '2023-04-03T09:00:00.000Z';

/** A log that can be out of reach. */
class Log extends MemoryEventStore {
  isAway = false;

  override async read(...asked: Parameters<MemoryEventStore['read']>) {
    if (this.isAway) throw new StoreUnavailable('away');
    return super.read(...asked);
  }
}

describe('What the council is called', () => {
  it('is the setting, until somebody names it, and stays said while the log is away', async () => {
    const log = new Log(new SettableClock(NOW));
    const called = new CouncilCalled(new CouncilStanding(log), { council: 'Footprint' });
    expect(await called.now()).toBe('Footprint');
    const actor = { person: 'adam', post: 'administrator', role: 'administrator' } as const;
    const envelope = { commandId: 'one', actor, occurredAt: NOW };
    await new Executor(log).execute(
      COUNCIL_STREAM,
      councilDecider,
      { type: 'name', name: ' Westshire Council ' },
      null,
      envelope,
    );
    expect(await called.now()).toBe('Westshire Council');
    log.isAway = true;
    expect(await called.now()).toBe('Westshire Council');
  });
});
