import { expect, it } from '@jest/globals';
import { readModelsOf, rowsAfter, type Story } from '../../test/support/read-models.js';
import { covering, registerOf } from '../../test/support/registers.js';
import { imports } from './imports.js';
import { listImports } from './imports.queries.js';

const [story] = registerOf('one', { covers: covering('2022/23', 'informal'), rows: 3 });
const [started, finished] = story!.events;
const after = (...events: Story['events']) => rowsAfter(imports, { stream: 'import-one', events })[0];

it('says what an import means to write and covers, and how far it came', () => {
  expect(after(started!)).toMatchObject({ import_id: 'one', status: 'started', rows_expected: 3, finished_on: null });
  expect(after(started!, finished!)).toMatchObject({ status: 'finished', finished_on: '2023-04-01' });
  const withdrawing = { type: 'ImportWithdrawalStarted', data: { reason: 'The wrong file.' } };
  expect(after(started!, finished!, withdrawing)).toMatchObject({ status: 'withdrawing' });
  const withdrawn = { type: 'ImportWithdrawn', data: { reason: 'The wrong file.', rowsWithdrawn: 3 } };
  expect(after(started!, finished!, withdrawing, withdrawn)).toMatchObject({ status: 'withdrawn', rows_withdrawn: 3 });
});

it('counts the rows that are really there', async () => {
  const cut = registerOf('two', { disputes: [{}, {}], acknowledgements: [{}], covers: [], finished: false, rows: 9 });
  expect(listImports(await readModelsOf(...cut))).toMatchObject([
    { importId: 'two', status: 'started', rowsExpected: 9, rowsCounted: 3 },
  ]);
});
