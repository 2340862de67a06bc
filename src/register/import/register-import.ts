import type { Decider } from '../../platform/decider.js';
import { refuse } from '../../platform/decider.js';
import type { ImportEvent, ImportStarted } from '../events.js';

/** An import as a whole: begun, finished, and perhaps withdrawn. Its rows are events on their own streams. */
export type ImportState =
  | { readonly status: 'not-started' }
  | { readonly status: 'started' | 'finished' | 'being-withdrawn'; readonly started: ImportStarted }
  | { readonly status: 'withdrawn'; readonly started: ImportStarted };

export type ImportAct =
  | ({ type: 'start-import' } & ImportStarted)
  | { type: 'finish-import'; rowsWritten: number }
  | { type: 'start-withdrawal'; reason: string }
  | { type: 'finish-withdrawal'; reason: string; rowsWithdrawn: number };

export const importStream = (importId: string): string => `import-${importId}`;

/**
 * Each act may be sent again after a run was cut short; one that has been done already gives no event.
 * Refusals: `import-withdrawn`, `import-not-found`, `import-not-being-withdrawn`
 */
export const importDecider: Decider<ImportState, ImportAct, ImportEvent, null> = {
  initial: { status: 'not-started' },
  evolve: (state, event) => {
    if (event.type === 'ImportStarted') return { status: 'started', started: event.data };
    if (state.status === 'not-started') return state;
    if (event.type === 'ImportFinished') return { ...state, status: 'finished' };
    if (event.type === 'ImportWithdrawalStarted') return { ...state, status: 'being-withdrawn' };
    return { ...state, status: 'withdrawn' };
  },
  decide: (act, state) => {
    if (act.type === 'start-import') {
      if (state.status === 'not-started') return [{ type: 'ImportStarted', data: startedBy(act) }];
      return state.status === 'started' || state.status === 'finished' ? [] : alreadyWithdrawn();
    }
    if (state.status === 'not-started')
      return refuse('import-not-found', 'There is no import of this number. "footprint register imports" lists them.');
    switch (act.type) {
      case 'finish-import':
        if (state.status === 'finished') return [];
        if (state.status !== 'started') return alreadyWithdrawn();
        return [{ type: 'ImportFinished', data: { rowsWritten: act.rowsWritten } }];
      case 'start-withdrawal':
        if (state.status === 'withdrawn') return alreadyWithdrawn();
        return state.status === 'being-withdrawn'
          ? []
          : [{ type: 'ImportWithdrawalStarted', data: { reason: act.reason } }];
      case 'finish-withdrawal':
        if (state.status !== 'being-withdrawn')
          return refuse('import-not-being-withdrawn', 'This import is not being withdrawn.');
        return [{ type: 'ImportWithdrawn', data: { reason: act.reason, rowsWithdrawn: act.rowsWithdrawn } }];
    }
  },
};

const startedBy = ({ type: _, ...started }: Extract<ImportAct, { type: 'start-import' }>): ImportStarted => started;

const alreadyWithdrawn = (): never =>
  refuse('import-withdrawn', 'This import has been withdrawn. Import the files again to bring its rows back.');
