import { beforeAll, describe, expect, it } from '@jest/globals';
import { projections } from '../../projections/index.js';
import { toAppend } from '../../test/support/read-models.js';
import { SettableClock } from '../platform/clock/clock.js';
import { MemoryEventStore } from '../platform/event-store/memory/memory-event-store.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { LogAsAt } from './log-as-at.js';

const MORNING = '2023-04-03T09:00:00.000Z';
const NOON = '2023-04-03T12:00:00.000Z';

describe('The log as it was', () => {
  let log: LogAsAt;
  let ids: string[];

  beforeAll(async () => {
    const clock = new SettableClock(MORNING);
    const store = new MemoryEventStore(clock);
    const entered = async (year: string, at: string): Promise<void> => {
      clock.set(at);
      const stream = `report-${year.replace('/', '-')}`;
      const data = { year, measure: 'formal', value: 61, source: 'Page 9' };
      await store.append(stream, 'no_stream', [toAppend(stream, { type: 'PublishedTotalEntered', data }, 0)]);
    };
    await entered('2020/21', MORNING);
    await entered('2021/22', NOON);
    ids = (await store.readAll(undefined)).map(({ id }) => id);
    log = new LogAsAt(store, projections);
  });

  const years = (readModels: ReadModels): string[] =>
    readModels.all<{ year: string }>('SELECT year FROM published_totals ORDER BY year').map(({ year }) => year);

  it('holds what was recorded by a moment, and names the last of it', async () => {
    const read = ({ readModels, lastEvent }: { readModels: ReadModels; lastEvent: string | null }) => ({
      ...{ years: years(readModels), lastEvent },
    });
    expect(await log.read({ moment: MORNING }, read)).toEqual({ years: ['2020/21'], lastEvent: ids[0] });
    expect(await log.read({ moment: NOON }, read)).toEqual({ years: ['2020/21', '2021/22'], lastEvent: ids[1] });
    expect(await log.read({ moment: '2023-04-03T08:59:59.999Z' }, read)).toEqual({ years: [], lastEvent: null });
  });

  it('is read up to one event and with it', async () => {
    expect(await log.read({ event: ids[0]! }, ({ readModels }) => years(readModels))).toEqual(['2020/21']);
    expect(await log.read({ event: ids[1]! }, ({ readModels }) => years(readModels))).toHaveLength(2);
  });

  it('is not read up to an event that does not exist', async () => {
    await expect(log.read({ event: 'another' }, () => null)).rejects.toThrow('No event another');
  });
});
