import { expect, it } from '@jest/globals';
import { ClockWatch } from '../platform/clock/clock-watch.js';
import { RowsApart } from '../work-over-rows.js';
import { SilenceAboutRecommendations, type SilenceNeeds } from './silence-about-recommendations.js';

const NOW = '2023-04-14T09:00:00.000Z';
const clock = { now: () => NOW };

/** The recommendations that it looks at, where another clock shows so many minutes less. */
const lookedAt = async (minutesAhead: number): Promise<string[]> => {
  const streams: string[] = [];
  const witness = { whose: 'another', now: () => Date.parse(NOW) - minutesAhead * 60_000 };
  const needs = {
    clock,
    watch: new ClockWatch(clock, [witness]),
    troubles: new RowsApart(clock),
    contexts: { rules: async () => ({}) },
    readModels: { all: () => [{ reference: 'REC-7K4M-2QXH' }] },
    executor: { load: async (stream: string) => (streams.push(stream), { state: null, events: [] }) },
  };
  await new SilenceAboutRecommendations(needs as unknown as SilenceNeeds).run();
  return [...new Set(streams)];
};

it('silence about recommendations agrees to nothing by a clock that was put forward', async () => {
  expect(await lookedAt(0)).toEqual(['recommendations-REC-7K4M-2QXH']);
  expect(await lookedAt(24 * 60)).toEqual([]);
});
