import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { protocolAdopted, readingAt, team } from '../../../test/support/leaders.js';
import { readModelsOf, type Story } from '../../../test/support/read-models.js';
import { covering, registerOf } from '../../../test/support/registers.js';
import { protocolBook } from '../../protocol/protocol-book.js';
import { IN_SET_UP } from '../../roles/agreed.js';
import { linesForCsv } from '../pages/report-shown.js';
import { SAYS_NOTHING } from '../../protocol/words-now.js';
import { yearsInRow, type YearsInRow } from './years.js';
import { yearsShown } from './years-shown.js';
import { yearsText } from './years.text.js';

const LATER = '2024-05-10T09:00:00.000Z';
const ofYears = (importId: string, ...years: string[]): Story[] =>
  registerOf(importId, {
    covers: years.flatMap((year) => covering(year, 'informal', 'formal', 'acknowledgement')),
    disputes: years.map((year) => ({ raisedOn: `${year.slice(0, 4)}-06-01`, team: 'north' })),
    readOn: '2024-05-01',
  });
const became = (id: string, from: string, ...succeeds: string[]): Story => ({
  stream: `team-${id}`,
  events: [
    {
      type: 'TeamRegistered',
      data: { teamId: id, code: id, name: id, alsoWrittenAs: [], service: null, from, to: null, succeeds },
    },
  ],
});
const reading = async (...stories: readonly Story[]) =>
  readingAt(await readModelsOf(protocolAdopted(), ...stories), LATER);
const breaksOf = (report: YearsInRow, code: string): [string, string][] =>
  [...report.totals, ...report.rates, ...report.shares, ...report.teams]
    .find((row) => row.code === code)!
    .cells.flatMap(({ year, breaks }) => breaks.map(({ what }): [string, string] => [year, what]));

describe('several years in a row', () => {
  it('are counted as the annual report counts each, and a year without a register is a word', async () => {
    const report = yearsInRow('2023/24', await reading(...ofYears('all', '2021/22', '2022/23', '2023/24')));
    const formal = report.totals.find(({ code }) => code === 'formal')!;
    expect(formal.cells.map(({ value, missing }) => value ?? missing)).toEqual([
      'no register',
      'no register',
      'no register',
      1,
      1,
      1,
    ]);
    expect(breaksOf(report, 'formal')).toEqual([]);
  });

  it('lead from each figure to the records that it counts, and from a total that was published to none', async () => {
    const published: Story = {
      stream: 'report-2020/21',
      events: [
        {
          type: 'PublishedTotalEntered',
          data: { year: '2020/21', measure: 'formal', value: 48, source: 'Annual report 2020/21, page 9' },
        },
      ],
    };
    const report = yearsInRow('2023/24', await reading(published, ...ofYears('all', '2021/22', '2022/23', '2023/24')));
    const rows = [...report.totals, ...report.rates, ...report.shares, ...report.teams];
    const formal = report.totals.find(({ code }) => code === 'formal')!;
    expect(formal.cells.map(({ value, counted }) => [value, counted?.count ?? null])).toEqual([
      [null, null],
      [null, null],
      [48, null],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    for (const { code, unit, cells } of rows)
      for (const { year, value, of, counted } of cells)
        if (value !== null && value !== 48) {
          const expected = unit === 'count' ? value : Number.parseInt(of!);
          expect([code, year, counted?.count, counted?.references.length]).toEqual([code, year, expected, expected]);
        }
    expect(new Set(formal.cells.flatMap(({ counted }) => counted?.references ?? [])).size).toBe(3);
  });

  it('break where teams became others, in the lines of these teams and in no total', async () => {
    const report = yearsInRow(
      '2023/24',
      await reading(
        team('north', 'North'),
        became('east', '2022-04-01', 'north'),
        ...ofYears('all', '2021/22', '2022/23', '2023/24'),
      ),
    );
    expect(breaksOf(report, 'north')).toEqual([['2022/23', 'structure']]);
    expect(breaksOf(report, 'together-north-east')).toEqual([]);
    expect(breaksOf(report, 'formal')).toEqual([]);
  });

  it('break where another ladder came into force, in shares by stage and time and in no total', async () => {
    const before = Controls.protocol();
    const after = { ...before, stages: before.stages.slice(0, -1) };
    const version = (number: number, from: string, protocol: typeof before) => ({
      ...{
        version: number,
        from,
        file: 'id: house',
        fileSha256: String(number),
        warnings: [],
        protocol,
        agreed: IN_SET_UP,
      },
    });
    const adopted = [version(1, '2020-01-01', before), version(2, '2023-04-01', after)];
    const models = await readModelsOf(
      { stream: 'protocol-council', events: adopted.map((data) => ({ type: 'ProtocolAdopted', data })) },
      ...ofYears('all', '2021/22', '2022/23', '2023/24'),
    );
    const report = yearsInRow('2023/24', {
      ...readingAt(models, LATER),
      protocols: protocolBook(adopted),
    });
    expect(breaksOf(report, 'formal.stage1.percent')).toEqual([['2023/24', 'ladder']]);
    expect(breaksOf(report, 'disputes')).toEqual([]);
  });

  it('break where a theme began to be collected, in the share of a theme and in no total', async () => {
    const plain = Controls.protocol();
    const protocol = {
      ...plain,
      themes: plain.themes.map((theme, place) => (place === 0 ? { ...theme, from: '2022-04-01' } : theme)),
    };
    const models = await readModelsOf(protocolAdopted(protocol), ...ofYears('all', '2021/22', '2022/23'));
    const report = yearsInRow('2022/23', readingAt(models, LATER, protocol));
    expect(breaksOf(report, 'disputes.driftAndDelayPercent')).toEqual([['2022/23', 'list']]);
    expect(breaksOf(report, 'disputes')).toEqual([]);
  });

  it('break after a year whose register was taken back, and say when', async () => {
    const lost = ofYears('lost', '2022/23')[0]!;
    const withdrawn = {
      ...lost,
      events: [
        ...lost.events,
        { type: 'ImportWithdrawalStarted', data: { reason: 'The wrong file.' }, at: '2024-05-02T09:00:00.000Z' },
        { type: 'ImportWithdrawn', data: {}, at: '2024-05-02T09:00:00.000Z' },
      ],
    };
    const report = yearsInRow(
      '2023/24',
      await reading(withdrawn, ...ofYears('one', '2021/22'), ...ofYears('three', '2023/24')),
    );
    expect(breaksOf(report, 'formal')).toEqual([['2023/24', 'lost-data']]);
    const { cells } = report.totals.find(({ code }) => code === 'formal')!;
    expect(cells[4]!.missing).toBe('no register, a register was taken back on 2024-05-02');
  });

  it('break on both sides of a year of which somebody noted that nothing is to be compared with it', async () => {
    const noted: Story = {
      stream: 'report-2022/23',
      events: [
        {
          type: 'FigureNoted',
          data: { year: '2022/23', measure: 'formal', note: 'Rows were lost.', comparable: false },
        },
      ],
    };
    const report = yearsInRow('2023/24', await reading(noted, ...ofYears('all', '2021/22', '2022/23', '2023/24')));
    expect(breaksOf(report, 'formal')).toEqual([
      ['2022/23', 'lost-data'],
      ['2023/24', 'lost-data'],
    ]);
    expect(breaksOf(report, 'informal')).toEqual([]);
  });

  it('say so in the table, the picture, the spreadsheet and the text', async () => {
    const noted: Story = {
      stream: 'report-2022/23',
      events: [
        { type: 'FigureNoted', data: { year: '2022/23', measure: 'formal', note: 'Rows lost', comparable: false } },
      ],
    };
    const report = yearsInRow('2022/23', await reading(noted, ...ofYears('all', '2021/22', '2022/23')));
    const shown = yearsShown(report, { said: (text) => text });
    const says = 'Not comparable with years before: 2022/23: Rows lost';
    expect(shown.notes[0]).toBe(`[1] ${says}`);
    expect(shown.tables[0]!.lines[1]!.cells.at(-1)!.more).toBe('[1]');
    expect(shown.tables[0]!.says).toContain('is not comparable with years before');
    const unbroken = yearsInRow('2022/23', await reading(...ofYears('all', '2021/22', '2022/23')));
    expect(yearsShown(unbroken, { said: (text) => text }).tables.map(({ says: said }) => said)).toEqual(
      shown.tables.map(() => undefined),
    );
    expect(linesForCsv(shown)[0]!.at(-1)).toBe('Note');
    expect(
      linesForCsv(shown)
        .find(([, line, year]) => line === 'Formal disputes' && year === '2022/23')!
        .at(-1),
    ).toBe(says);
    expect(shown.pictures[0]!.breaks).toHaveLength(1);
    expect(shown.pictures[0]!.summary).toContain('Not comparable with years before: 2022/23');
    expect(yearsText(report, SAYS_NOTHING)).toContain('[1] not comparable with years before: 2022/23: Rows lost.');
  });
});
