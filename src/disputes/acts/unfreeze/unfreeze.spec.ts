import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';

const reason = 'The child has died.';
const unfreeze = { type: 'unfreeze' as const, reason: 'The family was spoken to.' };
const NOW = '2022-04-19T09:00:00.000Z';
const frozen: DisputeEvent = { type: 'DisputeFrozen', data: { from: '2022-04-19', reason } };
const paused: DisputeEvent = { type: 'ClockPaused', data: { round: 1, firstDay: '2022-04-19', reason } };
const unfrozen: DisputeEvent = { type: 'DisputeUnfrozen', data: { reason: unfreeze.reason } };
const resumed: DisputeEvent = {
  type: 'ClockResumed',
  data: { round: 1, lastDay: '2022-04-20', reason: unfreeze.reason },
};
const raised = Controls.disputeRaised();
const iro = (now = '2022-04-21T09:00:00.000Z', protocol = Controls.protocol()) =>
  Controls.context(Controls.iro, { now, protocol });
const after = (...events: DisputeEvent[]) => events.map((event) => by(Controls.iro, event, NOW));
const inMeetings = Controls.protocolWithStage({ clock: { unit: 'meeting' } });

describe('Unfreezing', () => {
  it('lets the clock run on with what was left of it, though the protocol allows no pause', () => {
    const [, deadline] = given(...raised, ...after(frozen, paused))
      .when(unfreeze, iro())
      .events()
      .slice(1);
    given(...raised, ...after(frozen, paused))
      .when(unfreeze, iro())
      .then(unfrozen, resumed, deadline!);
    expect(deadline!.data).toMatchObject({ why: 'resumed', firstDueOn: '2022-04-25', dueOn: '2022-04-27' });
  });

  it('takes the next meeting where the one that timed it has been', () => {
    const byMeeting = Controls.deadlineSet({ dueOn: '2022-04-20', dueAt: '2022-04-20T23:00:00.000Z' });
    const context = { ...iro(undefined, inMeetings), nextMeetingFor: () => '2022-05-11' };
    given(...raised, byMeeting, ...after(frozen, paused))
      .when(unfreeze, context)
      .thenAmong({ type: 'AnswerDeadlineSet', data: expect.objectContaining({ dueOn: '2022-05-11' }) as object });
  });

  it('takes the next meeting for a stage that began meanwhile, where its own has been', () => {
    const byMeeting = Controls.deadlineSet({
      ...{ round: 2, stage: 2, why: 'escalated', needs: 'meeting-decision', startedOn: '2022-04-19' },
      ...{ firstDueOn: '2022-04-20', dueOn: '2022-04-20', dueAt: '2022-04-20T23:00:00.000Z' },
    });
    const protocol = Controls.protocol({
      stages: [
        Controls.stage(1, 'team-manager'),
        Controls.stage(2, 'service-manager', { clock: { unit: 'meeting' }, needs: 'meeting-decision' }),
      ],
    });
    const frozenFirst = [...raised, ...after(frozen, paused, Controls.escalated()[0]!, byMeeting)];
    const unfrozenOn = (now: string) =>
      given(...frozenFirst).when(unfreeze, { ...iro(now, protocol), nextMeetingFor: () => '2022-05-11' });
    unfrozenOn('2022-04-21T09:00:00.000Z').thenAmong({
      type: 'AnswerDeadlineSet',
      data: expect.objectContaining({ round: 2, dueOn: '2022-05-11' }) as object,
    });
    unfrozenOn('2022-04-19T12:00:00.000Z').then(unfrozen);
  });

  it('leaves a pause of the protocol as it was, and what was late late', () => {
    const before = by(Controls.iro, paused, '2022-04-18T09:00:00.000Z');
    given(...raised, before, ...after(frozen))
      .when(unfreeze, iro())
      .then(unfrozen);
    const diedWhenLate: DisputeEvent = { type: 'DisputeFrozen', data: { from: '2022-04-26', reason } };
    const whenLate = by(Controls.iro, diedWhenLate, Controls.afterDue);
    given(...raised, whenLate)
      .when(unfreeze, iro('2022-05-03T09:00:00.000Z'))
      .then(unfrozen);
  });

  it('lets a date run on that passed after the death, before anybody knew of it', () => {
    const known = by(Controls.iro, frozen, Controls.afterDue);
    given(...raised, known)
      .when(unfreeze, iro('2022-05-03T09:00:00.000Z'))
      .thenAmong({ type: 'ClockResumed', data: { round: 1, lastDay: '2022-05-02', reason: unfreeze.reason } });
  });

  it('gives a stage that began meanwhile back the days since it began', () => {
    const escalated = Controls.escalated().map((event) => by(Controls.iro, event, '2022-04-20T09:00:00.000Z'));
    given(...raised, ...after(frozen, paused), ...escalated)
      .when(unfreeze, iro('2022-04-22T09:00:00.000Z'))
      .thenAmong({ type: 'ClockResumed', data: { round: 2, lastDay: '2022-04-21', reason: unfreeze.reason } });
  });

  describe('Agreed actions', () => {
    const agreed = [...raised, by(Controls.iro, Controls.actionAgreed())];
    const movedTo = (to: string): DisputeEvent => ({
      type: 'ActionDateMoved',
      data: { actionId: 'A1', from: '2022-04-29', to, reason: unfreeze.reason },
    });

    it('have the working days again that they lost, in an open dispute and in one that has ended', () => {
      const [moved] = given(...agreed, ...after(frozen, paused))
        .when(unfreeze, iro('2022-05-03T09:00:00.000Z'))
        .events();
      // Nine working days were lost: 19 to 29 April; 2 May is a bank holiday.
      expect(moved).toEqual(movedTo('2022-05-13'));
      given(...agreed, by(Controls.iro, Controls.resolved()), ...after(frozen))
        .when(unfreeze, iro('2022-05-03T09:00:00.000Z'))
        .then(movedTo('2022-05-13'), unfrozen);
    });

    it('stay as they are where they were done or late before, or no working day was lost', () => {
      const typesOf = (now: string, ...events: Parameters<typeof given>) =>
        given(...events)
          .when(unfreeze, iro(now))
          .events()
          .map(({ type }) => type);
      const done = by(Controls.iro, Controls.actionDone());
      expect(typesOf('2022-05-03T09:00:00.000Z', ...agreed, done, ...after(frozen))).not.toContain('ActionDateMoved');
      const late: DisputeEvent = { type: 'DisputeFrozen', data: { from: '2022-05-03', reason } };
      const whenLate = by(Controls.iro, late, '2022-05-03T09:00:00.000Z');
      expect(typesOf('2022-05-06T09:00:00.000Z', ...agreed, whenLate)).not.toContain('ActionDateMoved');
      expect(typesOf('2022-04-19T12:00:00.000Z', ...agreed, ...after(frozen))).not.toContain('ActionDateMoved');
    });
  });

  it('is for the IRO and those who answer for the service, and for what is frozen', () => {
    given(...raised, frozen)
      .when(unfreeze, Controls.context(Controls.teamManager))
      .thenRefuses('service-only');
    given(...raised)
      .when(unfreeze, iro())
      .thenRefuses('not-frozen');
  });
});
