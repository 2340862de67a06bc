import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { PostKind } from '../../../protocol/protocol.js';
import type { DisputeEvent } from '../../events.js';
import { THE_PROGRAM } from '../../rules.js';

const redirect = {
  type: 'redirect' as const,
  toTeam: 'through-care-4',
  reason: 'The child moved to that team in March.',
};
const posts: PostKind[] = ['team-manager'];
const redirected = (clock: 'runs-on' | 'restarts') => ({
  type: 'DisputeRedirected' as const,
  data: {
    from: { team: 'through-care-3', posts },
    to: { team: 'through-care-4', posts },
    reason: redirect.reason,
    clock,
  },
});
const restarting = Controls.protocolWithStage({ onRedirect: 'restarts' });

describe('Redirecting to another team', () => {
  it('lets the clock run on, where the protocol says no more', () => {
    given(...Controls.disputeRaised())
      .when(redirect, Controls.context(Controls.teamManager))
      .then(redirected('runs-on'));
  });

  it('starts a new round where the protocol restarts the clock', () => {
    given(...Controls.disputeRaised())
      .when(redirect, Controls.context(Controls.teamManager, { protocol: restarting }))
      .then(redirected('restarts'), Controls.deadlineSet({ round: 2, why: 'redirected' }));
  });

  it('leaves it with whoever is named to answer, and their date, where it follows its child; passed on by people it is for the team', () => {
    const named: DisputeEvent = {
      type: 'DisputeRestricted',
      data: { readers: ['hana'], answeredBy: 'hana', reason: 'Tom is her uncle.' },
    };
    const byTheProgram = { ...Controls.context(THE_PROGRAM, { protocol: restarting }), holdersOf: () => ['tess'] };
    const [followed, ...others] = given(...Controls.disputeRaised(), named)
      .when(redirect, byTheProgram)
      .events();
    expect(followed!.data).toMatchObject({ to: { team: 'through-care-4', posts, person: 'hana' }, clock: 'runs-on' });
    expect(others).toEqual([]);
    const byPeople = { ...Controls.context(Controls.iro, { protocol: restarting }), holdersOf: () => ['hana'] };
    const [passedOn] = given(...Controls.disputeRaised(), named)
      .when(redirect, byPeople)
      .events();
    expect(passedOn!.data).toMatchObject({ to: { team: 'through-care-4', posts }, clock: 'restarts' });
    expect(passedOn!.data).not.toHaveProperty('to.person');
  });

  it('keeps the date of the meeting that times the stage', () => {
    const protocol = Controls.protocolWithStage({ onRedirect: 'restarts', clock: { unit: 'meeting' } });
    const rule = 'the date of the meeting, stage 1';
    given(Controls.formalDisputeRaised(), Controls.deadlineSet({ dueOn: '2022-05-03', rule }))
      .when(redirect, Controls.context(Controls.teamManager, { protocol }))
      .then(redirected('restarts'), Controls.deadlineSet({ round: 2, why: 'redirected', dueOn: '2022-05-03', rule }));
  });

  it('does not wipe out that the date has passed', () => {
    given(...Controls.disputeRaised())
      .when(redirect, Controls.context(Controls.teamManager, { protocol: restarting, now: Controls.afterDue }))
      .then(redirected('runs-on'));
  });

  it('restarts the clock once for each team, so that nobody gains time by passing it to and fro', () => {
    const byTheManager = Controls.context(Controls.teamManager, { protocol: restarting });
    const story: DisputeEvent[] = [...Controls.disputeRaised()];
    const passedOnTo = (toTeam: string): string[] => {
      const events = given(...story)
        .when({ ...redirect, toTeam }, byTheManager)
        .events();
      story.push(...events);
      return events.map(({ type }) => type);
    };
    expect(passedOnTo('wyre-forest')).toEqual(['DisputeRedirected', 'AnswerDeadlineSet']);
    for (const team of ['through-care-3', 'wyre-forest', 'through-care-3'])
      expect(passedOnTo(team)).toEqual(['DisputeRedirected']);
  });

  it('is for those addressed and for the IRO service', () => {
    given(...Controls.disputeRaised())
      .when(redirect, Controls.context(Controls.iroManager))
      .then(redirected('runs-on'));
    given(...Controls.disputeRaised())
      .when(redirect, Controls.context(Controls.serviceManager))
      .thenRefuses('redirecting-not-yours');
  });

  it('goes to another team, before there is an answer, with a reason', () => {
    const byTheManager = Controls.context(Controls.teamManager);
    given(...Controls.disputeRaised())
      .when({ ...redirect, toTeam: 'through-care-3' }, byTheManager)
      .thenRefuses('same-team');
    given(...Controls.disputeRaised(), Controls.answerGiven())
      .when(redirect, byTheManager)
      .thenRefuses('already-answered');
    given(...Controls.disputeRaised())
      .when({ ...redirect, reason: '' }, byTheManager)
      .thenRefuses('words-missing');
  });
});
