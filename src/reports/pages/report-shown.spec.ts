import { describe, expect, it } from '@jest/globals';
import { countCell, figureCalled, keyOfFigure, linesForCsv, type ReportShown, shareCell } from './report-shown.js';

const counted = { count: 2, references: ['A', 'B'] };
const report: ReportShown = {
  ...{ title: 'T', says: 'S', pictures: [], notes: [], definitions: [] },
  tables: [
    {
      ...{ key: 'by-stage', title: 'By stage', lineHead: 'Stage' },
      columns: [
        { key: 'due', label: 'Due' },
        { key: 'median', label: 'Median' },
      ],
      lines: [{ key: '1', name: 'Stage 1', cells: [shareCell({ ...counted, percent: 50 }), { text: '4' }] }],
    },
  ],
};

describe('a report as it is shown', () => {
  it('finds each figure by its key, with what it counts', () => {
    const [table] = report.tables;
    expect(keyOfFigure(table!, table!.lines[0]!, 0)).toBe('by-stage.1.due');
    expect(figureCalled(report, 'by-stage.1.due')).toEqual({
      ...{ name: 'By stage: Stage 1: Due' },
      counted: { ...counted, percent: 50 },
    });
  });

  it('finds none that counts no record, and none with another key', () => {
    for (const key of ['by-stage.1.median', 'by-stage.2.due', '']) expect(figureCalled(report, key)).toBeUndefined();
  });

  it('is a line for each figure in a spreadsheet', () => {
    expect(linesForCsv(report)).toEqual([
      ['Table', 'Line', 'Figure', 'Value', 'Share'],
      ['By stage', 'Stage 1', 'Due', '2', '50%'],
      ['By stage', 'Stage 1', 'Median', '4', ''],
    ]);
  });

  it('says of what nobody collected that it was not', () => {
    expect([countCell(null), shareCell(null)]).toEqual([{ text: 'not collected' }, { text: 'not collected' }]);
    expect(shareCell({ count: 0, references: [], percent: null })).toEqual({
      text: '0',
      counted: { count: 0, references: [], percent: null },
    });
  });
});
