import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { ImportRow } from './import-row.js';
import type { DisputeEvent } from '../../events.js';

const importRow: ImportRow = {
  type: 'import-row',
  importId: 'import-1',
  reference: 'DRP-0000-0001',
  ownReference: 'F21/001',
  source: { file: 'disputes-2021-22.csv', row: 4 },
  facts: Controls.importedFacts,
};
const withdrawn: DisputeEvent = {
  type: 'ImportedDisputeWithdrawn',
  data: { importId: 'import-1', reason: 'The wrong year' },
};
const byTheCommandLine = Controls.context(Controls.commandLine);

describe('Importing a row of a register', () => {
  it('records the facts of the row and nothing else', () => {
    given().when(importRow, byTheCommandLine).then(Controls.disputeImported());
  });

  it('never changes a record that exists', () => {
    given(Controls.disputeImported()).when(importRow, byTheCommandLine).thenRefuses('reference-taken');
    given(...Controls.disputeRaised())
      .when(importRow, byTheCommandLine)
      .thenRefuses('reference-taken');
  });

  it('may come again after its import was withdrawn', () => {
    given(Controls.disputeImported(), withdrawn).when(importRow, byTheCommandLine).then(Controls.disputeImported());
  });
});
