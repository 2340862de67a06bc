import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { readModelsOf, type Story } from '../../../test/support/read-models.js';
import { many, registerOf } from '../../../test/support/registers.js';
import { annualReport } from './annual-report.js';

const NOW = '2023-05-02T12:00:00.000Z';
const formal = { kind: 'formal', raisedOn: '2022-05-10' } as const;

/** Four rows, one of them on a day for which no register speaks, one corrected; the import was cut short. */
const stories = (): Story[] => {
  const [started, row, ...more] = registerOf('k', {
    disputes: [formal, ...many(2, () => formal), { ...formal, raisedOn: '2023-01-10' }],
    covers: [{ kind: 'formal', from: '2022-04-01', to: '2022-09-30' }],
    ...{ finished: false, rows: 7 },
  });
  const facts = { ...Controls.importedFacts, ...formal, theme: 'LIFE' };
  const reason = 'Miscoded; it was about AB.';
  const corrected = { type: 'ImportedDisputeCorrected', data: { facts, reason } };
  return [started!, { ...row!, events: [...row!.events, corrected] } as Story, ...more];
};
const noteOf = async (isReadOutside: boolean): Promise<string> => {
  const report = annualReport('2022/23', await readModelsOf(...stories()), NOW, undefined, isReadOutside);
  return report.measures.find(({ code }) => code === 'formal')!.note!;
};

describe('What must be said with a figure', () => {
  it('says to the service how many records it is of, and why', async () => {
    const note = await noteOf(false);
    for (const said of ['1 record lies on days', 'k.csv was cut short', '1 row corrected', 'it was about AB'])
      expect(note).toContain(said);
  });

  it('says to readers outside no number of records, no file and no reason', async () => {
    const note = await noteOf(true);
    for (const said of ['some records lie on days', 'a register is not read in whole', 'rows were corrected'])
      expect(note).toContain(said);
    expect(note.replace(/\d{4}-\d{2}-\d{2}|\d{4}\/\d{2}/g, '')).not.toMatch(/\d|k\.csv|AB|Miscoded/);
  });
});
