import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { PublishedReportDto } from '../../src/reports/publishing/published-reports.dto.js';
import { readInWorcestershire } from '../support/worcestershire.js';
import { Council } from './council.js';

/** Sums of the registers of the example, worked out apart from the program. */
const EXPECTED = (
  JSON.parse(readFileSync('examples/worcestershire/expected.json', 'utf8')) as Record<string, Record<Kind, Sums>>
)['2022-23']!;
type Kind = 'informal' | 'formal';
interface Sums {
  readonly total: number;
  readonly drift_and_delay: number;
  readonly by_quarter: Readonly<Record<string, number>>;
  readonly by_team: Readonly<Record<string, number>>;
}
const KINDS = ['informal', 'formal'] as const;
const YEAR = { kind: 'annual', from: '2022-04-01', to: '2023-03-31' };

/* The figures that Worcestershire published of 2022/23, and the sums of the registers behind them, in a report of each audience. */
describe('The published figures of Worcestershire', () => {
  let council: Council;
  const figuresFor = async (audience: string) => {
    const { reference } = await council.done('Mona', '/published-reports', { ...YEAR, audience });
    const url = `/published-reports/${reference}`;
    const tables = ['quarter', 'drift-and-delay', 'team'];
    const layout = KINDS.flatMap((records) => tables.map((table) => ({ records, table })));
    await council.done('Mona', `${url}/take-figures`, { layout });
    return (await council.get<PublishedReportDto>('Mona', url)).body.editions[0]!.figures!;
  };
  type Figures = Awaited<ReturnType<typeof figuresFor>>;
  const cellsOf = ({ tables }: Figures, title: string) =>
    new Map(tables.find((table) => table.title === title)!.rows.map(({ label, cells }) => [label, cells[0]!]));
  const said = (kind: Kind): string => (kind === 'informal' ? 'Informal disputes' : 'Formal disputes');

  beforeAll(async () => {
    council = await Council.begin();
    council.clock.set('2023-10-04T09:00:00.000Z');
    await readInWorcestershire(council);
  });
  afterAll(() => council.end());

  it.each(['inside', 'public'])(
    'print as they were published, with their changes, in a report for %s',
    async (audience) => {
      const { measures } = await figuresFor(audience);
      const line = (code: string) => measures.find((each) => each.code === code);
      expect(line('informal')).toMatchObject({ value: 111, previous: 103, change: 8, changePercent: 7.8 });
      expect(line('formal')).toMatchObject({ value: 87, previous: 55, change: 32, changePercent: 58.2 });
      expect(line('acknowledgements')).toMatchObject({ value: 58, previous: null, change: null });
      expect(line('informal.driftAndDelayPercent')!.value).toBe(69);
      expect(line('formal.driftAndDelayPercent')!.value).toBe(80);
      expect(line('informal.firstHalfPercent')!.value).toBe(67);
    },
  );

  it('are the sums of the registers inside the service, each of them', async () => {
    const figures = await figuresFor('inside');
    for (const kind of KINDS) {
      const { total, drift_and_delay: drift, by_quarter: quarters, by_team: teams } = EXPECTED[kind];
      const byQuarter = cellsOf(figures, `${said(kind)} by quarter`);
      for (const [quarter, count] of Object.entries(quarters)) expect(byQuarter.get(`2022/23 Q${quarter}`)).toBe(count);
      const byDrift = cellsOf(figures, `${said(kind)} by drift and delay, and other themes`);
      expect([...byDrift.values()]).toEqual([drift, total - drift, total]);
      const byTeam = cellsOf(figures, `${said(kind)} by team`);
      expect(Object.keys(teams).length).toBeGreaterThan(5);
      for (const [team, count] of Object.entries(teams)) expect([team, byTeam.get(team)]).toEqual([team, count]);
    }
  });

  it('are the same in public or hidden, and no small one prints', async () => {
    const figures = await figuresFor('public');
    let hidden = 0;
    for (const kind of KINDS) {
      const byTeam = cellsOf(figures, `${said(kind)} by team`);
      for (const [team, count] of Object.entries(EXPECTED[kind].by_team)) {
        const printed = byTeam.get(team);
        expect([team, printed]).toEqual([team, printed === 'c' ? 'c' : count]);
        if (count > 0 && count < 10) expect([team, printed]).toEqual([team, 'c']);
        if (printed === 'c') hidden++;
      }
    }
    expect(hidden).toBeGreaterThan(0);
  });
});
