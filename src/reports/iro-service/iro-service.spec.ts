import { describe, expect, it } from '@jest/globals';
import { iroServiceOf, type RecordOfWork, type WorkOfIros } from './iro-service.js';

const whyUnknown = { informal: null, formal: null, acknowledgement: null, check: null, recommendations: null };
const QUARTERS = [
  { quarter: '2023/24 Q1', from: '2023-04-01', to: '2023-06-30', whyUnknown },
  { quarter: '2023/24 Q2', from: '2023-07-01', to: '2023-09-30', whyUnknown },
];
const record = (reference: string, over: Partial<RecordOfWork> = {}): RecordOfWork => ({
  ...{ reference, kind: 'formal', iro: 'iris', on: '2023-04-03', isOutstanding: false },
  ...over,
});
const work = (over: Partial<WorkOfIros> = {}): WorkOfIros => ({
  ...{ iros: [{ id: 'iris', name: 'Iris' }], records: [], held: [], children: new Map() },
  ...over,
});

describe('the IRO service', () => {
  it('stands A to Z, whatever is counted, also for those of whom nothing is', () => {
    const iros = [
      { id: 'b', name: 'N. Abbot' },
      { id: 'a', name: 'A. Hartwell' },
    ];
    const { iros: shown } = iroServiceOf(work({ iros, records: [record('A', { iro: 'b' })] }), QUARTERS, '2023-07-03');
    expect(shown.map(({ iro, quarters }) => [iro.name, quarters[0]!.work.formal.count])).toEqual([
      ['A. Hartwell', 0],
      ['N. Abbot', 1],
    ]);
  });

  it('counts each kind of work apart, in the quarter of its day', () => {
    const records = [
      record('A'),
      record('B', { kind: 'informal', on: '2023-07-01' }),
      record('C', { kind: 'acknowledgement', on: '2023-06-30' }),
      record('D', { kind: 'check', isOutstanding: true }),
      record('E', { kind: 'check' }),
      record('F', { kind: 'recommendations', isOutstanding: true, on: '2023-08-01' }),
      record('G', { on: '2023-03-31' }),
      record('H', { iro: null }),
    ];
    const [iris] = iroServiceOf(work({ records }), QUARTERS, '2023-08-03').iros;
    const counts = iris!.quarters.map(({ work: of, checksUnfinished, recommendationsWaiting }) => ({
      ...Object.fromEntries(Object.entries(of).map(([kind, { references }]) => [kind, references.join('')])),
      unfinished: checksUnfinished.references.join(''),
      waiting: recommendationsWaiting.references.join(''),
    }));
    expect(counts).toEqual([
      {
        ...{ informal: '', formal: 'A', acknowledgement: 'C', check: 'DE', recommendations: '' },
        ...{ unfinished: 'D', waiting: '' },
      },
      {
        ...{ informal: 'B', formal: '', acknowledgement: '', check: '', recommendations: 'F' },
        ...{ unfinished: '', waiting: 'F' },
      },
    ]);
  });

  it('says how many children and open disputes each has today', () => {
    const held = [
      { reference: 'A', iro: 'iris', isLate: true },
      { reference: 'B', iro: 'iris', isLate: false },
      { reference: 'C', iro: 'ivan', isLate: true },
    ];
    const [iris] = iroServiceOf(work({ held, children: new Map([['iris', 63]]) }), QUARTERS, '2023-07-03').iros;
    expect(iris).toMatchObject({
      children: 63,
      open: { count: 2, references: ['A', 'B'] },
      late: { count: 1, references: ['A'] },
    });
  });
});
