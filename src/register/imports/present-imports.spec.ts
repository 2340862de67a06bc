import { describe, expect, it } from '@jest/globals';
import type { ImportDto } from './imports.dto.js';
import { presentImports } from './present-imports.js';

const anImport = (over: Partial<ImportDto> = {}): ImportDto => ({
  ...{ importId: 'I1', status: 'finished', rowsExpected: 3, rowsPresent: 3, startedOn: '2023-04-03' },
  ...{ finishedOn: '2023-04-03', withdrawnOn: null },
  files: [{ name: 'a.csv', sha256: 'x', rows: 5, accepted: 3, duplicates: 1, refused: 1 }],
  covers: [{ kind: 'formal', from: '2022-04-01', to: '2023-03-31' }],
  ...over,
});

const presented = (over: Partial<ImportDto> = {}): object => {
  const { imports } = presentImports({ items: [anImport(over)], mayWrite: true, mayTakeOn: true, mayExport: true }) as {
    imports: object[];
  };
  return imports[0]!;
};

describe('registers on their page', () => {
  it('are reconciled: every row of each file is accounted for, and every row taken is in the record', () => {
    expect(presented()).toMatchObject({
      state: { text: 'Read in' },
      when: 'begun on 3 Apr 2023, finished on 3 Apr 2023',
      files: [{ agrees: 'all accounted for' }],
      covers: ['formal disputes of 1 Apr 2022 to 31 Mar 2023'],
      reconciled: 'All 3 rows are there. The files have 5 rows: 1 refused, 1 again in the file.',
      isShort: false,
    });
  });

  it('say what is short', () => {
    const files = [{ name: 'a.csv', sha256: 'x', rows: 6, accepted: 3, duplicates: 1, refused: 1 }];
    expect(presented({ status: 'started', finishedOn: null, rowsPresent: 1, files })).toMatchObject({
      ...{ state: { text: 'Not all read in' }, isShort: true },
      files: [{ agrees: '1 not accounted for' }],
      reconciled: '1 of 3 rows are there so far. It is under way, or it was cut short.',
      progress: '/imports/I1',
    });
    expect(presented({ status: 'withdrawing', rowsPresent: 1 })).toMatchObject({
      ...{ isShort: true, progress: '/imports/I1' },
      reconciled: '2 of 3 rows are taken back so far. That is under way, or it was cut short.',
    });
    expect(presented({ rowsPresent: 2 })).toMatchObject({
      ...{ isShort: true, progress: null },
      reconciled:
        '2 of 3 rows are there. Read the same files in again: it finishes, and writes no row twice. The files have 5 rows: 1 refused, 1 again in the file.',
    });
  });

  it('miss no row of what was withdrawn, which speaks for nothing any more', () => {
    expect(presented({ status: 'withdrawn', withdrawnOn: '2023-05-02', rowsPresent: 0 })).toMatchObject({
      ...{ isShort: false, covers: [] },
      reconciled: '3 rows withdrawn: they stay readable and are counted no more.',
    });
  });
});
