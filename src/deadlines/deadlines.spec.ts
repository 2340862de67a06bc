import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { by, given } from '../../test/support/given.js';
import type { DisputeEvent } from '../disputes/events.js';
import type { Recorded } from '../platform/decider.js';
import type { RecordedEvent } from '../platform/event-store/event-store.js';
import type { Stage } from '../protocol/protocol.js';
import { alarmsFor, referenceOfAlarm, stepsDue } from './deadlines.js';

const REFERENCE = 'DRP-7K4M-2QXH';
/** A formal dispute at stage 1, with nothing but the clock of its answer. */
const raised = [Controls.formalDisputeRaised(), Controls.deadlineSet()];
const DUE_AT = '2022-04-25T23:00:00.000Z';

const recorded = (event: DisputeEvent | Recorded<DisputeEvent>, revision: number): RecordedEvent =>
  ({
    ...('metadata' in event ? event : by(Controls.iro, event)),
    id: `event-${revision}`,
    stream: `dispute-${REFERENCE}`,
    revision,
    position: `${revision}`,
    recordedAt: Controls.now,
  }) as unknown as RecordedEvent;

/** The acts that are due at a moment, after some events, under a protocol whose first stage does this about silence. */
const after = (events: (DisputeEvent | Recorded<DisputeEvent>)[], now: string, first: Partial<Stage> = {}) => {
  const protocols = Controls.book(Controls.protocolWithStage(first));
  const { state } = given(...events);
  const rules = { protocols, calendar: Controls.calendar, now };
  return {
    alarms: alarmsFor(REFERENCE, state, rules),
    steps: stepsDue({ events: events.map(recorded), state }, rules, undefined),
  };
};

const passed = (onSilence: Stage['onSilence']): Recorded<DisputeEvent> =>
  by(
    Controls.iro,
    {
      type: 'AnswerDeadlinePassed',
      data: { round: 1, stage: 1, dueOn: Controls.dueOn, dueAt: DUE_AT, onSilence },
    },
    DUE_AT,
  );

describe('the alarms of a dispute', () => {
  it('are for the moment from which an answer is late', () => {
    expect(after(raised, Controls.now).alarms).toEqual([
      { id: 'DRP-7K4M-2QXH.answer.1.20220425230000000', at: DUE_AT },
    ]);
    expect(referenceOfAlarm('DRP-7K4M-2QXH.answer.1.20220425230000000')).toBe(REFERENCE);
  });

  it('move with the date', () => {
    const extended = Controls.deadlineSet({ why: 'extended', dueOn: '2022-04-28', dueAt: '2022-04-28T23:00:00.000Z' });
    expect(after([...raised, extended], Controls.now).alarms).toMatchObject([{ at: '2022-04-28T23:00:00.000Z' }]);
  });

  it('stop when it is answered, and for an agreed action begin', () => {
    expect(after([...raised, Controls.answerGiven()], Controls.now).alarms).toEqual([]);
    const agreed = [...raised, Controls.answerGiven(), Controls.answerAccepted(), Controls.actionAgreed()];
    expect(after(agreed, Controls.now).alarms).toMatchObject([{ id: expect.stringContaining('.action.A1.') }]);
    expect(after([...agreed, Controls.actionDone()], Controls.now).alarms).toEqual([]);
  });

  it('are not set where no date is', () => {
    const none = Controls.deadlineSet({ firstDueOn: null, dueOn: null, dueAt: null });
    expect(after([Controls.formalDisputeRaised(), none], Controls.now).alarms).toEqual([]);
  });

  it('have ids that Redis takes: no colon, not all digits', () => {
    for (const { id } of after(raised, Controls.now).alarms) expect(id).toMatch(/^DRP-[^:]+$/);
  });
});

describe('the acts of the program itself', () => {
  it('is nothing while there is time', () => {
    expect(after(raised, '2022-04-25T22:59:59.999Z').steps).toEqual([]);
  });

  it('is to put a date on record with the moment it passed, however late', () => {
    const steps = (now: string) => after(raised, now).steps;
    expect(steps(DUE_AT)).toMatchObject([
      {
        act: { type: 'mark-deadline-passed', deadline: 'answer', round: 1 },
        occurredAt: DUE_AT,
        causationId: 'event-1',
      },
    ]);
    expect(steps('2022-05-30T10:00:00.000Z')).toEqual(steps(DUE_AT));
  });

  it('is the same command for the same event, and another for another date', () => {
    const moved = Controls.deadlineSet({ why: 'extended', dueOn: '2022-04-28', dueAt: '2022-04-28T23:00:00.000Z' });
    const [first] = after(raised, '2022-06-01T10:00:00.000Z').steps;
    const [second] = after([...raised, moved], '2022-06-01T10:00:00.000Z').steps;
    expect(first!.commandId).toMatch(/^[0-9a-f-]{36}$/);
    expect(second!.commandId).not.toBe(first!.commandId);
  });

  it('is never stamped before what went before it', () => {
    const note = by<DisputeEvent>(
      Controls.iro,
      { type: 'NoteAdded', data: { text: 'Still waiting.' } },
      '2022-04-27T10:00:00.000Z',
    );
    const [step] = after([...raised, note], '2022-04-28T10:00:00.000Z').steps;
    expect(step!.occurredAt).toBe('2022-04-27T10:00:00.000Z');
  });

  it('about silence is what the protocol says', () => {
    const stepsFor = (onSilence: Stage['onSilence']) =>
      after([...raised, passed(onSilence)], DUE_AT, { onSilence }).steps.map(({ act }) => act.type);
    expect(stepsFor('ask-the-judge')).toEqual([]);
    expect(stepsFor('chase-then-ask')).toEqual(['chase']);
    expect(stepsFor('escalate')).toEqual(['escalate']);
  });

  it('about silence is done once, and not after an answer or for a date that people have moved', () => {
    const onSilence = 'chase-then-ask' as const;
    const history = [...raised, passed(onSilence)];
    const chased: DisputeEvent = { type: 'AnswerChased', data: { how: 'By the program' } };
    const later = Controls.deadlineSet({ why: 'extended', dueOn: '2022-04-28', dueAt: '2022-04-28T23:00:00.000Z' });
    for (const more of [chased, Controls.answerGiven(), later, Controls.withdrawn()])
      expect(after([...history, more], Controls.afterDue, { onSilence }).steps).toEqual([]);
  });

  it('about silence counts from the date when noticed within a quarter of an hour, and from now after a longer absence', () => {
    const onSilence = 'escalate' as const;
    const history = [...raised, passed(onSilence)];
    const at = (now: string) => after(history, now, { onSilence }).steps[0]!.occurredAt;
    expect(at('2022-04-25T23:15:00.000Z')).toBe(DUE_AT);
    expect(at('2022-04-28T10:00:00.000Z')).toBe('2022-04-28T10:00:00.000Z');
  });
});

describe('dates beside the ladder', () => {
  const taken = (dueOn: string | null): DisputeEvent => ({
    type: 'TakenToAgency',
    data: { agency: 'Hillside School', sentOn: Controls.today, dueOn },
  });
  const replied = (repliedOn: string): DisputeEvent => ({
    type: 'AgencyReplied',
    data: { repliedOn, summary: 'A place is offered.' },
  });
  const decided = (meeting: string, nextLookOn: string | null): DisputeEvent => ({
    type: 'ChallengeDecisionRecorded',
    data: {
      ...{ meeting, heldOn: Controls.today, decision: 'deferred', discussion: 'No time.' },
      ...{ actions: [], iroView: null, nextLookOn },
    },
  });
  const answered = [...raised, Controls.answerGiven()];
  const NEXT_DAY = '2022-04-30T10:00:00.000Z';
  const acts = (...events: (DisputeEvent | Recorded<DisputeEvent>)[]) =>
    after([...answered, ...events], NEXT_DAY).steps.map(({ act, occurredAt }) => [act, occurredAt]);
  const PASSED = '2022-04-29T23:00:00.000Z';

  it('go on record for another agency that has not replied, one by one', () => {
    expect(after([...answered, taken('2022-04-29')], Controls.now).alarms).toEqual([
      { id: 'DRP-7K4M-2QXH.agency-reply.1.20220429230000000', at: PASSED },
    ]);
    const mark = (asked: number) => [{ type: 'mark-deadline-passed', deadline: 'agency-reply', asked }, PASSED];
    expect(acts(taken('2022-04-29'))).toEqual([mark(1)]);
    expect(acts(taken(null), replied('2022-04-20'), taken('2022-04-29'))).toEqual([mark(2)]);
    // By the moment at which the reply is recorded, whatever day is said.
    expect(acts(taken('2022-04-29'), by(Controls.iro, replied('2022-04-29'), PASSED))).toEqual([mark(1)]);
    expect(acts(taken('2022-04-29'), replied('2022-04-14'))).toEqual([]);
    expect(acts(taken(null))).toEqual([]);
    const onRecord: DisputeEvent = { type: 'AgencyReplyDeadlinePassed', data: { asked: 1, dueAt: PASSED } };
    expect(acts(taken('2022-04-29'), onRecord)).toEqual([]);
  });

  it('go on record for a meeting that was to look again, until it is on another agenda', () => {
    const mark = [{ type: 'mark-deadline-passed', deadline: 'next-look', meeting: 'm-1' }, PASSED];
    const tabled = (meeting: string): DisputeEvent => ({
      type: 'TabledForChallenge',
      data: { meeting, heldOn: '2022-05-11' },
    });
    expect(acts(decided('m-1', '2022-04-29'))).toEqual([mark]);
    expect(acts(decided('m-1', '2022-04-29'), tabled('m-1'))).toEqual([mark]);
    expect(acts(decided('m-1', '2022-04-29'), tabled('m-2'))).toEqual([]);
    expect(acts(decided('m-1', '2022-04-29'), by(Controls.iro, tabled('m-2'), NEXT_DAY))).toMatchObject([
      [mark[0], NEXT_DAY],
    ]);
    expect(acts(decided('m-1', '2022-04-29'), Controls.resolved())).toEqual([]);
    const onRecord: DisputeEvent = {
      type: 'NextLookPassed',
      data: { meeting: 'm-1', lookOn: '2022-04-29', dueAt: PASSED },
    };
    expect(acts(decided('m-1', '2022-04-29'), onRecord)).toEqual([]);
  });
});
