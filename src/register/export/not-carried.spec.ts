import { describe, expect, it } from '@jest/globals';
import type { AcknowledgementEvent } from '../../acknowledgements/events.js';
import type { Recorded } from '../../platform/decider.js';
import { LeftBehind } from './not-carried.js';
import { acknowledgementRow } from './register-rows.js';

const counted = (...events: [stream: string, type: string, data?: object][]) => {
  const left = new LeftBehind();
  for (const [stream, type, data = {}] of events) left.see(stream, { type, data } as Parameters<LeftBehind['see']>[1]);
  return left.counts();
};

describe('what a spreadsheet cannot carry', () => {
  it('is nothing of a register that was read in', () => {
    expect(counted(['dispute-1', 'DisputeImported'], ['acknowledgement-1', 'AcknowledgementImported'])).toEqual([]);
  });

  it('is counted by record, however often it happened in one', () => {
    expect(
      counted(
        ['dispute-1', 'ExtensionGranted'],
        ['dispute-1', 'ExtensionGranted'],
        ['dispute-2', 'ExtensionGranted'],
        ['dispute-2', 'ClockPaused'],
        ['dispute-2', 'DisputeFrozen'],
      ),
    ).toEqual([
      { what: 'disputes with more time to answer', count: 2 },
      { what: 'disputes whose time stood still', count: 1 },
    ]);
  });

  it('is every answer but the last, and a link whenever it was made', () => {
    expect(
      counted(
        ['dispute-1', 'FormalDisputeRaised', { links: [{ kind: 'formalises', to: 'DRP-1' }] }],
        ['dispute-1', 'AnswerGiven'],
        ['dispute-1', 'AnswerGiven'],
        ['dispute-2', 'InformalDisputeRaised', { links: [] }],
        ['dispute-2', 'AnswerGiven'],
        ['dispute-2', 'DisputeLinked'],
      ),
    ).toEqual([
      { what: 'disputes linked to another one', count: 2 },
      { what: 'disputes with more than one answer (the last of them is written)', count: 1 },
    ]);
  });

  it('is that an acknowledgement was withdrawn, not the acknowledgement, which is counted', () => {
    const row = { ownReference: 'PA-1', facts: {} } as Parameters<typeof acknowledgementRow>[0];
    const withdrawn = { type: 'AcknowledgementWithdrawn', data: { reason: 'It was for another team.' } };
    expect(acknowledgementRow(row, withdrawn as Recorded<AcknowledgementEvent>)).toBe(row);
    expect(counted(['acknowledgement-1', 'AcknowledgementWithdrawn'])).toEqual([
      { what: 'withdrawn acknowledgements (written, since they are counted, but not as withdrawn)', count: 1 },
    ]);
  });
});
