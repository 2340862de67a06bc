import { expect, it } from '@jest/globals';
import { StoreUnavailable } from '../../src/platform/event-store/event-store.js';
import { MemoryEventStore } from '../../src/platform/event-store/memory/memory-event-store.js';
import { aConcern, Council } from '../journeys/council.js';

/*
 * Promise A6: no restricted record is shown unless the view was recorded first.
 */

it('what cannot be put on record as seen is not shown, in any form, until it can', async () => {
  let away = false;
  const council = await Council.begin('house', {
    store: (clock) => {
      const log = new MemoryEventStore(clock);
      const append = log.append.bind(log);
      log.append = async (stream, ...rest) => {
        if (away && stream.startsWith('viewLog-')) throw new StoreUnavailable('away');
        return append(stream, ...rest);
      };
      return log;
    },
  });
  try {
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    await council.done('Mona', `/disputes/${reference}/restrict`, { readers: ['mona', 'tom'], reason: 'It is hers.' });
    const read = () =>
      Promise.all(
        ['Iris', 'Mona', 'Tom'].flatMap((person) =>
          [`/disputes/${reference}`, `/disputes/${reference}/events`].map((url) => council.get(person, url)),
        ),
      );
    expect((await read()).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    away = true;
    for (const answer of await read()) {
      expect(answer).toMatchObject({ status: 503, body: { code: 'log-unavailable' } });
      expect(answer.text).not.toContain('permanence');
    }
    away = false;
    expect((await read()).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  } finally {
    await council.end();
  }
});
