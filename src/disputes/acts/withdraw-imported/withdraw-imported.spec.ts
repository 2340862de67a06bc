import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';

const withdraw = (importId: string) => ({ type: 'withdraw-imported' as const, importId, reason: 'The wrong year' });
const withdrawn: DisputeEvent = {
  type: 'ImportedDisputeWithdrawn',
  data: { importId: 'import-1', reason: 'The wrong year' },
};
const byTheCommandLine = Controls.context(Controls.commandLine);

describe('Withdrawing an imported row with its import', () => {
  it('says so on the row itself', () => {
    given(Controls.disputeImported()).when(withdraw('import-1'), byTheCommandLine).then(withdrawn);
    expect(given(Controls.disputeImported(), withdrawn).state.status).toBe('import-withdrawn');
  });

  it('leaves rows of other imports, and disputes that are living, alone', () => {
    given(Controls.disputeImported()).when(withdraw('import-2'), byTheCommandLine).thenRefuses('another-import');
    given(...Controls.disputeRaised())
      .when(withdraw('import-1'), byTheCommandLine)
      .thenRefuses('not-imported');
  });
});
