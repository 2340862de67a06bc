import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { PostKind } from '../../../protocol/protocol.js';
import type { DisputeEvent } from '../../events.js';
import { waitingFor } from '../../time/waiting-for.js';
import type { EnterAnswer } from './enter-answer.js';

const NURSE: PostKind = 'outside:health-partner';
const SCHOOL: PostKind = 'outside:academy-trust';
const asking = (...addressees: PostKind[]) => Controls.protocolWithStage({ addressees, answeredBy: 'all' });
const raisedTo = (...posts: PostKind[]): DisputeEvent[] =>
  Controls.disputeRaised({ addressee: { team: 'through-care-3', posts } });

const entered = (more: Partial<EnterAnswer> = {}): EnterAnswer => ({
  type: 'enter-answer',
  post: null,
  saidBy: 'Dr Ames',
  saidOn: Controls.today,
  agreement: 'agree',
  reasons: 'The clinic has a place from May.',
  actions: [],
  evidence: null,
  ...more,
});

describe('The answer of a partner outside of the council', () => {
  const protocol = asking(NURSE);
  const byTheIro = Controls.context(Controls.iro, { protocol });

  it('is entered for them, with who gave it and when, and counts from when it is entered', () => {
    given(...raisedTo(NURSE))
      .when(entered(), byTheIro)
      .thenAmong({
        type: 'AnswerGiven',
        data: expect.objectContaining({
          role: NURSE,
          answeredOn: Controls.today,
          enteredFor: { saidBy: 'Dr Ames', saidOn: Controls.today },
          complete: true,
          standing: 'awaiting-judgement',
        }) as object,
      });
  });

  it('is not from before it was raised', () => {
    given(...raisedTo(NURSE))
      .when(entered({ saidOn: '2022-04-13' }), byTheIro)
      .thenRefuses('said-before-raised');
  });

  it('is theirs, so the IRO who entered it judges it, and ends it', () => {
    const events = given(...raisedTo(NURSE))
      .when(entered(), byTheIro)
      .events();
    const answered = given(...raisedTo(NURSE), ...events);
    answered
      .when({ type: 'judge', verdict: 'satisfied', reason: 'That settles it.' }, byTheIro)
      .thenAmong({ type: 'AnswerAccepted', data: expect.anything() as object });
    const accepted = answered.when({ type: 'judge', verdict: 'satisfied', reason: 'Yes.' }, byTheIro).events();
    given(...raisedTo(NURSE), ...events, ...accepted)
      .when({ type: 'resolve', outcome: 'RES-FULL', impact: ['service-started'], impactNote: null }, byTheIro)
      .thenAmong({ type: 'DisputeResolved', data: expect.anything() as object });
  });

  it('is waited for as the post itself', () => {
    const { state } = given(...raisedTo(NURSE));
    expect(waitingFor(state, Controls.book(protocol))).toMatchObject({ what: 'answer', roles: [NURSE] });
  });

  it('is one of several, and the stage waits for the others', () => {
    const both = asking('team-manager', NURSE);
    given(...raisedTo('team-manager', NURSE))
      .when(entered(), Controls.context(Controls.iro, { protocol: both }))
      .thenAmong({ type: 'AnswerGiven', data: expect.objectContaining({ complete: false }) as object });
  });

  it('says whose it is where several outside are asked', () => {
    const context = Controls.context(Controls.iro, { protocol: asking(NURSE, SCHOOL) });
    given(...raisedTo(NURSE, SCHOOL))
      .when(entered(), context)
      .thenRefuses('which-post-outside');
    given(...raisedTo(NURSE, SCHOOL))
      .when(entered({ post: 'dentist' }), context)
      .thenRefuses('which-post-outside');
    const first = given(...raisedTo(NURSE, SCHOOL))
      .when(entered({ post: 'academy-trust' }), context)
      .events();
    given(...raisedTo(NURSE, SCHOOL), ...first)
      .when(entered(), context)
      .thenAmong({ type: 'AnswerGiven', data: expect.objectContaining({ role: NURSE, complete: true }) as object });
  });

  it('is entered late too, and once', () => {
    const late = { ...byTheIro, now: Controls.afterDue, today: '2022-04-26' };
    const events = given(...raisedTo(NURSE))
      .when(entered(), late)
      .events();
    given(...raisedTo(NURSE), ...events.map((event) => by(Controls.iro, event, Controls.afterDue)))
      .when(entered(), late)
      .thenRefuses('answer-already-given');
  });

  it('is entered by nobody where only the council’s own posts are asked, nor for a day to come', () => {
    given(...Controls.disputeRaised())
      .when(entered(), Controls.context(Controls.iro))
      .thenRefuses('nobody-outside-asked');
    given(...raisedTo(NURSE))
      .when(entered({ saidOn: '2022-04-15' }), byTheIro)
      .thenRefuses('date-in-future');
  });

  it('is entered by the side that asks, and by no manager', () => {
    given(...raisedTo(NURSE))
      .when(entered(), Controls.context(Controls.teamManager, { protocol }))
      .thenRefuses('asking-side-only');
  });

  it('has no time for receipt, which nobody outside can confirm', () => {
    const withReceipt = { ...protocol, receiptClock: { unit: 'hours', amount: 24 } as const };
    const events = given()
      .when(Controls.raiseFormal(), Controls.context(Controls.iro, { protocol: withReceipt }))
      .events();
    expect(events.map(({ type }) => type)).not.toContain('ReceiptDeadlineSet');
  });
});
