import fc from 'fast-check';
import { IMPORTED, IMPORT, importedFacts } from '../../../../test/golden/invented.js';
import { Controls } from '../../../../test/support/controls.js';
import { actExamples } from '../../../../test/support/act-examples.js';
import type { ImportRow } from './import-row.js';

export const examples = actExamples<ImportRow, 'DisputeImported'>({
  anyAct: fc.constantFrom('informal' as const, 'formal' as const).map((kind) => ({
    type: 'import-row',
    importId: 'import-1',
    reference: 'DRP-7K4M-2QXH',
    ownReference: 'F21/001',
    source: { file: 'disputes.csv', row: 4 },
    facts: { ...Controls.importedFacts, kind, stageReached: kind === 'informal' ? 0 : 1 },
  })),
  events: {
    DisputeImported: {
      importId: IMPORT,
      reference: IMPORTED,
      ownReference: 'F21/017',
      source: { file: 'disputes-2021-22.csv', row: 63 },
      facts: importedFacts,
    },
  },
  sent: null,
});
