import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { RecordChallengeDecision } from './record-challenge-decision.js';
import { CHALLENGE_DECISIONS, type DisputeEvent } from '../../events.js';

const tabled: DisputeEvent = { type: 'TabledForChallenge', data: { meeting: 'meeting-may', heldOn: '2022-05-11' } };
const { type: _type, ...decided } = {
  type: 'record-challenge-decision' as const,
  meeting: 'meeting-may',
  heldOn: '2022-05-11',
  decision: 'more-action-first' as const,
  discussion: 'The assessment is done; nobody has read it to the child.',
  actions: [{ what: 'Read it to the child', who: 'Team manager', by: '2022-05-18', measure: null }],
  iroView: 'partly' as const,
  nextLookOn: '2022-06-08',
};
const record: RecordChallengeDecision = { type: 'record-challenge-decision', ...decided };
const atTheMeeting = Controls.context(Controls.iroManager, { now: '2022-05-11T13:00:00.000Z' });
const story = [...Controls.disputeRaised(), tabled];

describe('Recording what a challenge meeting decided', () => {
  it('stands in the dispute’s own history, with its actions on the same list as all others', () => {
    given(...story, Controls.actionAgreed())
      .when(record, atTheMeeting)
      .then(
        { type: 'ChallengeDecisionRecorded', data: decided },
        {
          type: 'ActionAgreed',
          data: {
            action: {
              actionId: 'A2',
              what: 'Read it to the child',
              who: 'Team manager',
              by: '2022-05-18',
              agreedIn: 'challenge-meeting',
            },
          },
        },
      );
  });

  it('whatever was decided, ends nothing and sends nothing anywhere', () => {
    for (const decision of CHALLENGE_DECISIONS) {
      const events = given(...story)
        .when({ ...record, decision, actions: [] }, atTheMeeting)
        .events();
      expect(events.map(({ type }) => type)).toEqual(['ChallengeDecisionRecorded']);
      expect(given(...story, ...events).state.status).toBe('open');
    }
  });

  it('does not stand in the way of the actions of an answer', () => {
    const meeting = given(...story)
      .when(record, atTheMeeting)
      .events();
    const answered = by(Controls.teamManager, Controls.answerGiven());
    given(...story, ...meeting, answered)
      .when({ type: 'judge', verdict: 'satisfied', reason: 'Yes' }, Controls.context(Controls.iro))
      .thenAmong({
        type: 'ActionAgreed',
        data: { action: expect.objectContaining({ actionId: 'A2', what: 'Book the first session' }) as object },
      });
  });

  it('may tell of one that was settled in between', () => {
    given(...story, Controls.withdrawn())
      .when({ ...record, decision: 'dropped', actions: [] }, atTheMeeting)
      .thenAmong({
        type: 'ChallengeDecisionRecorded',
        data: expect.objectContaining({ decision: 'dropped' }) as object,
      });
  });

  it('agrees no action over one that was withdrawn, for nobody would be asked for it', () => {
    given(...story, Controls.withdrawn())
      .when(record, atTheMeeting)
      .thenRefuses('withdrawn-since');
  });

  it('is about what stood on that meeting’s agenda, and about a meeting that has been', () => {
    given(...Controls.disputeRaised())
      .when(record, atTheMeeting)
      .thenRefuses('not-tabled');
    given(...story)
      .when({ ...record, meeting: 'meeting-june' }, atTheMeeting)
      .thenRefuses('not-tabled');
    given(...story)
      .when(record, Controls.context(Controls.iroManager))
      .thenRefuses('date-in-future');
  });

  it('is for the IRO and those who answer for the service', () => {
    given(...story)
      .when(record, Controls.context(Controls.teamManager, { now: '2022-05-11T13:00:00.000Z' }))
      .thenRefuses('service-only');
  });
});
