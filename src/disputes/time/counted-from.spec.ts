import { describe, expect, it } from '@jest/globals';
import { bundledHolidays } from '../../calendar/bank-holidays.js';
import { workingCalendar } from '../../calendar/working-days.js';
import { Controls } from '../../../test/support/controls.js';
import { by, given } from '../../../test/support/given.js';
import type { StageTiming } from '../../protocol/protocol.js';
import { deadlinesToMove } from '../acts/move-deadline-for-holiday/move-deadline-for-holiday.js';
import type { DisputeEvent } from '../events.js';

/* The dispute of the controls is raised on Thursday 14 April 2022, before Easter; the call was on Tuesday the 12th. */

const timed = (timing: StageTiming, days = 5) =>
  Controls.protocolWithStage({ clock: { unit: 'working-days', amount: days }, timing });
const byTheIro = (protocol: ReturnType<typeof timed>, now: string = Controls.now) =>
  Controls.context(Controls.iro, { protocol, now });

const dateIn = (events: readonly DisputeEvent[]): object | undefined =>
  events.find(({ type }) => type === 'AnswerDeadlineSet')?.data;

const raisedUnder = (timing: StageTiming, more: Parameters<typeof Controls.raiseFormal>[0] = {}) =>
  given().when(Controls.raiseFormal(more), byTheIro(timed(timing)));

describe('a clock that is counted from another day', () => {
  it('counts from the call, which is then the first date too', () => {
    expect(dateIn(raisedUnder({ from: 'call' }).events())).toMatchObject({
      startedOn: '2022-04-14',
      counted: { from: 'call', on: '2022-04-12', amount: 5 },
      firstDueOn: '2022-04-21',
      dueOn: '2022-04-21',
      rule: '5 working days, from the call, stage 1',
    });
  });

  it('counts from a call that was recorded by itself, and from the later of two', () => {
    const { events } = given(Controls.concernDiscussed()).when(
      Controls.raiseFormal(),
      byTheIro(timed({ from: 'call' })),
    );
    expect(dateIn(events())).toMatchObject({ counted: { on: '2022-04-14' }, dueOn: Controls.dueOn });
  });

  it('counts from the review that it comes from', () => {
    expect(dateIn(raisedUnder({ from: 'review' }, { reviewedOn: '2022-04-13' }).events())).toMatchObject({
      dueOn: '2022-04-22',
      rule: '5 working days, from the review, stage 1',
    });
  });

  it('counts from the raising where there is no record of the day, and says so', () => {
    const events = raisedUnder({ from: 'review' }).events();
    expect(dateIn(events)).toMatchObject({ counted: { from: 'raising' }, dueOn: Controls.dueOn });
    expect(JSON.stringify(events[0])).toContain('counted-from-raising');
  });

  it('knows no review of tomorrow', () => {
    raisedUnder({ from: 'review' }, { reviewedOn: '2022-04-15' }).thenRefuses('date-in-future');
  });

  const upToStageTwo = (days: number) => {
    const protocol = Controls.protocol({
      stages: [
        Controls.stage(1, 'team-manager'),
        Controls.stage(2, 'service-manager', {
          clock: { unit: 'working-days', amount: days },
          timing: { from: 'raising' },
        }),
      ],
    });
    const act = { type: 'escalate', toStage: null, reason: 'No answer came.', meetingOn: null } as const;
    return given(...Controls.disputeRaised())
      .when(act, byTheIro(protocol, Controls.afterDue))
      .events();
  };

  it('counts a higher stage from the raising', () => {
    expect(dateIn(upToStageTwo(10))).toMatchObject({ startedOn: '2022-04-26', firstDueOn: '2022-05-03' });
  });

  it('leaves one working day at the least to those who are asked last', () => {
    expect(dateIn(upToStageTwo(5))).toMatchObject({
      dueOn: '2022-04-27',
      rule: '5 working days, from the raising, stage 2, and not before the next working day',
    });
  });

  it('is counted anew from the same day when a holiday is announced', () => {
    const protocol = timed({ from: 'call' });
    const { state } = given(...given().when(Controls.raiseFormal(), byTheIro(protocol)).events());
    const context = Controls.context(Controls.clock, { protocol });
    expect(deadlinesToMove(state, context)).toEqual([]);
    const closed = workingCalendar(bundledHolidays(), ['2022-04-20']);
    expect(deadlinesToMove(state, { ...context, calendar: closed })).toMatchObject([
      { named: { deadline: 'answer', round: 1 }, from: '2022-04-21', to: '2022-04-22' },
      { named: { deadline: 'total-cap' } },
    ]);
  });
});

describe('a time that the person who raises it chooses', () => {
  it('is the first date, and the date in force', () => {
    expect(dateIn(raisedUnder({ chosen: true }, { answerWithin: 3 }).events())).toMatchObject({
      firstDueOn: '2022-04-21',
      dueOn: '2022-04-21',
      rule: '3 working days, stage 1',
    });
  });

  it('is the limit where nothing is chosen', () => {
    expect(dateIn(raisedUnder({ chosen: true }).events())).toMatchObject({ dueOn: Controls.dueOn });
  });

  it('is refused above the limit, and where the protocol sets the time', () => {
    raisedUnder({ chosen: true }, { answerWithin: 6 }).thenRefuses('more-time-than-the-limit');
    raisedUnder({}, { answerWithin: 3 }).thenRefuses('time-not-chosen-here');
  });

  it('is chosen when it goes up, too', () => {
    const protocol = Controls.protocol({
      stages: [Controls.stage(1, 'team-manager'), Controls.stage(2, 'service-manager', { timing: { chosen: true } })],
    });
    const act = {
      type: 'escalate',
      toStage: null,
      reason: 'No answer came.',
      meetingOn: null,
      answerWithin: 1,
    } as const;
    const events = given(...Controls.disputeRaised())
      .when(act, byTheIro(protocol, Controls.afterDue))
      .events();
    expect(dateIn(events)).toMatchObject({ firstDueOn: '2022-04-27' });
  });

  it('holds again when the clock restarts for another team', () => {
    const protocol = Controls.protocolWithStage({ timing: { chosen: true }, onRedirect: 'restarts' });
    const raised = given()
      .when(Controls.raiseFormal({ answerWithin: 2 }), byTheIro(protocol))
      .events();
    const events = given(...raised)
      .when(
        { type: 'redirect', toTeam: 'through-care-1', reason: 'It is theirs.' },
        byTheIro(protocol, '2022-04-19T09:00:00.000Z'),
      )
      .events();
    expect(dateIn(events)).toMatchObject({ why: 'redirected', dueOn: '2022-04-21' });
  });
});

describe('a shorter time after a send-back', () => {
  it('holds at the stage to which it goes back, and nowhere else', () => {
    const protocol = timed({ afterSendBack: 2 });
    const raised = given().when(Controls.raiseFormal(), byTheIro(protocol)).events();
    expect(dateIn(raised)).toMatchObject({ dueOn: Controls.dueOn });
    const events = given(...raised, ...Controls.escalated().map((event) => by(Controls.iro, event)))
      .when(
        { type: 'send-back', toStage: null, reason: 'The assessment first.', meetingOn: null },
        byTheIro(protocol, '2022-04-27T09:00:00.000Z'),
      )
      .events();
    expect(dateIn(events)).toMatchObject({
      why: 'sent-back',
      firstDueOn: '2022-04-29',
      rule: '2 working days, stage 1',
    });
  });
});
