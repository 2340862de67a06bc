import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PublishedReportDto } from '../../src/reports/publishing/published-reports.dto.js';
import { readInWorcestershire } from '../support/worcestershire.js';
import { Council } from './council.js';

const YEAR = { kind: 'annual', from: '2022-04-01', to: '2023-03-31' };

/* Below which a number is small is a setting of the council, by the readers of a report. */
describe('A report of a council that has set how small is small', () => {
  let council: Council;
  const begun = async (audience: string): Promise<PublishedReportDto> => {
    const { reference } = await council.done('Mona', '/published-reports', { ...YEAR, audience });
    const url = `/published-reports/${reference}`;
    await council.done('Mona', `${url}/take-figures`, { layout: [{ records: 'informal', table: 'team' }] });
    return (await council.get<PublishedReportDto>('Mona', url)).body;
  };
  /** The least number that prints, but for 0. */
  const leastIn = ({ editions }: PublishedReportDto): number =>
    Math.min(
      ...editions[0]!
        .figures!.tables[0]!.rows.flatMap(({ cells }) => cells)
        .filter((cell): cell is number => typeof cell === 'number' && cell > 0),
    );

  beforeAll(async () => {
    council = await Council.begin('house', { smallNumbers: { public: 18, boardExempt: 12 } });
    council.clock.set('2023-10-04T09:00:00.000Z');
    await readInWorcestershire(council);
  });
  afterAll(() => council.end());

  it.each([
    ['public', 18],
    ['board', 18],
    ['board-exempt', 12],
    ['inside', 1],
  ])('for readers of kind %s hides below %d', async (audience, threshold) => {
    const report = await begun(audience);
    expect(report.threshold).toBe(threshold);
    expect(leastIn(report)).toBeGreaterThanOrEqual(threshold);
  });
});
