import { describe, expect, it } from '@jest/globals';
import { londonDate } from '../../src/calendar/dates.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { Controls } from '../../test/support/controls.js';
import { rowsAfter, type Story } from '../../test/support/read-models.js';
import { deadlines } from './deadlines.js';

const DUE_AT = '2022-04-25T23:00:00.000Z';
const raised = [Controls.formalDisputeRaised(), Controls.deadlineSet()];
const after = (...events: Story['events']) => rowsAfter(deadlines, { stream: 'dispute-DRP-7K4M-2QXH', events });
const passed = (onSilence: 'ask-the-judge' | 'chase-then-ask' | 'escalate'): DisputeEvent => ({
  type: 'AnswerDeadlinePassed',
  data: { round: 1, stage: 1, dueOn: Controls.dueOn, dueAt: DUE_AT, onSilence },
});
const at = (moment: string, event: DisputeEvent) => ({ ...event, at: moment });

describe('the sheet of dates', () => {
  it('has a row for each date that was set', () => {
    expect(after(...raised)).toEqual([
      {
        reference: 'DRP-7K4M-2QXH',
        deadline: 'answer',
        part: '1',
        due_on: Controls.dueOn,
        due_at: DUE_AT,
        met_at: null,
        over_at: null,
        paused_at: null,
        frozen_at: null,
        was_set_aside: false,
        was_frozen_at: null,
        not_yet_certain: false,
        taken_back_at: null,
        on_record: false,
        next_step: null,
      },
    ]);
  });

  it('has an answer once it is whole, and not when a part of it comes', () => {
    expect(after(...raised, Controls.partlyAnswered())).toMatchObject([{ met_at: null }]);
    expect(after(...raised, Controls.partlyAnswered(), Controls.answerGiven())).toMatchObject([
      { met_at: Controls.now },
    ]);
  });

  it('has a higher stage over while a late answer below is accepted, and running again when it is not', () => {
    const up = [...raised, ...Controls.escalated(), Controls.answerGiven({ standing: 'awaiting-answer' })];
    const recalled = [...up, at('2022-04-20T10:00:00.000Z', Controls.answerAccepted())];
    expect(after(...recalled)[1]).toMatchObject({ part: '2', over_at: '2022-04-20T10:00:00.000Z' });
    expect(after(...recalled, Controls.answerRejected(1, 'iro', 'awaiting-answer'))[1]).toMatchObject({
      over_at: null,
    });
  });

  it('has a clock that stands still, by a pause and by a freeze', () => {
    const paused = at('2022-04-20T10:00:00.000Z', {
      type: 'ClockPaused',
      data: { round: 1, firstDay: '2022-04-20', reason: 'x' },
    });
    const resumed: DisputeEvent = { type: 'ClockResumed', data: { round: 1, lastDay: '2022-04-21', reason: 'x' } };
    expect(after(...raised, paused)).toMatchObject([{ paused_at: '2022-04-20T10:00:00.000Z' }]);
    expect(after(...raised, paused, resumed)).toMatchObject([{ paused_at: null }]);
    const frozen = at('2022-04-20T10:00:00.000Z', { type: 'DisputeFrozen', data: { from: '2022-04-20', reason: 'x' } });
    const unfrozen = at('2022-05-20T10:00:00.000Z', { type: 'DisputeUnfrozen', data: { reason: 'x' } });
    expect(after(...raised, frozen)).toMatchObject([{ frozen_at: '2022-04-19T23:00:00.000Z' }]);
    expect(after(...raised, frozen, ...Controls.escalated())[1]).toMatchObject({
      frozen_at: '2022-04-19T23:00:00.000Z',
    });
    expect(after(...raised, frozen, unfrozen)).toMatchObject([{ frozen_at: null, paused_at: null }]);
    const answered = at('2022-05-10T10:00:00.000Z', Controls.answerGiven());
    expect(after(...raised, frozen, answered, unfrozen)).toMatchObject([
      { frozen_at: null, was_frozen_at: '2022-04-19T23:00:00.000Z' },
    ]);
  });

  it('has the limit over all stages met when no stage waits any more', () => {
    const capped = [...raised, Controls.totalCapSet()];
    const total = (...events: Story['events']) => after(...capped, ...events).find((row) => row.part === 'all')!.met_at;
    expect(total()).toBeNull();
    expect(total(Controls.partlyAnswered())).toBeNull();
    expect(total(Controls.answerGiven())).toBe(Controls.now);
    expect(total(Controls.answerGiven(), Controls.answerRejected(), ...Controls.escalated())).toBeNull();
    expect(total(at('2022-04-27T10:00:00.000Z', Controls.withdrawn()))).toBe('2022-04-27T10:00:00.000Z');
  });

  it('knows what the program has yet to do about silence, until it is done or needless', () => {
    expect(after(...raised, passed('ask-the-judge'))).toMatchObject([{ on_record: true, next_step: null }]);
    const chase = [...raised, passed('chase-then-ask')];
    expect(after(...chase)).toMatchObject([{ on_record: true, next_step: 'chase' }]);
    expect(after(...chase, { type: 'AnswerChased', data: { how: 'By letter' } })).toMatchObject([{ next_step: null }]);
    expect(after(...chase, Controls.answerGiven())).toMatchObject([{ next_step: null }]);
    const escalate = [...raised, passed('escalate')];
    expect(after(...escalate)).toMatchObject([{ next_step: 'escalate' }]);
    expect(after(...escalate, ...Controls.escalated())[0]).toMatchObject({ on_record: true, next_step: null });
  });

  it('has a round over when another begins, and when the dispute ends', () => {
    expect(after(...raised, ...Controls.escalated())).toMatchObject([
      { part: '1', over_at: Controls.now },
      { part: '2', over_at: null },
    ]);
    const ended = at('2022-04-27T10:00:00.000Z', Controls.resolved());
    expect(after(...raised, ended)).toMatchObject([{ over_at: '2022-04-27T10:00:00.000Z' }]);
  });

  it('goes on owing an agreed action after the end, unless all of it was taken back', () => {
    const agreed = [...raised, Controls.actionAgreed()];
    expect(after(...agreed, Controls.resolved())).toMatchObject([
      { deadline: 'answer', over_at: Controls.now },
      { deadline: 'action', part: 'A1', due_on: '2022-04-29', met_at: null, over_at: null },
    ]);
    expect(after(...agreed, Controls.actionDone())[1]).toMatchObject({ met_at: Controls.now });
    const confirmed: DisputeEvent = {
      type: 'ActionConfirmedInTime',
      data: { actionId: 'A1', doneOn: '2022-04-12', reason: 'Seen.' },
    };
    expect(after(...agreed, Controls.actionDone(), confirmed)[1]).toMatchObject({
      met_at: '2022-04-11T23:00:00.000Z',
    });
    expect(after(...agreed, Controls.withdrawn())[1]).toMatchObject({ over_at: Controls.now });
    const moved: DisputeEvent = {
      type: 'ActionDateMoved',
      data: { actionId: 'A1', from: '2022-04-29', to: '2022-05-13', reason: 'It goes on.' },
    };
    expect(after(...agreed, moved)[1]).toMatchObject({ due_on: '2022-05-13', due_at: '2022-05-13T23:00:00.000Z' });
  });

  it('keeps what another agency was asked, and when a meeting looks again', () => {
    const taken = (dueOn: string | null): DisputeEvent => ({
      type: 'TakenToAgency',
      data: { agency: 'Hillside School', sentOn: Controls.today, dueOn },
    });
    const replied = at('2022-05-04T10:00:00.000Z', {
      type: 'AgencyReplied',
      data: { repliedOn: '2022-04-29', summary: 'Yes.' },
    });
    const agencies = (...events: DisputeEvent[]) =>
      after(...events).map(({ part, met_at, over_at }) => {
        const ended = over_at === null ? 'waiting' : 'over';
        return `${part} ${met_at === null ? ended : `met ${londonDate(met_at)}`}`;
      });
    expect(agencies(taken('2022-04-29'))).toEqual(['1 waiting']);
    expect(agencies(taken('2022-04-29'), replied)).toEqual(['1 met 2022-05-04']);
    expect(agencies(taken('2022-04-28'), replied)).toEqual(['1 met 2022-05-04']);
    expect(agencies(taken(null), replied, taken('2022-05-20'))).toEqual(['1 met 2022-05-04', '2 waiting']);
    const silent: DisputeEvent = { type: 'AgencyDidNotReply', data: { summary: 'Two calls brought nothing.' } };
    expect(agencies(taken('2022-04-29'), silent)).toEqual(['1 over']);
    expect(agencies(taken('2022-04-29'), silent, replied)).toEqual(['1 met 2022-05-04']);
    expect(agencies(taken('2022-04-29'), taken('2022-05-20'))).toEqual(['1 over', '2 waiting']);
    expect(agencies(taken('2022-04-29'), Controls.resolved())).toEqual(['1 waiting']);
    expect(agencies(taken('2022-04-29'), Controls.withdrawn())).toEqual(['1 over']);
    const afterwards = after(...raised, Controls.withdrawn(), taken('2022-04-29'));
    expect(afterwards.at(-1)).toMatchObject({ deadline: 'agency-reply', over_at: Controls.now });

    const decided: DisputeEvent = {
      type: 'ChallengeDecisionRecorded',
      data: {
        ...{ meeting: 'm-1', heldOn: Controls.today, decision: 'deferred', discussion: 'No time.' },
        ...{ actions: [], iroView: null, nextLookOn: '2022-05-04' },
      },
    };
    const tabled = (meeting: string): DisputeEvent => ({
      type: 'TabledForChallenge',
      data: { meeting, heldOn: '2022-05-11' },
    });
    expect(agencies(decided, tabled('m-1'))).toEqual(['m-1 waiting']);
    expect(agencies(decided, tabled('m-2'))).toEqual(['m-1 met 2022-04-14']);
    expect(agencies(decided, Controls.resolved())).toEqual(['m-1 met 2022-04-14']);
  });
});
