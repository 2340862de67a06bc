import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { by, given } from '../../test/support/given.js';
import type { Actor } from '../platform/event-store/event-store.js';
import type { DisputeContext } from './context.js';
import { currentRound } from './dispute.js';
import type { Addressee, AnswerGiven, DisputeEvent } from './events.js';
import type { Answer } from './acts/answer/answer.js';
import { THE_PROGRAM } from './rules.js';
import { receiptDate } from './time/dates.js';
import { waitingFor } from './time/waiting-for.js';

const NORTH = 'through-care-3';
const SOUTH = 'through-care-4';
const bothTeams: Addressee = { team: NORTH, alsoTeams: [SOUTH], posts: ['team-manager'] };
const raised = Controls.disputeRaised({ addressee: bothTeams });
const answer: Answer = { type: 'answer', agreement: 'agree', reasons: 'We will do it.', actions: [], evidence: null };
const of = (team: string, actor: Actor = Controls.actor(`manager-of-${team}`, 'team-manager')): DisputeContext => ({
  ...Controls.context(actor),
  ownTeams: (teams) => teams.filter((each) => each === team),
});
/** Recorded by a command of its own. */
const ofItsOwn = <Event extends { metadata: object }>(event: Event): Event => ({
  ...event,
  metadata: { ...event.metadata, commandId: 'command-2' },
});
const answered = (team: string, more: Partial<AnswerGiven> = {}) =>
  Controls.partlyAnswered({ forTeams: [team], wholeForTeams: [team], ...more });
const bothAnswered = Controls.answerGiven({ forTeams: [SOUTH], wholeForTeams: [SOUTH] });
const judge = { type: 'judge' as const, verdict: 'satisfied' as const, reason: 'There is a date.' };

describe('Siblings with two teams', () => {
  it('are asked about of both, and wait for the one that has not answered', () => {
    const { protocols } = Controls.context(Controls.iro);
    expect(waitingFor(given(...raised).state, protocols)).toMatchObject({ team: NORTH, alsoTeams: [SOUTH] });
    const half = given(...raised, answered(NORTH)).state;
    expect(waitingFor(half, protocols)).toMatchObject({ what: 'answer', team: SOUTH, alsoTeams: [] });
  });

  it('are answered for by each manager, and judged when both have answered', () => {
    const [first] = given(...raised)
      .when(answer, of(NORTH))
      .events();
    expect(first).toMatchObject({
      data: { forTeams: [NORTH], wholeForTeams: [NORTH], complete: false, standing: 'awaiting-answer' },
    });
    given(...raised, first!)
      .when(judge, Controls.context(Controls.iro))
      .thenRefuses('no-answer-to-judge');
    const [second] = given(...raised, first!)
      .when(answer, of(SOUTH))
      .events();
    expect(second).toMatchObject({ data: { forTeams: [SOUTH], complete: true, standing: 'awaiting-judgement' } });
  });

  it('are answered for by one who says for whom', () => {
    const forBoth = { ...answer, forTeams: [NORTH, SOUTH] };
    const [only] = given(...raised)
      .when(forBoth, of(NORTH))
      .events();
    expect(only).toMatchObject({ data: { forTeams: [NORTH, SOUTH], complete: true, standing: 'awaiting-judgement' } });
  });

  it('are answered for by one answer of a post that answers for both', () => {
    const both = { ...Controls.context(Controls.teamManager), ownTeams: (teams: readonly string[]) => teams };
    const [only] = given(...raised)
      .when(answer, both)
      .events();
    expect(only).toMatchObject({ data: { forTeams: [NORTH, SOUTH], complete: true } });
  });

  it('are not answered for twice by one team, nor for a team that is not asked', () => {
    given(...raised, answered(NORTH))
      .when(answer, of(NORTH))
      .thenRefuses('answer-already-given');
    const elsewhere = { ...answer, forTeams: ['elsewhere'] };
    given(...raised)
      .when(elsewhere, of(NORTH))
      .thenRefuses('team-not-asked');
  });

  describe('with a clock of receipt', () => {
    const acknowledge = { type: 'acknowledge-receipt' as const, note: null };
    const said = (team: string, complete: boolean): DisputeEvent => ({
      type: 'ReceiptAcknowledged',
      data: { round: 1, role: 'team-manager', note: null, forTeams: [team], complete },
    });
    const dated: DisputeEvent = {
      type: 'ReceiptDeadlineSet',
      data: {
        round: 1,
        startedOn: Controls.today,
        dueOn: '2022-04-19',
        dueAt: '2022-04-19T23:00:00.000Z',
        rule: '1 day',
      },
    };
    const metAt = (...events: DisputeEvent[]) => {
      const { state } = given(...raised, dated, ...events);
      if (state.status !== 'open') throw new Error('It is open.');
      return receiptDate(currentRound(state.matter), state.matter).metAt;
    };

    it('are said to have arrived by each team for itself', () => {
      given(...raised)
        .when(acknowledge, of(NORTH))
        .then(said(NORTH, false));
      given(...raised, said(NORTH, false))
        .when(acknowledge, of(NORTH))
        .thenRefuses('already-acknowledged');
      given(...raised, said(NORTH, false))
        .when(acknowledge, of(SOUTH))
        .then(said(SOUTH, true));
      expect([metAt(said(NORTH, false)), metAt(said(NORTH, false), said(SOUTH, true))]).toEqual([null, Controls.now]);
    });

    it('are not said to have arrived with one team by the answer of the other', () => {
      expect(metAt(answered(NORTH, { receivedByAll: false }))).toBeNull();
      given(...raised, answered(NORTH, { receivedByAll: false }))
        .when(acknowledge, of(SOUTH))
        .then(said(SOUTH, true));
      const [last] = given(...raised, said(NORTH, false))
        .when(answer, of(SOUTH))
        .events();
      expect(last).toMatchObject({ data: { forTeams: [SOUTH], receivedByAll: true, complete: false } });
      expect(metAt(said(NORTH, false), last!)).toBe(Controls.now);
    });

    it('have what one team said taken back only before the other relies on it', () => {
      const takeBack = { type: 'take-back-entry' as const, entry: raised.length, reason: 'It was another one.' };
      const who = Controls.actor(`manager-of-${NORTH}`, 'team-manager');
      given(...raised, ofItsOwn(by(who, said(NORTH, false))), said(SOUTH, true))
        .when(takeBack, of(NORTH))
        .thenRefuses('something-followed');
      given(...raised, ofItsOwn(by(who, said(NORTH, false))))
        .when(takeBack, of(NORTH))
        .thenAmong({ type: 'EntryTakenBack', data: { revisions: [raised.length], reason: takeBack.reason } });
    });
  });

  describe('of which one is taken out, or goes to the other team', () => {
    const both = { children: ['2041187', '1568441'], team: NORTH, alsoTeams: [SOUTH] };
    const siblings = Controls.disputeRaised({ addressee: bothTeams, subject: { ...Controls.subject, ...both } });
    const taken = (child: string, team: string) => ({
      type: 'move-to-child' as const,
      to: { children: [child], population: 'looked-after' as const, iro: 'iro-prasad', team },
      reason: 'The other was named by mistake.',
    });

    it('have the whole answer once the team is asked no more whose answer was missing', () => {
      const [moved] = given(...siblings, answered(SOUTH))
        .when(taken('1568441', SOUTH), Controls.context(Controls.iroManager))
        .events();
      expect(moved).toMatchObject({
        data: { answered: { round: 1, at: Controls.now, standing: 'awaiting-judgement' } },
      });
      const { protocols } = Controls.context(Controls.iro);
      expect(waitingFor(given(...siblings, answered(SOUTH), moved!).state, protocols)).toMatchObject({
        what: 'judgement',
      });
    });

    it('still wait for the team that is left, where it has not answered', () => {
      const [moved] = given(...siblings, answered(NORTH))
        .when(taken('1568441', SOUTH), Controls.context(Controls.iroManager))
        .events();
      expect(moved).not.toHaveProperty('data.answered');
      given(...siblings, answered(NORTH), moved!)
        .when(answer, of(SOUTH))
        .thenAmong({ type: 'AnswerGiven', data: expect.objectContaining({ complete: true }) as object });
    });

    it('are answered once more by the team to which the other child goes, which keeps its first answer', () => {
      const follow = { type: 'redirect' as const, fromTeam: NORTH, toTeam: SOUTH, reason: 'The child moved.' };
      const [redirected] = given(...siblings, answered(SOUTH))
        .when(follow, Controls.context(THE_PROGRAM))
        .events();
      expect(redirected).toMatchObject({ data: { to: { team: SOUTH }, joins: SOUTH } });
      const { state } = given(...siblings, answered(SOUTH), redirected!);
      const { protocols } = Controls.context(Controls.iro);
      expect(waitingFor(state, protocols)).toMatchObject({ what: 'answer', team: SOUTH });
      given(...siblings, answered(SOUTH), redirected!)
        .when(answer, of(SOUTH))
        .thenAmong({ type: 'AnswerGiven', data: expect.objectContaining({ complete: true }) as object });
    });
  });

  it('are asked about of both teams at the next stage too', () => {
    const up = { type: 'escalate' as const, toStage: null, reason: 'No answer that helps.', meetingOn: null };
    const story = [...raised, answered(NORTH), bothAnswered, Controls.answerRejected()];
    const [event] = given(...story)
      .when(up, Controls.context(Controls.iro))
      .events();
    expect(event).toMatchObject({ data: { addressee: { team: NORTH, alsoTeams: [SOUTH] } } });
  });

  it('are passed on by one team for its own part', () => {
    const redirect = { type: 'redirect' as const, toTeam: 'wyre-forest', reason: 'She is with them now.' };
    given(...raised, answered(NORTH))
      .when(redirect, of(SOUTH))
      .then({
        type: 'DisputeRedirected',
        data: {
          from: bothTeams,
          to: { team: NORTH, alsoTeams: ['wyre-forest'], posts: ['team-manager'] },
          reason: redirect.reason,
          clock: 'runs-on',
        },
      });
    given(...raised)
      .when(redirect, Controls.context(Controls.iro))
      .thenRefuses('which-team');
    given(...raised, answered(NORTH))
      .when({ ...redirect, toTeam: NORTH }, of(SOUTH))
      .thenRefuses('same-team');
    const [joined] = given(...raised)
      .when({ ...redirect, toTeam: NORTH }, of(SOUTH))
      .events();
    expect(joined).toMatchObject({ data: { to: { team: NORTH, posts: ['team-manager'] } } });
  });
});
