import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../../platform/decider.js';
import type { ImportEvent, ImportStarted } from '../events.js';
import { type ImportAct, importDecider, type ImportState } from './register-import.js';

const started: ImportStarted = {
  importId: 'i1',
  files: [{ name: 'disputes.csv', sha256: 's', rows: 3, accepted: 2, duplicates: 1, refused: 0 }],
  mappingSha256: 'm',
  rows: 2,
  covers: [{ kind: 'formal', from: '2021-04-01', to: '2022-03-31' }],
};
const begun: ImportEvent = { type: 'ImportStarted', data: started };
const finished: ImportEvent = { type: 'ImportFinished', data: { rowsWritten: 2 } };
const leaving: ImportEvent = { type: 'ImportWithdrawalStarted', data: { reason: 'Wrong year.' } };
const withdrawn: ImportEvent = { type: 'ImportWithdrawn', data: { reason: 'Wrong year.', rowsWithdrawn: 2 } };

const after = (...events: ImportEvent[]): ImportState =>
  events.reduce<ImportState>(
    (state, event) => importDecider.evolve(state, event as Parameters<typeof importDecider.evolve>[1]),
    importDecider.initial,
  );
const decide = (state: ImportState, act: ImportAct): ImportEvent[] => importDecider.decide(act, state, null);
const refusalOf = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
  return undefined;
};

describe('an import', () => {
  it('is started once, however often it is run', () => {
    expect(decide(after(), { type: 'start-import', ...started })).toEqual([begun]);
    expect(decide(after(begun), { type: 'start-import', ...started })).toEqual([]);
  });

  it('is finished once', () => {
    expect(decide(after(begun), { type: 'finish-import', rowsWritten: 2 })).toEqual([finished]);
    expect(decide(after(begun, finished), { type: 'finish-import', rowsWritten: 2 })).toEqual([]);
  });

  it('is withdrawn with a reason, also when it was cut short', () => {
    expect(decide(after(begun), { type: 'start-withdrawal', reason: 'Wrong year.' })).toEqual([leaving]);
    expect(decide(after(begun, finished, leaving), { type: 'start-withdrawal', reason: 'Wrong year.' })).toEqual([]);
    expect(
      decide(after(begun, finished, leaving), { type: 'finish-withdrawal', reason: 'Wrong year.', rowsWithdrawn: 2 }),
    ).toEqual([withdrawn]);
  });

  it('says no to what cannot be', () => {
    const gone = after(begun, finished, leaving, withdrawn);
    expect(refusalOf(() => decide(gone, { type: 'start-import', ...started }))).toBe('import-withdrawn');
    expect(refusalOf(() => decide(gone, { type: 'start-withdrawal', reason: 'x' }))).toBe('import-withdrawn');
    expect(refusalOf(() => decide(after(), { type: 'start-withdrawal', reason: 'x' }))).toBe('import-not-found');
    expect(refusalOf(() => decide(after(begun), { type: 'finish-withdrawal', reason: 'x', rowsWithdrawn: 0 }))).toBe(
      'import-not-being-withdrawn',
    );
  });
});
