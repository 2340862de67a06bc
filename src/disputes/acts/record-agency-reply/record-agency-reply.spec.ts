import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';

const { today } = Controls;
const taken: DisputeEvent = {
  type: 'TakenToAgency',
  data: { agency: 'Hillside School', sentOn: today, dueOn: '2022-04-29' },
};
const replyTo = { type: 'record-agency-reply' as const, repliedOn: today, summary: 'A place is offered.' };
const replied: DisputeEvent = { type: 'AgencyReplied', data: { repliedOn: today, summary: 'A place is offered.' } };
const protocol = Controls.protocol({ parallelRoutes: ['other-agency'] });
const by = (who: typeof Controls.iro) => Controls.context(who, { protocol });
const raised = Controls.disputeRaised();

describe('Recording what the agency said', () => {
  it('ends nothing', () => {
    given(...raised, taken)
      .when(replyTo, by(Controls.iro))
      .then(replied);
  });

  it('or that none came, once its date is over, so that the concern goes on elsewhere', () => {
    const none = { ...replyTo, repliedOn: null, summary: 'Two calls brought nothing.' };
    const silent: DisputeEvent = { type: 'AgencyDidNotReply', data: { summary: none.summary } };
    const afterwards = Controls.context(Controls.iro, { protocol, now: '2022-04-30T09:00:00.000Z' });
    given(...raised, taken)
      .when(none, by(Controls.iro))
      .thenRefuses('reply-not-due');
    given(...raised, taken)
      .when(none, afterwards)
      .then(silent);
    given(...raised, { ...taken, data: { ...taken.data, dueOn: null } })
      .when(none, by(Controls.iro))
      .then(silent);
    given(...raised, taken, silent)
      .when(none, afterwards)
      .thenRefuses('no-reply-on-record');
    given(...raised, taken, silent)
      .when(replyTo, by(Controls.iro))
      .then(replied);
  });

  it('needs an agency that was asked and has not replied', () => {
    given(...raised)
      .when(replyTo, by(Controls.iro))
      .thenRefuses('not-taken-to-agency');
    given(...raised, taken, replied)
      .when(replyTo, by(Controls.iro))
      .thenRefuses('not-taken-to-agency');
    given(...raised, taken)
      .when({ ...replyTo, repliedOn: '2022-04-13' }, by(Controls.iro))
      .thenRefuses('reply-before-sent');
    given(...raised, taken)
      .when(replyTo, by(Controls.serviceManager))
      .thenRefuses('asking-side-only');
  });
});
