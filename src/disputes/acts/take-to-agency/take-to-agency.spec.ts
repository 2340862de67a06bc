import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import { isToReply } from '../../fold/evolve.js';
import type { DisputeEvent } from '../../events.js';

const { today } = Controls;
const take = { type: 'take-to-agency' as const, agency: 'Hillside School', sentOn: today, dueOn: '2022-04-29' };
const taken: DisputeEvent = {
  type: 'TakenToAgency',
  data: { agency: 'Hillside School', sentOn: today, dueOn: '2022-04-29' },
};
const replied: DisputeEvent = { type: 'AgencyReplied', data: { repliedOn: today, summary: 'A place is offered.' } };
const protocol = Controls.protocol({ parallelRoutes: ['other-agency'] });
const by = (who: typeof Controls.iro) => Controls.context(who, { protocol });
const raised = Controls.disputeRaised();

describe('Taking a concern to another agency', () => {
  it('records what went to whom, and by when a reply is due', () => {
    given(...raised)
      .when(take, by(Controls.iro))
      .then(taken);
    given(...raised)
      .when({ ...take, dueOn: null }, by(Controls.businessSupport))
      .then({ ...taken, data: { agency: 'Hillside School', sentOn: today, dueOn: null } });
  });

  it('needs the route in the protocol, and somebody of the side that asks', () => {
    given(...raised)
      .when(take, Controls.context(Controls.iro))
      .thenRefuses('no-agency-route');
    given(...raised)
      .when(take, by(Controls.teamManager))
      .thenRefuses('asking-side-only');
  });

  it('is for the IRO who holds it, and not for another IRO of its children, nor is recording the reply', () => {
    const siblings = Controls.disputeRaised({ subject: { ...Controls.subject, children: ['1', '2'] } });
    const theOther = by({ ...Controls.iro, person: 'iro-other' });
    given(...siblings)
      .when(take, theOther)
      .thenRefuses('holder-decides');
    given(...siblings, taken)
      .when({ type: 'record-agency-reply', repliedOn: today, summary: 'A place is offered.' }, theOther)
      .thenRefuses('holder-decides');
  });

  it('needs an agency, and dates that can be', () => {
    given(...raised)
      .when({ ...take, agency: ' ' }, by(Controls.iro))
      .thenRefuses('words-missing');
    given(...raised)
      .when({ ...take, sentOn: '2022-04-15' }, by(Controls.iro))
      .thenRefuses('date-in-future');
    given(...raised)
      .when({ ...take, dueOn: '2022-04-13' }, by(Controls.iro))
      .thenRefuses('due-before-sent');
  });

  it('asks one agency after another', () => {
    given(...raised, taken)
      .when({ ...take, agency: 'Hillside Nursery' }, by(Controls.iro))
      .thenRefuses('agency-still-to-reply');
    given(...raised, taken, replied)
      .when(take, by(Controls.iro))
      .then(taken);
  });

  it('goes to another agency once it is on record that no reply came', () => {
    const silent: DisputeEvent = { type: 'AgencyDidNotReply', data: { summary: 'Two calls brought nothing.' } };
    const police = { ...take, agency: 'Police' };
    given(...raised, taken)
      .when(police, by(Controls.iro))
      .thenRefuses('agency-still-to-reply');
    given(...raised, taken, silent)
      .when(police, by(Controls.iro))
      .then({ ...taken, data: { ...taken.data, agency: 'Police' } });
  });

  it('asks the same agency again, by another date, and waits for no reply to what was sent before', () => {
    const again = { ...take, agency: 'hillside school', dueOn: '2022-05-06' };
    const askedAgain: DisputeEvent = {
      type: 'TakenToAgency',
      data: { agency: again.agency, sentOn: today, dueOn: again.dueOn },
    };
    given(...raised, taken)
      .when(again, by(Controls.iro))
      .then(askedAgain);
    const { state } = given(...raised, taken, askedAgain);
    expect('matter' in state && state.matter.agencies.map(isToReply)).toEqual([false, true]);
  });
});
