import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import { bundledHolidays } from '../../../calendar/bank-holidays.js';
import { workingCalendar } from '../../../calendar/working-days.js';
import type { Open } from '../../dispute.js';
import type { DisputeEvent, TotalCapSet } from '../../events.js';
import { deadlinesToMove } from './move-deadline-for-holiday.js';

/** Announced after the dispute was raised: the council is closed on Friday 22 April. */
const calendar = workingCalendar(bundledHolidays(), ['2022-04-22']);
const on = (day: string, choice = {}) => ({
  ...Controls.context(Controls.clock, { now: `${day}T09:00:00.000Z`, ...choice }),
  calendar,
});
const reason = 'The council is closed on 22 April.';
const move = { type: 'move-deadline-for-holiday' as const, deadline: 'answer' as const, round: 1, reason };
const moveCap = { type: 'move-deadline-for-holiday' as const, deadline: 'total-cap' as const, reason };
const raised = Controls.disputeRaised();
const moved = Controls.deadlineSet({
  why: 'holiday-announced',
  firstDueOn: Controls.dueOn,
  dueOn: '2022-04-26',
  moved: { from: Controls.dueOn, reason },
});
const capMoved = Controls.totalCapSet({
  dueOn: '2022-05-18',
  dueAt: '2022-05-18T23:00:00.000Z',
  moved: { from: '2022-05-17', reason },
});

describe('A holiday announced after dates were set', () => {
  it('moves the date by a recorded event that shows the one before and why; the first date stays', () => {
    given(...raised)
      .when(move, on('2022-04-20'))
      .then(moved);
    given(...raised)
      .when(moveCap, on('2022-04-20'))
      .then(capMoved);
  });

  it('moves the date of receipt as well', () => {
    const protocol = Controls.protocol({ receiptClock: { unit: 'working-days', amount: 4 } });
    const data = { round: 1, startedOn: Controls.today, rule: '4 working days, receipt, stage 1' };
    const due: DisputeEvent = {
      type: 'ReceiptDeadlineSet',
      data: { ...data, dueOn: '2022-04-22', dueAt: '2022-04-22T23:00:00.000Z' },
    };
    const later = { dueOn: '2022-04-25', dueAt: '2022-04-25T23:00:00.000Z', moved: { from: '2022-04-22', reason } };
    given(...raised, due)
      .when({ ...move, deadline: 'receipt' }, on('2022-04-20', { protocol }))
      .then({ type: 'ReceiptDeadlineSet', data: { ...data, ...later } });
    const acknowledged: DisputeEvent = {
      type: 'ReceiptAcknowledged',
      data: { round: 1, role: 'team-manager', note: null, complete: true },
    };
    given(...raised, due, acknowledged)
      .when({ ...move, deadline: 'receipt' }, on('2022-04-20', { protocol }))
      .thenNothing();
  });

  it('announced twice moves it once', () => {
    given(...raised, moved, capMoved)
      .when(move, on('2022-04-21'))
      .thenNothing();
    given(...raised, moved, capMoved)
      .when(moveCap, on('2022-04-21'))
      .thenNothing();
  });

  it('tells which dates it moves', () => {
    const { state } = given(...raised);
    expect(deadlinesToMove(state, on('2022-04-20'))).toEqual([
      { named: { deadline: 'answer', round: 1 }, from: '2022-04-25', to: '2022-04-26', certain: true },
      { named: { deadline: 'total-cap' }, from: '2022-05-17', to: '2022-05-18', certain: true },
    ]);
    expect(deadlinesToMove(state, { ...on('2022-04-20'), calendar: Controls.calendar })).toEqual([]);
    expect(deadlinesToMove(given(...raised, Controls.withdrawn()).state, on('2022-04-20'))).toEqual([]);
    expect(deadlinesToMove(given().state, on('2022-04-20'))).toEqual([]);
  });

  it('makes a date certain once the bank holidays of its year are known, where it stays and where it moves', () => {
    const known = 'The bank holidays of that year are known now.';
    const marked = Controls.deadlineSet({ why: 'raised', notYetCertain: true });
    const asBefore = { ...on('2022-04-20'), calendar: Controls.calendar };
    given(...raised, marked)
      .when({ ...move, reason: known }, asBefore)
      .then(Controls.deadlineSet({ why: 'bank-holidays-known' }));
    given(...raised, marked)
      .when({ ...move, reason: known }, on('2022-04-20'))
      .then(
        Controls.deadlineSet({
          why: 'holiday-announced',
          firstDueOn: Controls.dueOn,
          dueOn: '2022-04-26',
          moved: { from: Controls.dueOn, reason: known },
        }),
      );
    given(...raised, marked, Controls.deadlineSet({ why: 'bank-holidays-known' }))
      .when({ ...move, reason: known }, asBefore)
      .thenNothing();
  });

  it('says of a limit that stays and is certain now that nothing moved; from where it moved before stays on show', () => {
    const before = { from: '2022-05-16', reason };
    const marked = Controls.totalCapSet({ notYetCertain: true, moved: before });
    const { moved: _, notYetCertain: __, ...stays } = (marked as { data: TotalCapSet }).data;
    const certain: DisputeEvent = { type: 'TotalCapSet', data: stays };
    given(...raised, marked)
      .when(
        { ...moveCap, reason: 'The bank holidays of that year are known now.' },
        { ...on('2022-04-20'), calendar: Controls.calendar },
      )
      .then(certain);
    const { matter } = given(...raised, marked, certain).state as Open;
    expect(matter.totalCap).toEqual({ ...stays, moved: before });
  });

  it('moves no date that has passed: late stays late', () => {
    given(...raised)
      .when(move, on('2022-04-26'))
      .thenNothing();
    given(...raised)
      .when(moveCap, on('2022-05-18'))
      .thenNothing();
  });

  it('moves no date that people agreed on, and none that is answered', () => {
    const extended = Controls.deadlineSet({ why: 'extended', firstDueOn: Controls.dueOn, dueOn: '2022-04-29' });
    given(...raised, extended)
      .when(move, on('2022-04-20'))
      .thenNothing();
    given(...raised, Controls.answerGiven())
      .when(move, on('2022-04-20'))
      .thenNothing();
  });

  it('moves no date that is not counted in working days', () => {
    for (const unit of ['calendar-days', 'hours'] as const)
      given(...raised)
        .when(move, on('2022-04-20', { protocol: Controls.protocolWithStage({ clock: { unit, amount: 11 } }) }))
        .thenNothing();
  });

  it('counts the days for which the clock stood still on top', () => {
    const at = (day: string, event: DisputeEvent) => by(Controls.iro, event, `${day}T09:00:00.000Z`);
    const paused = at('2022-04-19', {
      type: 'ClockPaused',
      data: { round: 1, firstDay: '2022-04-19', reason: 'Court' },
    });
    const resumed = at('2022-04-21', {
      type: 'ClockResumed',
      data: { round: 1, lastDay: '2022-04-20', reason: 'Heard' },
    });
    const later = Controls.deadlineSet({ why: 'resumed', firstDueOn: Controls.dueOn, dueOn: '2022-04-27' });
    given(...raised, paused, resumed, later)
      .when(move, on('2022-04-21'))
      .thenAmong({
        type: 'AnswerDeadlineSet',
        data: expect.objectContaining({
          firstDueOn: Controls.dueOn,
          dueOn: '2022-04-28',
          moved: { from: '2022-04-27', reason },
        }) as object,
      });
  });

  it('is for the program to do', () => {
    given(...raised)
      .when(move, { ...on('2022-04-20'), actor: Controls.iroManager })
      .thenRefuses('program-only');
  });
});
