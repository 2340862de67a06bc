import { expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { rowsAfter } from '../../test/support/read-models.js';
import { themesInUse } from './themes-in-use.js';
import { IN_SET_UP } from '../../src/roles/agreed.js';

const adopted = (version: number, from: string, themes: { code: string; label: string; from?: string }[]) => ({
  type: 'ProtocolAdopted',
  data: {
    version,
    from,
    protocol: Controls.protocol({ themes }),
    file: 'id: house',
    fileSha256: '0',
    warnings: [],
    agreed: IN_SET_UP,
  },
});

it('knows from when to when each theme was collected', () => {
  const events = [
    adopted(1, '2018-01-01', [
      { code: 'DD', label: 'Drift' },
      { code: 'EDI', label: 'Equality', from: '2021-04-01' },
      { code: 'PRACT', label: 'Practice' },
    ]),
    adopted(2, '2022-04-01', [
      { code: 'DD', label: 'Drift and delay' },
      { code: 'EDI', label: 'Equality' },
      { code: 'LIFE', label: 'Life story' },
    ]),
  ];
  const rows = rowsAfter(themesInUse, { stream: 'protocol-council', events });
  expect(rows.map((row) => [row.code, row.label, row.collected_from, row.collected_to])).toEqual([
    ['DD', 'Drift and delay', null, null],
    ['EDI', 'Equality', '2021-04-01', null],
    ['LIFE', 'Life story', '2022-04-01', null],
    ['PRACT', 'Practice', null, '2022-03-31'],
  ]);
});
