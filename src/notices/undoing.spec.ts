import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '../platform/event-store/event-store.js';
import { isUndone, undoneBy } from './undoing.js';

const history = (...events: readonly (readonly [type: string, data?: object])[]): RecordedEvent[] =>
  events.map(([type, data = {}], revision) => ({ type, data, revision }) as RecordedEvent);
const undone = (events: readonly RecordedEvent[]): number[] =>
  events.filter((each) => isUndone(each, events)).map(({ revision }) => revision);

describe('An event of a record', () => {
  it('counts no more once it is taken back, together with what that had undone', () => {
    const accepted = ['AnswerAccepted', { round: 1, role: 'iro' }] as const;
    const rejected = ['AnswerRejected', { round: 1, role: 'iro' }] as const;
    expect(undone(history(accepted, rejected))).toEqual([0]);
    expect(undone(history(accepted, rejected, ['EntryTakenBack', { revisions: [1] }]))).toEqual([1]);
    expect(undone(history(accepted, ['AnswerRejected', { round: 2, role: 'iro' }]))).toEqual([]);
    expect(undone(history(accepted, ['AnswerRejected', { round: 1, role: 'head-of-qa' }]))).toEqual([]);
  });

  it('that took a dispute up is undone where it comes down to the stage that it left, and not by a step further up', () => {
    const up = (from: number) => ['DisputeEscalated', { from, to: { number: from + 1 } }] as const;
    const down = (from: number, to: number) => ['SentBack', { from, to: { number: to } }] as const;
    expect(undone(history(up(1), up(2)))).toEqual([]);
    expect(undone(history(up(1), up(2), down(3, 2)))).toEqual([1]);
    expect(undone(history(up(1), up(2), down(3, 1)))).toEqual([0, 1]);
    expect(undone(history(up(1), down(2, 1), up(1)))).toEqual([0, 1]);
  });

  it('is undone by a later one of its pair, and that one by the next of the first', () => {
    const cover = { by: 'ivan', from: '2023-04-03' };
    expect(undone(history(['CoverArranged', cover], ['CoverEnded', cover]))).toEqual([0]);
    expect(undone(history(['CoverArranged', cover], ['CoverEnded', cover], ['CoverArranged', cover]))).toEqual([0, 1]);
    expect(
      undone(history(['AgendaItemDecided', { itemId: 'I1' }], ['AgendaItemDecisionTakenBack', { itemId: 'I2' }])),
    ).toEqual([]);
    expect(undone(history(['DisputeResolved'], ['DisputeReopened']))).toEqual([0]);
    expect(undone(history(['ChildDied'], ['ChildDeathTakenBack']))).toEqual([0]);
  });

  it('undoes nothing that is not of its kind', () => {
    const events = history(['NoteAdded'], ['DisputeLinked'], ['NoteAdded']);
    expect(events.flatMap((each) => undoneBy(each, events))).toEqual([]);
  });
});
