import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';

const dueAt = '2022-04-25T23:00:00.000Z';
const at = (now: string, choice = {}) => Controls.context(Controls.clock, { now, ...choice });
const answer = { type: 'mark-deadline-passed' as const, deadline: 'answer' as const, round: 1 };
const passed: DisputeEvent = {
  type: 'AnswerDeadlinePassed',
  data: { round: 1, stage: 1, dueOn: Controls.dueOn, dueAt, onSilence: 'ask-the-judge' },
};
const raised = Controls.disputeRaised();

describe('The passing of an answer’s date', () => {
  it('goes on record with the moment it passed', () => {
    given(...raised)
      .when(answer, at(dueAt))
      .then(passed);
  });

  it('is that moment also where somebody noticed weeks later', () => {
    given(...raised)
      .when(answer, at('2022-06-20T08:00:00.000Z'))
      .then(passed);
  });

  it('goes on record once', () => {
    given(...raised, passed)
      .when(answer, at('2022-06-20T08:00:00.000Z'))
      .thenNothing();
  });

  it('is not recorded before it has come', () => {
    given(...raised)
      .when(answer, at('2022-04-25T22:59:59.999Z'))
      .thenNothing();
  });

  it('is not recorded if the answer came in time, and is if it came late', () => {
    const inTime = by(Controls.teamManager, Controls.answerGiven(), '2022-04-25T22:59:59.999Z');
    const late = by(Controls.teamManager, Controls.answerGiven(), '2022-04-27T08:00:00.000Z');
    const later = at('2022-04-28T08:00:00.000Z');
    given(...raised, inTime)
      .when(answer, later)
      .thenNothing();
    given(...raised, late)
      .when(answer, later)
      .then(passed);
  });

  it('waits for the last of several who must all answer', () => {
    const stage = { answeredBy: 'all' as const, addressees: ['team-manager', 'director'] as const };
    const protocol = Controls.protocolWithStage({ ...stage });
    const both = [
      Controls.formalDisputeRaised({ addressee: { team: 'through-care-3', posts: [...stage.addressees] } }),
      Controls.deadlineSet(),
    ];
    const one = by(Controls.teamManager, Controls.partlyAnswered(), '2022-04-20T08:00:00.000Z');
    const other = (when: string) => by(Controls.director, Controls.answerGiven({ role: 'director' }), when);
    const later = at('2022-04-28T08:00:00.000Z', { protocol });
    given(...both, one)
      .when(answer, later)
      .then(passed);
    given(...both, one, other('2022-04-21T08:00:00.000Z'))
      .when(answer, later)
      .thenNothing();
    given(...both, one, other('2022-04-27T08:00:00.000Z'))
      .when(answer, later)
      .then(passed);
  });

  it('is not recorded of a date that has moved, and is of the date in force', () => {
    const moved = Controls.deadlineSet({ why: 'extended', firstDueOn: Controls.dueOn, dueOn: '2022-04-29' });
    given(...raised, moved)
      .when(answer, at(Controls.afterDue))
      .thenNothing();
    given(...raised, moved)
      .when(answer, at('2022-04-29T23:00:00.000Z'))
      .thenAmong({ type: 'AnswerDeadlinePassed', data: expect.objectContaining({ dueOn: '2022-04-29' }) as object });
  });

  it('belongs to a round: one that went up in time did not miss it, one that went up late did', () => {
    const [up, clock] = Controls.escalated();
    const later = at('2022-06-20T08:00:00.000Z');
    const inTime = [by(Controls.iro, up!, '2022-04-22T08:00:00.000Z'), clock!];
    const late = [by(Controls.iro, up!, '2022-04-26T08:00:00.000Z'), clock!];
    given(...raised, ...inTime)
      .when(answer, later)
      .thenNothing();
    given(...raised, ...late)
      .when(answer, later)
      .then(passed);
  });

  it('is put on record after the end as well, where the end came later than the date', () => {
    const later = at('2022-06-20T08:00:00.000Z');
    given(...raised, by(Controls.iro, Controls.withdrawn(), '2022-04-26T08:00:00.000Z'))
      .when(answer, later)
      .then(passed);
    given(...raised, by(Controls.iro, Controls.withdrawn(), '2022-04-22T08:00:00.000Z'))
      .when(answer, later)
      .thenNothing();
  });

  it('says what the protocol does about silence', () => {
    const protocol = Controls.protocolWithStage({ onSilence: 'escalate' });
    given(...raised)
      .when(answer, at(dueAt, { protocol }))
      .thenAmong({ type: 'AnswerDeadlinePassed', data: expect.objectContaining({ onSilence: 'escalate' }) as object });
  });

  it('has none where no date is set, none is asked for, or there is no such round', () => {
    const none = [Controls.formalDisputeRaised(), Controls.deadlineSet({ firstDueOn: null, dueOn: null, dueAt: null })];
    given(...none)
      .when(answer, at(dueAt))
      .thenNothing();
    const reportOnly = Controls.protocolWithStage({ needs: 'report-only' });
    given(
      ...given()
        .when(Controls.raiseFormal(), Controls.context(Controls.iro, { protocol: reportOnly }))
        .events(),
    )
      .when(answer, at(dueAt, { protocol: reportOnly }))
      .thenNothing();
    given(...raised)
      .when({ ...answer, round: 7 }, at(dueAt))
      .thenNothing();
    given().when(answer, at(dueAt)).thenNothing();
    given(Controls.disputeImported()).when(answer, at(dueAt)).thenNothing();
  });

  it('is for the program to say, and for no person', () => {
    for (const who of [Controls.iro, Controls.iroManager, Controls.teamManager])
      given(...raised)
        .when(answer, Controls.context(who, { now: dueAt }))
        .thenRefuses('program-only');
  });
});

describe('The passing of the date of receipt', () => {
  const receipt = { ...answer, deadline: 'receipt' as const };
  const due: DisputeEvent = {
    type: 'ReceiptDeadlineSet',
    data: {
      round: 1,
      startedOn: Controls.today,
      dueOn: '2022-04-19',
      dueAt: '2022-04-19T23:00:00.000Z',
      rule: '1 day',
    },
  };
  const missed: DisputeEvent = {
    type: 'ReceiptDeadlinePassed',
    data: { round: 1, dueAt: '2022-04-19T23:00:00.000Z' },
  };
  const later = at('2022-04-20T08:00:00.000Z');
  const acknowledged: DisputeEvent = {
    type: 'ReceiptAcknowledged',
    data: { round: 1, role: 'team-manager', note: null, complete: true },
  };

  it('goes on record once, whenever it is noticed', () => {
    given(...raised, due)
      .when(receipt, later)
      .then(missed);
    given(...raised, due, missed)
      .when(receipt, later)
      .thenNothing();
    given(...raised, due, by(Controls.teamManager, acknowledged, '2022-04-20T07:00:00.000Z'))
      .when(receipt, later)
      .then(missed);
  });

  it('is not recorded once it is acknowledged or answered, or if no such clock runs', () => {
    given(...raised, due, by(Controls.teamManager, acknowledged))
      .when(receipt, later)
      .thenNothing();
    given(...raised, due, by(Controls.teamManager, Controls.answerGiven()))
      .when(receipt, later)
      .thenNothing();
    given(...raised)
      .when(receipt, later)
      .thenNothing();
    given(...raised, due)
      .when({ ...receipt, round: 7 }, later)
      .thenNothing();
  });
});

describe('The passing of an action’s date', () => {
  const action = { type: 'mark-deadline-passed' as const, deadline: 'action' as const, actionId: 'A1' };
  const missed: DisputeEvent = {
    type: 'ActionDeadlinePassed',
    data: { actionId: 'A1', dueAt: '2022-04-29T23:00:00.000Z' },
  };
  const agreed = [...raised, Controls.answerGiven(), Controls.answerAccepted(), Controls.actionAgreed()];
  const done = (doneOn: string): DisputeEvent => ({
    type: 'ActionDone',
    data: { actionId: 'A1', evidence: 'Seen on file', doneOn },
  });
  const later = at('2022-05-10T08:00:00.000Z');

  it('goes on record once, also after the dispute was resolved', () => {
    given(...agreed)
      .when(action, later)
      .then(missed);
    given(...agreed, Controls.resolved())
      .when(action, later)
      .then(missed);
    given(...agreed, missed)
      .when(action, later)
      .thenNothing();
    given(...agreed)
      .when(action, at('2022-04-29T22:59:00.000Z'))
      .thenNothing();
  });

  it('goes by the day on which it was recorded, until the IRO confirms the day that is said', () => {
    const recordedLate = [...agreed, by(Controls.iro, done('2022-04-29'), '2022-05-09T08:00:00.000Z')];
    given(...recordedLate)
      .when(action, later)
      .then(missed);
    given(...recordedLate, {
      type: 'ActionConfirmedInTime',
      data: { actionId: 'A1', doneOn: '2022-04-29', reason: 'Seen on that day.' },
    })
      .when(action, later)
      .thenNothing();
    given(...agreed, by(Controls.iro, done('2022-04-29'), '2022-04-29T22:59:59.999Z'))
      .when(action, later)
      .thenNothing();
  });

  it('has none where the words agreed are not a date, or the dispute was taken back', () => {
    const asap: DisputeEvent = {
      type: 'ActionAgreed',
      data: { action: { actionId: 'A1', what: 'Book the first session', who: null, by: 'ASAP' } },
    };
    given(...raised, asap)
      .when(action, later)
      .thenNothing();
    given(...agreed, Controls.withdrawn())
      .when(action, later)
      .thenNothing();
    given(...agreed, Controls.voided())
      .when(action, later)
      .thenNothing();
    given(...agreed)
      .when({ ...action, actionId: 'A9' }, later)
      .thenNothing();
  });
});

describe('The passing of the limit over all stages', () => {
  const cap = { type: 'mark-deadline-passed' as const, deadline: 'total-cap' as const };
  const missed: DisputeEvent = { type: 'TotalCapPassed', data: { dueAt: '2022-05-17T23:00:00.000Z' } };
  const later = at('2022-06-20T08:00:00.000Z');

  it('goes on record once, where an answer is still to come', () => {
    given(...raised)
      .when(cap, at('2022-05-17T23:00:00.000Z'))
      .then(missed);
    given(...raised)
      .when(cap, at('2022-05-17T22:59:59.999Z'))
      .thenNothing();
    given(...raised, missed)
      .when(cap, later)
      .thenNothing();
  });

  it('runs from formal raising to the last answer, whenever that is judged', () => {
    const inTime = by(Controls.teamManager, Controls.answerGiven(), '2022-05-16T08:00:00.000Z');
    const late = by(Controls.teamManager, Controls.answerGiven(), '2022-05-18T08:00:00.000Z');
    given(...raised, inTime)
      .when(cap, later)
      .thenNothing();
    given(...raised, late)
      .when(cap, later)
      .then(missed);
    given(...raised, inTime, Controls.answerRejected(), ...Controls.escalated())
      .when(cap, later)
      .then(missed);
  });

  it('is not missed by what ended before it', () => {
    given(...raised, by(Controls.iro, Controls.withdrawn(), '2022-05-10T08:00:00.000Z'))
      .when(cap, later)
      .thenNothing();
    given(...raised, by(Controls.iro, Controls.withdrawn(), '2022-05-20T08:00:00.000Z'))
      .when(cap, later)
      .then(missed);
  });

  it('is not recorded if the protocol sets none, or sets it over formal stages and this is informal', () => {
    given(Controls.formalDisputeRaised(), Controls.deadlineSet()).when(cap, later).thenNothing();
    const types = (protocol: ReturnType<typeof Controls.protocol>, formal: boolean) =>
      given()
        .when(formal ? Controls.raiseFormal() : Controls.raiseInformal(), Controls.context(Controls.iro, { protocol }))
        .events()
        .filter(({ type }) => type === 'TotalCapSet').length;
    expect(types(Controls.protocol(), true)).toBe(1);
    expect(types(Controls.protocol(), false)).toBe(0);
    expect(types(Controls.protocol({ totalCap: null }), true)).toBe(0);
    const overAll = { amount: 20, unit: 'working-days', rule: 'warn', stages: 'all' } as const;
    expect(types(Controls.protocol({ totalCap: overAll }), false)).toBe(1);
  });
});
