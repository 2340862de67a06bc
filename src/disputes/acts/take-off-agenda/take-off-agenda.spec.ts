import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';

const table = { type: 'table-for-challenge' as const, meeting: 'CM-7Q2K-90HV', heldOn: '2022-05-11' };
const takeOff = { type: 'take-off-agenda' as const, meeting: table.meeting };
const raised = Controls.disputeRaised();
const tabled: DisputeEvent = {
  type: 'TabledForChallenge',
  data: { meeting: table.meeting, heldOn: table.heldOn },
};
const takenOff: DisputeEvent = { type: 'TakenOffAgenda', data: { meeting: table.meeting, heldOn: table.heldOn } };
const byTheManager = Controls.context(Controls.iroManager);

describe('Taking a dispute off the agenda of a meeting', () => {
  it('leaves it off that one, and no other', () => {
    given(...raised, tabled)
      .when(takeOff, byTheManager)
      .then(takenOff);
    given(...raised, tabled)
      .when({ ...takeOff, meeting: 'CM-0000-0000' }, byTheManager)
      .thenNothing();
    given(...raised, tabled, takenOff)
      .when(takeOff, byTheManager)
      .thenNothing();
  });

  describe('of a stage that waits for that meeting', () => {
    const { heldOn } = table;
    const set = {
      ...{
        needs: 'meeting-decision' as const,
        why: 'meeting-date-set' as const,
        rule: 'the date of the meeting, stage 1',
      },
      ...{ firstDueOn: heldOn, dueOn: heldOn, dueAt: '2022-05-11T23:00:00.000Z' },
    };
    const waiting = [Controls.formalDisputeRaised(), Controls.deadlineSet(set), tabled];
    const protocol = Controls.protocolWithStage({ clock: { unit: 'meeting' }, needs: 'meeting-decision' });
    const manager = Controls.context(Controls.iroManager, { protocol });
    const next = (on: string | null, besides: (readonly string[] | undefined)[] = []) => ({
      ...manager,
      nextMeetingFor: (_: unknown, meetings?: readonly string[]) => (besides.push(meetings), on),
    });

    it('gives it the date of the next one', () => {
      const asked: (readonly string[] | undefined)[] = [];
      given(...waiting)
        .when(takeOff, next('2022-06-08', asked))
        .thenAmong({
          type: 'AnswerDeadlineSet',
          data: expect.objectContaining({ why: 'taken-off-agenda', firstDueOn: heldOn, dueOn: '2022-06-08' }) as object,
        });
      expect(asked).toEqual([[table.meeting]]);
    });

    it('leaves it without a date, and without a first one, until there is another meeting', () => {
      const [, cleared] = given(...waiting)
        .when(takeOff, next(null))
        .events();
      expect(cleared).toMatchObject({ data: { why: 'taken-off-agenda', firstDueOn: null, dueOn: null, dueAt: null } });
      expect(given(...waiting, takenOff, cleared!).state).toMatchObject({ matter: { rounds: [{ firstDueAt: null }] } });
    });

    it('leaves a date that has passed, and the one of another meeting', () => {
      given(...waiting)
        .when(takeOff, { ...next(null), now: '2022-05-12T09:00:00.000Z', today: '2022-05-12' })
        .then(takenOff);
      const other = { ...set, dueOn: '2022-06-08', dueAt: '2022-06-08T23:00:00.000Z' };
      given(...waiting, Controls.deadlineSet(other))
        .when(takeOff, next(null))
        .then(takenOff);
    });
  });

  it('is for the IRO service', () => {
    given(...raised, tabled)
      .when(takeOff, Controls.context(Controls.teamManager))
      .thenRefuses('service-only');
  });

  it('lets it be put there again', () => {
    const again = given(...raised, tabled, takenOff).when(table, byTheManager);
    again.thenAmong(tabled);
    expect(given(...raised, tabled, takenOff, tabled).state).toMatchObject({ matter: { tabled: [tabled.data] } });
  });
});
