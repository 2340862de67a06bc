import { describe, expect, it } from '@jest/globals';
import type { CaseloadHandOverBegun, KindOfRow } from './events.js';
import { willChangeHandsText } from './hand-over.text.js';

const row = (kind: KindOfRow, id: string, toIro: string) => ({ kind, id, children: [], toIro });
const said = (begun: Partial<CaseloadHandOverBegun>): string[] =>
  willChangeHandsText(
    [
      {
        type: 'CaseloadHandOverBegun',
        data: {
          reference: 'CLH-7K4M-2QXH',
          fromIro: 'carol',
          reason: '',
          rows: [],
          refused: [],
          isWhole: true,
          ...begun,
        },
      },
    ],
    (person) => person.toUpperCase(),
  );

describe('The names in a command that hands over a caseload', () => {
  it('says who takes how much, before anything changes hands', () => {
    const rows = [
      row('child', 'C1', 'ivan'),
      row('child', 'C2', 'ivan'),
      row('dispute', 'D1', 'ivan'),
      row('check', 'R1', 'ida'),
    ];
    expect(said({ rows })).toEqual([
      'IVAN takes 2 children and 1 dispute.',
      'IDA takes 1 check.',
      'What a rule keeps where it is, is named once the rest has changed hands.',
    ]);
  });

  it('says what stays, and which number is none of theirs', () => {
    const refused = [
      { kind: 'child' as const, id: 'C9', code: 'not-in-the-caseload', detail: 'This is not among them.' },
    ];
    const [, stays, one, which] = said({ rows: [row('child', 'C1', 'ivan')], refused, isWhole: false });
    expect([stays, one, which]).toEqual([
      'What no list names stays with CAROL.',
      '1 stays:',
      'C9: This is not among them.',
    ]);
    expect(said({ refused, isWhole: false })[0]).toBe('Nothing changes hands.');
  });
});
