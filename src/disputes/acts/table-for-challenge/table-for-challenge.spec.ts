import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';

const table = { type: 'table-for-challenge' as const, meeting: 'CM-7Q2K-90HV', heldOn: '2022-05-11', times: [] };
const tabled = (heldOn = '2022-05-11', meeting = table.meeting): DisputeEvent => ({
  type: 'TabledForChallenge',
  data: { meeting, heldOn },
});
const protocol = Controls.protocolWithStage({ clock: { unit: 'meeting' }, needs: 'meeting-decision' });
const byTheManager = Controls.context(Controls.iroManager, { protocol });
const rule = 'the date of the meeting, stage 1';
const undated = [
  Controls.formalDisputeRaised(),
  Controls.deadlineSet({ needs: 'meeting-decision', dueOn: null, rule: 'not yet set' }),
];
const dated = (dueOn: string) =>
  Controls.deadlineSet({ needs: 'meeting-decision', why: 'meeting-date-set', dueOn, rule });

describe('Putting a dispute on the agenda of a meeting', () => {
  it('is on record, once for each day of each meeting', () => {
    given(...Controls.disputeRaised())
      .when(table, Controls.context(Controls.iroManager))
      .then(tabled());
    given(...Controls.disputeRaised(), tabled())
      .when(table, Controls.context(Controls.iroManager))
      .thenNothing();
    given(...Controls.disputeRaised(), tabled())
      .when({ ...table, heldOn: '2022-05-13' }, Controls.context(Controls.iroManager))
      .then(tabled('2022-05-13'));
    given(...Controls.disputeRaised(), tabled(), tabled('2022-05-04', 'CM-0000-0000'))
      .when(table, Controls.context(Controls.iroManager))
      .thenNothing();
  });

  it('gives a stage that the meeting times its date', () => {
    given(...undated)
      .when(table, byTheManager)
      .then(tabled(), dated('2022-05-11'));
    given(...undated)
      .when({ ...table, times: ['1'] }, byTheManager)
      .then(tabled(), dated('2022-05-11'));
  });

  it('moves that date with the meeting, and keeps the first beside it', () => {
    given(...undated, tabled(), dated('2022-05-11'))
      .when({ ...table, heldOn: '2022-05-13' }, byTheManager)
      .then(
        tabled('2022-05-13'),
        Controls.deadlineSet({
          needs: 'meeting-decision',
          why: 'meeting-date-set',
          firstDueOn: '2022-05-11',
          dueOn: '2022-05-13',
          rule,
        }),
      );
  });

  it('gives a stage that a meeting times that of a single meeting too, which moves with that meeting alone', () => {
    const single = { ...table, times: undefined };
    given(...undated)
      .when(single, byTheManager)
      .then(tabled(), dated('2022-05-11'));
    given(...undated, tabled(), dated('2022-05-11'))
      .when({ ...single, heldOn: '2022-05-13' }, byTheManager)
      .thenAmong({ type: 'AnswerDeadlineSet', data: expect.objectContaining({ dueOn: '2022-05-13' }) as object });
    given(...undated, dated('2022-05-04'))
      .when(single, byTheManager)
      .then(tabled());
    given(...Controls.disputeRaised())
      .when(single, Controls.context(Controls.iroManager))
      .then(tabled());
  });

  it('leaves the date alone where the meeting times another stage', () => {
    given(...undated)
      .when({ ...table, times: ['4'] }, byTheManager)
      .then(tabled());
  });

  it('does not undo that a date has passed, nor move that of an answer given', () => {
    given(...undated, dated('2022-04-20'))
      .when(table, Controls.context(Controls.iroManager, { protocol, now: Controls.afterDue }))
      .then(tabled());
    given(...undated, dated('2022-04-20'), Controls.answerGiven())
      .when(table, byTheManager)
      .then(tabled());
  });

  it('is for an ended one too, whose actions are not done, and never for one that counts for nothing', () => {
    given(...Controls.disputeRaised(), Controls.resolved())
      .when(table, Controls.context(Controls.iroManager))
      .then(tabled());
    given(...Controls.disputeRaised(), Controls.voided())
      .when(table, Controls.context(Controls.iroManager))
      .thenRefuses('voided');
  });

  it('is for the IRO, those who answer for the service, and a meeting itself', () => {
    const raised = given(...Controls.disputeRaised());
    raised.when(table, Controls.context(Controls.teamManager)).thenRefuses('service-only');
    raised.when(table, Controls.context(Controls.iro)).then(tabled());
    expect(raised.when(table, Controls.context(Controls.commandLine)).events()).toHaveLength(1);
  });
});

describe('A stage timed by a meeting', () => {
  const context = { ...byTheManager, actor: Controls.iro, nextMeetingFor: () => '2022-05-11' };

  it('takes the day of the next meeting there is', () => {
    given()
      .when(Controls.raiseFormal(), context)
      .thenAmong({ type: 'AnswerDeadlineSet', data: expect.objectContaining({ dueOn: '2022-05-11', rule }) as object });
  });

  it('takes the day given by hand before that', () => {
    given()
      .when(Controls.raiseFormal({ meetingOn: '2022-06-01' }), context)
      .thenAmong({ type: 'AnswerDeadlineSet', data: expect.objectContaining({ dueOn: '2022-06-01' }) as object });
  });
});
