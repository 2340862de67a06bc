import { beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/platform/event-store/event-store.js';
import { undisturbed } from './story.js';

describe('deadlines, when nothing is in the way', () => {
  let record: JsonObject[];
  const of = (reference: string) => record.filter(({ stream }) => stream === `dispute-${reference}`);
  const typesOf = (reference: string) => of(reference).map(({ type }) => type);
  const find = (reference: string, type: string) => of(reference).filter((event) => event.type === type);

  beforeAll(async () => {
    record = await undisturbed();
  });

  it('chases silence once and leaves the rest to the judge, where the protocol says so', () => {
    expect(typesOf('DRP-SILENT').slice(0, 8)).toEqual([
      'FormalDisputeRaised',
      'AnswerDeadlineSet',
      'ReceiptDeadlineSet',
      'TotalCapSet',
      'ReceiptDeadlinePassed',
      'AnswerDeadlinePassed',
      'AnswerChased',
      'DisputeEscalated',
    ]);
  });

  it('goes up by itself where the protocol says so, and stops where it asks the judge', () => {
    const silent = of('DRP-SILENT');
    const byItself = silent.filter(
      ({ type, metadata }) => type === 'DisputeEscalated' && personIn(metadata) === 'clock',
    );
    expect(byItself).toMatchObject([{ data: { from: 2, to: { number: 3 }, because: 'no-answer' } }]);
    expect(find('DRP-SILENT', 'AnswerDeadlinePassed').map(({ data }) => data)).toMatchObject([
      { round: 1, onSilence: 'chase-then-ask' },
      { round: 2, onSilence: 'escalate' },
      { round: 3, onSilence: 'ask-the-judge' },
    ]);
    expect(find('DRP-SILENT', 'TotalCapPassed')).toHaveLength(1);
  });

  it('records each date with the moment it passed', () => {
    const passed = record.filter(({ type }) => String(type).endsWith('Passed'));
    expect(passed.length).toBeGreaterThan(8);
    for (const { data, metadata } of passed) {
      expect((metadata as JsonObject).occurredAt).toBe((data as JsonObject).dueAt);
    }
  });

  it('leaves alone what was answered, done or taken back in time', () => {
    expect(find('DRP-PROMPT', 'AnswerDeadlinePassed')).toEqual([]);
    expect(find('DRP-TAKEN-BACK', 'ReceiptDeadlinePassed')).toHaveLength(0);
    expect(typesOf('DRP-TAKEN-BACK').at(-1)).toBe('DisputeWithdrawn');
  });

  it('notes an agreed action that is overdue, also after the dispute was resolved', () => {
    expect(typesOf('DRP-PROMPT').at(-1)).toBe('ActionDeadlinePassed');
  });

  it('keeps to the date in force after an extension', () => {
    expect(find('DRP-LONGER', 'AnswerDeadlinePassed')).toMatchObject([{ data: { round: 1, dueOn: '2022-04-28' } }]);
  });
});

const personIn = (metadata: JsonObject[string]): unknown => ((metadata as JsonObject).actor as JsonObject).person;
