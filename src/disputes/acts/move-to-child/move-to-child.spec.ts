import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { DisputeEvent, Subject } from '../../events.js';

const to: Subject = { children: ['1568441'], population: 'looked-after', iro: 'iro-prasad', team: 'through-care-1' };
const move = { type: 'move-to-child' as const, to, reason: 'Two children have the same initials.' };
const { children, team } = Controls.subject;
const moved: DisputeEvent = {
  type: 'DisputeMovedToChild',
  data: { from: { children, team }, to, reason: move.reason },
};
const raised = Controls.disputeRaised();

describe('Moving a dispute to the child whom it is about', () => {
  it('is for the IRO and those who answer for the service, open or ended', () => {
    for (const who of [Controls.iro, Controls.iroManager])
      for (const story of [raised, [...raised, Controls.resolved()]])
        given(...story)
          .when(move, Controls.context(who))
          .then(moved);
    given(...raised)
      .when(move, Controls.context(Controls.teamManager))
      .thenRefuses('service-only');
  });

  it('takes over team, IRO and addressee of the right child, and leaves nobody who was asked about the wrong one', () => {
    const { state } = given(...raised, moved);
    expect(state).toMatchObject({
      matter: { subject: { children: ['1568441'], team: 'through-care-1' }, heldBy: 'iro-prasad' },
    });
    expect(JSON.stringify({ ...state, story: [] })).not.toContain(team);
  });

  it('needs another child, and something that counts', () => {
    given(...raised, moved)
      .when(move, Controls.context(Controls.iroManager))
      .thenRefuses('same-child');
    given(...raised, Controls.voided())
      .when(move, Controls.context(Controls.iroManager))
      .thenRefuses('voided');
  });

  it('moves a conversation, and a row of a register, in the same way', () => {
    const conversation: DisputeEvent = {
      type: 'ConcernDiscussed',
      data: { subject: Controls.subject, spokeTo: 'Tom', spokeOn: '2022-04-14', result: 'He looks into it.' },
    };
    given(conversation).when(move, Controls.context(Controls.iro)).then(moved);
    expect(given(conversation, moved).state).toMatchObject({ status: 'discussed', subject: to, handedTo: null });
    const facts = Controls.importedFacts;
    given(Controls.disputeImported())
      .when(move, Controls.context(Controls.iroManager))
      .then({
        type: 'DisputeMovedToChild',
        data: { from: { children: facts.children, team: facts.team }, to, reason: move.reason },
      });
  });

  it('takes no sibling out while Cafcass has a referral that the IRO of that child sent', () => {
    const inCare = { population: 'looked-after', isAdult: false, leftCareOn: null } as const;
    const theOther = { ...Controls.iro, person: 'iro-other' };
    const iros = new Map([
      ['1', Controls.iro.person],
      ['2', theOther.person],
    ]);
    const context = {
      ...Controls.context(Controls.iro),
      childrenToday: (asked: readonly string[]) =>
        asked.map((child) => ({ ...inCare, child, iro: iros.get(child) ?? null })),
    };
    const siblings = Controls.disputeRaised({ subject: { ...Controls.subject, children: ['1', '2'] } });
    const leaving = (child: string) => ({
      ...move,
      to: { ...to, children: ['1', '2'].filter((each) => each !== child) },
    });
    const referred = by(theOther, Controls.referredToCafcass());
    given(...siblings, referred)
      .when(leaving('2'), context)
      .thenRefuses('with-cafcass-for-them');
    for (const [story, act] of [
      [[...siblings, referred], leaving('1')],
      [[...siblings, by(Controls.iro, Controls.referredToCafcass())], leaving('2')],
      [siblings, leaving('2')],
      [[...siblings, referred], move],
    ] as const)
      given(...story)
        .when(act, context)
        .thenAmong({
          type: 'DisputeMovedToChild',
          data: { from: { children: ['1', '2'], team }, to: act.to, reason: move.reason },
        });
  });

  it('takes no sibling out for whom alone the route to Cafcass is open, of children of one IRO or of a referral from another post', () => {
    const siblings = Controls.disputeRaised({ subject: { ...Controls.subject, children: ['1', '2'] } });
    const referred = Controls.referredToCafcass();
    const leaving = (child: string) => ({
      ...move,
      to: { ...to, children: ['1', '2'].filter((each) => each !== child) },
    });
    for (const iro of [Controls.iro.person, 'iro-other']) {
      const context = {
        ...Controls.context(Controls.iro),
        childrenToday: (asked: readonly string[]) =>
          asked.map((child) => ({
            ...{ child, iro, population: 'looked-after' as const, leftCareOn: null },
            isAdult: child === '1',
          })),
      };
      given(...siblings, by(Controls.iro, referred))
        .when(leaving('2'), context)
        .thenRefuses('with-cafcass-for-them');
      given(...siblings, by(Controls.iro, referred))
        .when(leaving('1'), context)
        .thenAmong({
          type: 'DisputeMovedToChild',
          data: { from: { children: ['1', '2'], team }, to: leaving('1').to, reason: move.reason },
        });
    }
  });
});
