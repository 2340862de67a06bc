import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Instant } from '../../src/calendar/calendar.js';
import { londonDate } from '../../src/calendar/dates.js';
import type { DisputeAct } from '../../src/disputes/acts/all-acts.js';
import { disputeDecider } from '../../src/disputes/decide.js';
import { type DisputeState, currentRound, type Matter } from '../../src/disputes/dispute.js';
import { waitingFor } from '../../src/disputes/time/waiting-for.js';
import { Refusal } from '../../src/platform/decider.js';
import type { Actor } from '../../src/platform/event-store/event-store.js';
import type { Population, PostKind } from '../../src/protocol/protocol.js';
import { protocolBook } from '../../src/protocol/protocol-book.js';
import { readProtocol } from '../../src/protocol/read-protocol.js';
import { Controls } from '../support/controls.js';
import { by } from '../support/given.js';

/** One dispute walked through a council's own rules, an act at a time, by the person whom the rules name. */
class Walk {
  private state: DisputeState = disputeDecider.initial;
  private now: Instant = Controls.now;
  private readonly book;
  private readonly protocol;

  constructor(
    name: string,
    private readonly population: Population = 'looked-after',
  ) {
    this.protocol = readProtocol(readFileSync(`protocols/${name}.yaml`, 'utf8'), name).protocol;
    this.book = protocolBook([{ version: 1, from: '2020-01-01', protocol: this.protocol }]);
  }

  get status(): string {
    return this.state.status === 'ended' ? this.state.ending : this.state.status;
  }
  get matter(): Matter {
    if (!('matter' in this.state)) throw new Error('Nothing is raised yet.');
    return this.state.matter;
  }
  get stage(): number {
    return currentRound(this.matter).stage;
  }
  get top(): number {
    return this.protocol.stages.length;
  }
  get dueOn(): string | null | undefined {
    return currentRound(this.matter).deadline?.dueOn;
  }
  get waitsFor(): readonly PostKind[] {
    return waitingFor(this.state, this.book)?.roles ?? [];
  }

  by(role: PostKind, act: DisputeAct): this {
    return this.carryOut(Controls.actor(`the-${role}`, role), act);
  }

  /** The code of the refusal, or `done`. */
  tries(role: PostKind, act: DisputeAct): string {
    try {
      disputeDecider.decide(act, this.state, this.context(Controls.actor(`the-${role}`, role)));
      return 'done';
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  }

  raisedInformally(): this {
    return this.by('iro', Controls.raiseInformal(this.subject()));
  }
  raisedAt(stage: number): this {
    const stageReason = stage > 1 ? 'It cannot wait' : null;
    const meetingOn = this.meetingFor(stage, '2022-05-03');
    return this.by('iro', Controls.raiseFormal({ ...this.subject(), stage, stageReason, meetingOn }));
  }

  /** Everybody who must answer does, with one action. */
  answered(): this {
    const actions = [{ what: 'Book the first session', who: 'Team manager', by: '2022-04-29', measure: null }];
    return this.by(this.waitsFor[0]!, { type: 'answer', agreement: 'agree', reasons: 'Yes', actions, evidence: null });
  }

  /** Every judge of the stage says so. */
  judged(verdict: 'satisfied' | 'not'): this {
    for (const judge of this.waitsFor) this.by(judge, { type: 'judge', verdict, reason: 'As I see it' });
    return this;
  }

  /** By the post that the protocol names, after a refusal. */
  wentUp(toStage: number | null = null, role = this.waitsFor.at(-1)!): this {
    const next = 'matter' in this.state ? this.state.matter.rounds.at(-1)!.stage + 1 : 1;
    const meetingOn = this.meetingFor(toStage ?? next, laterThan(this.now, 30));
    return this.by(role, { type: 'escalate', toStage, reason: 'No date', meetingOn });
  }

  /** The days go by until the answer is late. */
  waitedInVain(): this {
    this.now = `${laterThan(this.now, 60)}T09:00:00.000Z`;
    return this;
  }

  resolved(role: PostKind = 'iro'): this {
    return this.by(role, { type: 'resolve', outcome: 'RES-ACT', impact: ['plan-moving'], impactNote: null });
  }

  /** The day, for a stage that a meeting times. */
  private meetingFor(stage: number, day: string): string | null {
    const { stages } = this.book.inForceOn(londonDate(this.now)).protocol;
    return stages.find(({ number }) => number === stage)?.clock.unit === 'meeting' ? day : null;
  }

  private subject() {
    return { subject: { ...Controls.subject, population: this.population } };
  }

  private carryOut(actor: Actor, act: DisputeAct): this {
    const events = disputeDecider.decide(act, this.state, this.context(actor));
    this.state = events.reduce((so, event) => disputeDecider.evolve(so, by(actor, event, this.now)), this.state);
    return this;
  }

  private context(actor: Actor) {
    return { actor, now: this.now, today: londonDate(this.now), calendar: Controls.calendar, protocols: this.book };
  }
}

const laterThan = (now: Instant, days: number): string =>
  new Date(Date.parse(now) + days * 24 * 3_600_000).toISOString().slice(0, 10);

const stalemate: DisputeAct = { type: 'record-stalemate', reason: 'No agreement', impact: ['no-change-yet'] };
const endOtherwise = (outcome: 'ENDED-CARE' | 'TO-CAF'): DisputeAct => ({
  type: 'end-otherwise',
  outcome,
  reason: 'Decided so',
  impact: ['not-known'],
});
const refer: DisputeAct = {
  type: 'refer-to-cafcass',
  grounds: 'The care plan has not been carried out',
  legalAdviceTaken: true,
  told: ['iro-manager'],
  sentOn: Controls.today,
};
const escalate: DisputeAct = { type: 'escalate', toStage: null, reason: 'No date', meetingOn: null };

describe.each(['house', 'alerts-2017', 'barnet', 'leicestershire', 'worcestershire'])('Under %s, a dispute', (name) => {
  const closer = (walk: Walk): PostKind => (walk.waitsFor.includes('iro') ? 'iro' : walk.waitsFor[0]!);

  it('is resolved where the answer to stage 1 is accepted', () => {
    const walk = new Walk(name).raisedAt(1).answered().judged('satisfied');
    expect(walk.resolved(closer(walk)).status).toBe('resolved');
    expect(walk.matter.actions).toHaveLength(1);
  });

  it('climbs every stage when no answer is accepted, and ends in a stalemate at the top', () => {
    const walk = new Walk(name).raisedAt(1);
    while (walk.stage < walk.top) walk.answered().judged('not').wentUp();
    expect(walk.tries('iro', escalate)).toBe('top-of-ladder');
    if (name !== 'alerts-2017') walk.answered().judged('not');
    expect(walk.by('iro', stalemate).status).toBe('stalemate');
  });

  it('climbs every stage on silence alone, and never ends by it', () => {
    const walk = new Walk(name).raisedAt(1);
    while (walk.stage < walk.top) {
      walk.waitedInVain();
      expect(walk.tries('iro', { type: 'resolve', outcome: 'RES-FULL', impact: ['not-known'], impactNote: null })).toBe(
        'no-accepted-answer',
      );
      walk.wentUp(null, 'iro');
    }
    expect(walk.status).toBe('open');
    expect(walk.waitsFor).not.toEqual([]);
  });

  it('goes straight to the top by the IRO’s reason', () => {
    const walk = new Walk(name).raisedAt(1);
    walk.wentUp(walk.top, 'iro');
    expect(walk.stage).toBe(walk.top);
    expect(new Walk(name).raisedAt(walk.top).stage).toBe(walk.top);
  });

  it('is settled by an answer that came after it had gone up', () => {
    const walk = new Walk(name).raisedAt(1);
    const [addressee] = walk.waitsFor;
    walk.waitedInVain().wentUp(null, 'iro');
    walk.by(addressee!, { type: 'answer', agreement: 'agree', reasons: 'At last', actions: [], evidence: null });
    walk.by('iro', { type: 'judge', verdict: 'satisfied', reason: 'This settles it' });
    walk.by('iro', { type: 'resolve', outcome: 'RES-FULL', impact: ['plan-moving'], impactNote: null });
    expect(walk.status).toBe('resolved');
  });

  it('is withdrawn, voided, ended with care, or continued by Cafcass', () => {
    const raised = () => new Walk(name).raisedAt(1);
    expect(raised().by('iro', { type: 'withdraw', reason: 'The facts were wrong' }).status).toBe('withdrawn');
    const inError: DisputeAct = {
      type: 'void',
      because: 'raised-in-error',
      duplicateOf: null,
      reason: 'Another child',
    };
    expect(raised().by('iro', inError).status).toBe('voided');
    expect(raised().by('iro', endOtherwise('ENDED-CARE')).status).toBe('ended-otherwise');
    expect(raised().by('iro', refer).by('iro', endOtherwise('TO-CAF')).status).toBe('ended-otherwise');
  });

  it('is reopened, and resolved again', () => {
    const walk = new Walk(name).raisedAt(1).answered().judged('satisfied').resolved();
    walk.by('iro', { type: 'reopen', reason: 'It was not done' });
    expect(walk.tries('iro', { type: 'resolve', outcome: 'RES-ACT', impact: ['not-known'], impactNote: null })).toBe(
      'no-accepted-answer',
    );
    expect(walk.answered().judged('satisfied').resolved().status).toBe('resolved');
    expect(walk.matter.actions.map(({ actionId }) => actionId)).toEqual(['A1', 'A2']);
  });
});

describe('Alerts Protocol, May 2017', () => {
  it('has no informal stage', () => {
    expect(new Walk('alerts-2017').tries('iro', Controls.raiseInformal())).toBe('no-such-stage');
  });

  it('changes hands on the way up', () => {
    const walk = new Walk('alerts-2017').raisedAt(1).answered().judged('not');
    expect(walk.waitsFor).toEqual(['iro', 'qa-service-manager']);
    walk.wentUp().answered();
    expect(walk.waitsFor).toEqual(['iro', 'head-of-qa', 'qa-service-manager']);
    walk.by('iro', { type: 'judge', verdict: 'not', reason: 'No' });
    walk.by('head-of-qa', { type: 'judge', verdict: 'not', reason: 'No' });
    expect(walk.tries('head-of-qa', escalate)).toBe('not-ready-to-escalate');
    walk.by('qa-service-manager', { type: 'judge', verdict: 'not', reason: 'No' });
    expect(walk.tries('head-of-qa', escalate)).toBe('done');
  });

  it('is settled at stage 2 by the IRO and the head of QA alone', () => {
    const walk = new Walk('alerts-2017').raisedAt(2).answered();
    walk.by('iro', { type: 'judge', verdict: 'satisfied', reason: 'Yes' });
    expect(walk.matter.actions).toEqual([]);
    walk.by('head-of-qa', { type: 'judge', verdict: 'satisfied', reason: 'Yes' });
    expect(walk.matter.actions).toHaveLength(1);
  });

  it('from stage 3 is judged by the head of QA alone, and the IRO’s dissent stands in the record', () => {
    const walk = new Walk('alerts-2017').raisedAt(3).answered();
    expect(walk.tries('iro', { type: 'judge', verdict: 'not', reason: 'No' })).toBe('judging-not-yours');
    walk.by('iro', { type: 'record-iro-view', view: 'not', reason: 'The plan still drifts' });
    walk.judged('satisfied').resolved('head-of-qa');
    expect(walk.status).toBe('resolved');
    expect(walk.matter.iroView).toBe('not');
  });

  it('ends with a report that nobody answers, and no date', () => {
    const walk = new Walk('alerts-2017').raisedAt(4);
    expect(walk.dueOn).toBeNull();
    expect(walk.waitsFor).toEqual(['iro', 'head-of-qa']);
  });
});

describe('Barnet', () => {
  it('begins informally without a date, and a practice alert may be wanted sooner than its 5 days', () => {
    expect(new Walk('barnet').raisedInformally().dueOn).toBeNull();
    const walk = new Walk('barnet').raisedAt(1);
    expect(walk.dueOn).toBe(Controls.dueOn);
    walk.by('iro', { type: 'ask-for-earlier-date', askedFor: '2022-04-20', reason: 'It cannot wait' });
    expect(walk.dueOn).toBe('2022-04-20');
  });

  it('has the Cafcass route for looked-after children only, and the chair in the IRO’s place for the others', () => {
    const walk = new Walk('barnet', 'child-protection').raisedAt(1).answered();
    expect(walk.tries('iro', refer)).toBe('no-cafcass-route');
    expect(walk.tries('conference-chair', refer)).toBe('no-cafcass-route');
    expect(walk.tries('conference-chair', { type: 'judge', verdict: 'not', reason: 'No' })).toBe('done');
    expect(new Walk('barnet').raisedAt(1).tries('iro', refer)).toBe('done');
  });
});

describe('Leicestershire', () => {
  it('takes the date of a meeting by hand, and the meeting’s decision for the answer', () => {
    const walk = new Walk('leicestershire').raisedAt(3);
    expect(walk.dueOn).toBe('2022-05-03');
    walk.by('iro-manager', { type: 'set-meeting-date', meetingOn: '2022-05-10' });
    expect(walk.dueOn).toBe('2022-05-10');
    expect(walk.answered().judged('satisfied').resolved().status).toBe('resolved');
  });

  it('opens the challenge meeting after all earlier stages: the IRO is warned, the IRO’s manager waits', () => {
    const atOnce = new Walk('leicestershire').raisedAt(3).answered().judged('not');
    expect(atOnce.tries('iro-manager', escalate)).toBe('earlier-stages-first');
    expect(atOnce.tries('iro', escalate)).toBe('done');
    const inTurn = new Walk('leicestershire').raisedAt(1).answered().judged('not').wentUp().answered().judged('not');
    inTurn.wentUp().answered().judged('not');
    expect(inTurn.tries('iro-manager', escalate)).toBe('done');
  });
});

describe('Worcestershire and the house', () => {
  it('give 5 working days informally; formally 10 and 5', () => {
    expect(new Walk('worcestershire').raisedInformally().dueOn).toBe(Controls.dueOn);
    expect(new Walk('worcestershire').raisedAt(1).dueOn).toBe('2022-05-03');
    expect(new Walk('house').raisedInformally().dueOn).toBe(Controls.dueOn);
    expect(new Walk('house').raisedAt(1).dueOn).toBe(Controls.dueOn);
  });

  it('settle an informal matter in the call, or continue it formally', () => {
    for (const name of ['worcestershire', 'house', 'barnet', 'leicestershire']) {
      const inTheCall: DisputeAct = { type: 'resolve', outcome: 'RES-FULL', impact: ['plan-moving'], impactNote: null };
      expect(new Walk(name).raisedInformally().by('iro', inTheCall).status).toBe('resolved');
      const formally: DisputeAct = { type: 'formalise', formal: 'DRP-0000-0000', reason: 'No date' };
      expect(new Walk(name).raisedInformally().by('iro', formally).status).toBe('formalised');
    }
  });
});
