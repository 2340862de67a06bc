import { describe, expect, it } from '@jest/globals';
import { protocolAdopted, readingAt, team } from '../../../../test/support/leaders.js';
import { readModelsOf } from '../../../../test/support/read-models.js';
import { covering, registerOf } from '../../../../test/support/registers.js';
import { keeperOfTheProgram } from '../../disclosure/hider.js';
import { paperOf } from '../paper.js';
import { newEdition } from '../after-an-event.js';
import type { FiguresFrozen, ReportDrafted } from '../events.js';
import { figuresOf } from './figures-of.js';
import { daysBefore, reachOfReport, twelveMonthsOf } from './totals-beside.js';

const Q2 = { kind: 'quarter', from: '2022-07-01', to: '2022-09-30' } as const;
const LATER = '2024-05-10T09:00:00.000Z';

describe('Totals of other days beside a report', () => {
  it('are the year before a year, and beside a quarter the same months of last year and twelve months to its end', () => {
    expect(daysBefore(Q2)).toEqual({ from: '2021-07-01', to: '2021-09-30' });
    expect(twelveMonthsOf(Q2)).toEqual({ from: '2021-10-01', to: '2022-09-30' });
    expect(daysBefore({ kind: 'quarter', from: '2023-01-01', to: '2023-03-31' })).toEqual({
      ...{ from: '2022-01-01', to: '2022-03-31' },
    });
    const year = { kind: 'annual', from: '2022-04-01', to: '2023-03-31' } as const;
    expect([daysBefore(year), twelveMonthsOf(year)]).toEqual([{ from: '2021-04-01', to: '2022-03-31' }, null]);
    const half = { kind: 'half-year', from: '2022-04-01', to: '2022-09-30' } as const;
    expect([daysBefore(half), twelveMonthsOf(half), reachOfReport(half)]).toEqual([
      ...[null, null, { from: '2022-04-01', to: '2022-09-30' }],
    ]);
    expect(reachOfReport(Q2)).toEqual({ from: '2021-07-01', to: '2022-09-30' });
  });
});

describe('A quarterly report', () => {
  /** Formal disputes raised in each month, as many as are said, each about a child of its own. */
  const figuresFor = async (
    byMonth: Readonly<Record<string, number>>,
    threshold: number,
    years = ['2021/22', '2022/23'],
  ) => {
    const disputes = Object.entries(byMonth).flatMap(([month, count]) =>
      Array.from({ length: count }, (_, child) => ({
        ...{ raisedOn: `${month}-05`, team: 'north', children: [`${month}-${child}`] },
      })),
    );
    const models = await readModelsOf(
      protocolAdopted(),
      team('north', 'North'),
      ...registerOf('all', {
        covers: years.flatMap((year) => covering(year, 'informal', 'formal', 'acknowledgement')),
        disputes,
        readOn: '2024-05-01',
      }),
    );
    const drafted: ReportDrafted = { ...Q2, report: 'RPT-1', audience: 'public', threshold, team: null };
    const asked = { asAt: LATER, layout: [], totalsAnyway: [], method: 'hidden' as const, besides: [] };
    const figures = await figuresOf(drafted, asked, readingAt(models, LATER).readModels, keeperOfTheProgram());
    return { drafted, figures };
  };
  const formal = ({ measures }: Pick<FiguresFrozen, 'measures'>) =>
    measures
      .filter(({ code }) => ['formal', 'formal.twelveMonths'].includes(code))
      .map(({ label, value, previous, change }) => [label, value, previous, change]);

  it('has the same months of last year and twelve months beside it', async () => {
    const { drafted, figures } = await figuresFor({ '2021-08': 20, '2021-11': 30, '2022-05': 15, '2022-08': 25 }, 10);
    expect(formal(figures)).toEqual([
      ['Formal disputes', 25, 20, 5],
      ['Formal disputes, twelve months to 30 September 2022', 70, null, null],
    ]);
    const edition = {
      ...newEdition(1, null, 'mona'),
      figures: { ...figures, lastEvent: 'e', says: { words: {} as never, kept: [] }, besides: [], disclosures: [] },
    };
    const tables = paperOf(drafted, edition).parts.flatMap((part) => (part.is === 'table' ? [part] : []));
    expect(tables[0]!.columns).toEqual(['Number', 'Same months of last year', 'Change']);
    expect(figures.released.find(({ records }) => records === 'formal')!.figures).toEqual(
      expect.arrayContaining([
        { key: 'time=2021-07-01..2021-09-30', shown: 20 },
        { key: 'time=2021-10-01..2022-09-30', shown: 70 },
      ]),
    );
  });

  it('keeps what a reader would work out from twelve months and the quarter, and small numbers of last year', async () => {
    // Twelve months without the quarter would be 3 records.
    const { figures } = await figuresFor({ '2021-08': 4, '2022-05': 3, '2022-08': 25 }, 10);
    const [[, value, previous, change], [, twelve]] = formal(figures) as [unknown[], unknown[]];
    expect([previous, change]).toEqual(['c', 'c']);
    expect([value, twelve]).toContain('c');
  });

  it('says that nobody kept records of last year, and compares with nothing', async () => {
    const { figures } = await figuresFor({ '2022-05': 15, '2022-08': 25 }, 10, ['2022/23']);
    expect(formal(figures)).toEqual([
      ['Formal disputes', 25, null, null],
      ['Formal disputes, twelve months to 30 September 2022', null, null, null],
    ]);
    expect(figures.measures.find(({ code }) => code === 'formal.twelveMonths')!.missing).toBe(
      'not kept for all twelve months',
    );
  });
});
