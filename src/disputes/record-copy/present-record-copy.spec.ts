import { describe, expect, it } from '@jest/globals';
import { PLAIN_WORDS } from '../../protocol/plain-words.js';
import { presentRecordCopy } from './present-record-copy.js';
import type { RecordCopyDto } from './record-copy.dto.js';

const words = { ...PLAIN_WORDS, said: (text: string) => text, post: (kind: string) => kind };
const ending = { how: 'resolved', outcome: 'RES-ACT', endedOn: '2025-01-08', impact: [] };
const standingWith = (...doneOn: (string | null)[]): string | undefined => {
  const copy = {
    ...{ reference: 'DRP-7K4M-2QXH', kind: 'formal', status: 'ended', ending, children: [], secondaryThemes: [] },
    ...{ protocolVersions: [1], receipt: { sha256: 'ab'.repeat(32), revision: 9 }, raisedOn: null, population: null },
    ...{ actions: doneOn.map((day) => ({ doneOn: day })), theme: null, team: null, heldBy: null, ownReference: null },
  } as unknown as RecordCopyDto;
  return presentRecordCopy(copy, { words }).facts.find(({ key }) => key === 'How it stands')?.value;
};

describe('How a dispute stands, on its record copy', () => {
  it('says of an end with actions for afterwards what has become of them since', () => {
    const ended = 'Ended 8 January 2025: resolved, with actions for afterwards';
    expect(standingWith('2025-01-21')).toBe(`${ended}. The agreed action was done on 21 January 2025`);
    expect(standingWith('2025-01-21', '2025-01-09')).toBe(
      `${ended}. All 2 agreed actions are done, the last on 21 January 2025`,
    );
    expect(standingWith(null)).toBe(`${ended}. The agreed action is not yet done`);
    expect(standingWith('2025-01-21', null)).toBe(`${ended}. 1 of 2 agreed actions is done`);
    expect(standingWith()).toBe(ended);
  });
});
