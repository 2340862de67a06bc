import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';
import type { Open } from '../../dispute.js';
import { actionDate, actionDateAsRecorded } from '../../time/dates.js';
import { missedAt } from '../../time/late.js';
import type { ConfirmActionInTime } from './confirm-action-in-time.js';

const confirm: ConfirmActionInTime = {
  type: 'confirm-action-in-time',
  actionId: 'A1',
  reason: 'I saw the letter of that day.',
};
const agreed = [
  ...Controls.disputeRaised(),
  by(Controls.teamManager, Controls.answerGiven()),
  Controls.answerAccepted(),
  Controls.actionAgreed(),
];
const DUE_AT = '2022-04-29T23:00:00.000Z';
const passed: DisputeEvent = { type: 'ActionDeadlinePassed', data: { actionId: 'A1', dueAt: DUE_AT } };
const done = (doneOn: string, recordedAt: string) =>
  by(
    Controls.teamManager,
    { type: 'ActionDone', data: { actionId: 'A1', evidence: 'The plan is signed.', doneOn } } as DisputeEvent,
    recordedAt,
  );
const now = '2022-05-11T09:00:00.000Z';
const byTheIro = Controls.context(Controls.iro, { now });
/** Due on 29 April, on record as missed, and marked as done on 11 May with an earlier day. */
const backdated = [...agreed, by(Controls.clock, passed, '2022-04-30T05:00:00.000Z'), done('2022-04-29', now)];
const confirmed: DisputeEvent = {
  type: 'ActionConfirmedInTime',
  data: { actionId: 'A1', doneOn: '2022-04-29', reason: confirm.reason },
};
const missed = (...story: Parameters<typeof given>) => {
  const state = given(...story).state as Open;
  const [action] = state.matter.actions;
  return {
    counts: missedAt(actionDate(action!, state), now) !== null,
    byTheRecord: missedAt(actionDateAsRecorded(action!, state), now) !== null,
    passed: action!.passed,
  };
};

describe('An action recorded after its date', () => {
  it('was missed, whatever day is said: an earlier day undoes nothing', () => {
    expect(missed(...backdated)).toEqual({ counts: true, byTheRecord: true, passed: true });
    // Whether the passing went on record changes nothing.
    expect(missed(...agreed, done('2022-04-29', now))).toMatchObject({ counts: true });
    expect(missed(...agreed, done('2022-04-29', '2022-04-29T22:59:59.999Z'))).toMatchObject({ counts: false });
  });

  it('counts as in time once the IRO confirms it with a reason, and the recorded miss stays beside it', () => {
    given(...backdated)
      .when(confirm, byTheIro)
      .then(confirmed);
    expect(missed(...backdated, confirmed)).toEqual({ counts: false, byTheRecord: true, passed: true });
    given(...backdated)
      .when({ ...confirm, reason: ' ' }, byTheIro)
      .thenRefuses('words-missing');
  });

  it('is confirmed by the IRO alone', () => {
    for (const who of [Controls.teamManager, Controls.iroManager, Controls.director, Controls.clock])
      given(...backdated)
        .when(confirm, Controls.context(who, { now }))
        .thenRefuses('iro-only');
  });

  it('is confirmed only where it is done, counts as late, and is said to have been done in time', () => {
    given(...agreed, passed)
      .when(confirm, byTheIro)
      .thenRefuses('action-not-done');
    given(...backdated, confirmed)
      .when(confirm, byTheIro)
      .thenRefuses('not-late');
    given(...agreed, done('2022-04-20', '2022-04-20T09:00:00.000Z'))
      .when(confirm, byTheIro)
      .thenRefuses('not-late');
    given(...agreed, done('2022-05-02', now))
      .when(confirm, byTheIro)
      .thenRefuses('done-late');
    given(...backdated)
      .when({ ...confirm, actionId: 'A7' }, byTheIro)
      .thenRefuses('no-such-action');
  });
});
