import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';

const meeting = 'm-1';
const tabled: DisputeEvent = { type: 'TabledForChallenge', data: { meeting, heldOn: Controls.today } };
const decided: DisputeEvent = {
  type: 'ChallengeDecisionRecorded',
  data: {
    ...{ meeting, heldOn: Controls.today, decision: 'more-action-first', discussion: 'It waits for the panel.' },
    ...{ actions: [], iroView: null, nextLookOn: null },
  },
};
const agreed = Controls.actionAgreed();
const act = { type: 'take-back-meeting-decision' as const, recordedBy: 'decide', reason: 'It was the item before.' };
const minutes = { person: 'mona', post: null, role: null };
const one = (commandId: string, { metadata, ...event }: ReturnType<typeof by<DisputeEvent>>) => ({
  ...event,
  metadata: { ...metadata, commandId },
});
const raised = Controls.disputeRaised().map((event) => one('raise', by(Controls.iro, event)));
const here = raised.length;
const history = [
  ...raised,
  one('table', by(minutes, tabled)),
  one('decide', by(minutes, decided)),
  one('decide', by(minutes, agreed)),
];

describe('A decision that a meeting takes back', () => {
  it('counts no more, nor the actions that came with it, nor that one was done', () => {
    given(...history)
      .when(act, Controls.context(minutes))
      .then({ type: 'EntryTakenBack', data: { revisions: [here + 1, here + 2], reason: act.reason } });
    given(...history, one('do', by(Controls.teamManager, Controls.actionDone())))
      .when(act, Controls.context(minutes))
      .then({ type: 'EntryTakenBack', data: { revisions: [here + 1, here + 2, here + 3], reason: act.reason } });
  });

  it('is refused once somebody has gone on from the answer that it gave', () => {
    const answered = Controls.answerGiven({ meeting });
    const accepted = Controls.answerAccepted();
    const settled = [...history, one('decide', by(minutes, answered)), one('decide', by(minutes, accepted))];
    given(...settled)
      .when(act, Controls.context(minutes))
      .thenAmong({
        type: 'EntryTakenBack',
        data: { revisions: [here + 1, here + 2, here + 3, here + 4], reason: act.reason },
      });
    given(...settled, one('resolve', by(Controls.iro, Controls.resolved())))
      .when(act, Controls.context(minutes))
      .thenRefuses('something-followed');
  });

  it('is none where the meeting has decided nothing, and is the meeting’s own', () => {
    given(...raised, one('table', by(minutes, tabled)))
      .when(act, Controls.context(minutes))
      .thenNothing();
    given(...history)
      .when(act, Controls.context(Controls.iro))
      .thenRefuses('program-only');
  });
});
