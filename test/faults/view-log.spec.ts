import { expect, it } from '@jest/globals';
import { StoreUnavailable } from '../../src/platform/event-store/event-store.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { aConcern, Council } from '../journeys/council.js';

/*
 * Promise A6: nothing about a child is shown unless the view was recorded first.
 */

it('a record that cannot be logged as seen is not shown, in any form, until it can', async () => {
  let away = false;
  const council = await Council.begin('house', {
    views: (clock) => {
      const log = new MemoryEventStore(clock);
      const append = log.append.bind(log);
      log.append = async (...given) => {
        if (away) throw new StoreUnavailable('away');
        return append(...given);
      };
      return log;
    },
  });
  try {
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    const read = () =>
      Promise.all(
        ['Iris', 'Mona', 'Tom'].flatMap((person) =>
          [`/disputes/${reference}`, `/disputes/${reference}/events`, '/disputes', '/children/C1', '/board'].map(
            (url) => council.get(person, url),
          ),
        ),
      );
    expect(new Set((await read()).map(({ status }) => status))).toEqual(new Set([200]));
    away = true;
    for (const answer of await read()) {
      expect(answer).toMatchObject({ status: 503, body: { code: 'log-unavailable' } });
      expect(answer.text).not.toMatch(/permanence|initials/);
    }
    away = false;
    expect(new Set((await read()).map(({ status }) => status))).toEqual(new Set([200]));
  } finally {
    await council.end();
  }
});
