import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeadlineKeeper } from '../../src/deadlines/deadline-keeper.js';
import type { DisputeDto, HistoryDto } from '../../src/disputes/read/dispute.dto.js';
import type { PostKind, Stage } from '../../src/protocol/protocol.js';
import { shipped } from '../support/shipped.js';
import { aConcern, anAnswer, Council, PEOPLE } from './council.js';

const MEETING = '2023-04-20';

/** The person of the little council who holds this kind of post, and answers for the north team. */
const holderOf = (kind: string): string =>
  Object.entries(PEOPLE).find(([, [held, team]]) => held === kind && team !== 'south')![0];

const needsMeeting = ({ clock }: Stage): boolean => clock.unit === 'meeting';

/** One dispute walked through the API by the rules of a protocol: the person for whom it waits does the act that it waits for. */
class Walk {
  private constructor(
    private readonly council: Council,
    private readonly stages: readonly Stage[],
    readonly reference: string,
  ) {}

  static async begin(council: Council, protocol: string, concern: object): Promise<Walk> {
    const { stages } = shipped(protocol).protocol;
    const stage = stages[((concern as { stage?: number }).stage ?? 1) - 1]!;
    const body = aConcern({ ...concern, ...(needsMeeting(stage) ? { meetingOn: MEETING } : {}) });
    return new Walk(council, stages, (await council.done('Iris', '/disputes', body)).reference);
  }

  async now(): Promise<DisputeDto> {
    return (await this.council.get<DisputeDto>('Iris', `/disputes/${this.reference}`)).body;
  }

  act(person: string, name: string, body: object) {
    return this.council.done(person, `/disputes/${this.reference}/${name}`, body);
  }

  async answered(): Promise<void> {
    await this.whileWaitingFor('answer', (role) => this.act(holderOf(role), 'answer', anAnswer()));
  }

  async judged(verdict: 'satisfied' | 'not'): Promise<void> {
    await this.whileWaitingFor('judgement', (role) =>
      this.act(holderOf(role), 'judge', { verdict, reason: 'As it stands today.' }),
    );
  }

  async escalated(): Promise<void> {
    const next = this.stages[(await this.now()).stageReached]!;
    await this.act('Iris', 'escalate', {
      reason: 'It is not settled.',
      ...(needsMeeting(next) ? { meetingOn: MEETING } : {}),
    });
  }

  async climbedTo(stage: number): Promise<void> {
    while ((await this.now()).stageReached < stage) {
      await this.answered();
      await this.judged('not');
      await this.escalated();
    }
  }

  async actionsDone(): Promise<void> {
    for (const { actionId, doneOn } of (await this.now()).actions)
      if (doneOn === null)
        await this.act('Iris', 'mark-action-done', { actionId, evidence: 'Seen.', doneOn: '2023-04-03' });
  }

  private async whileWaitingFor(what: string, act: (role: PostKind) => Promise<unknown>): Promise<void> {
    for (let turn = 0; turn < 12; turn++) {
      const { waitingFor } = await this.now();
      if (waitingFor?.what !== what) return;
      await act(waitingFor.roles[0] as PostKind);
    }
    throw new Error(`It goes on waiting for ${what}.`);
  }
}

describe.each(['house', 'worcestershire', 'alerts-2017', 'barnet', 'leicestershire'])(
  'under the protocol %s',
  (name) => {
    const { protocol } = shipped(name);
    const numbers = protocol.stages.map(({ number }) => number);
    const answering = protocol.stages.filter(({ needs }) => needs !== 'report-only').map(({ number }) => number);
    let council: Council;
    beforeAll(async () => {
      council = await Council.begin(name);
    });
    afterAll(() => council.end());

    const formal = (over: object = {}) => Walk.begin(council, name, { theme: 'PLACE', ...over });
    const impact = ['plan-moving'];

    it.each(answering)('it is resolved at stage %i, and reopened', async (stage) => {
      const walk = await formal();
      await walk.climbedTo(stage);
      await walk.answered();
      await walk.judged('satisfied');
      await walk.actionsDone();
      await walk.act('Iris', 'resolve', { outcome: 'RES-FULL', impact });
      expect(await walk.now()).toMatchObject({ status: 'ended', ending: { how: 'resolved' }, stageReached: stage });
      await walk.act('Iris', 'reopen', { reason: 'It was not done after all.' });
      expect(await walk.now()).toMatchObject({ status: 'open' });
    });

    it.each(numbers)('it begins at stage %i, with a reason', async (stage) => {
      const walk = await formal({ stage, ...(stage > 1 ? { stageReason: 'She is at risk.' } : {}) });
      const { rounds } = await walk.now();
      expect(rounds).toHaveLength(1);
      expect(rounds[0]).toMatchObject({ stage, addressedTo: [...protocol.stages[stage - 1]!.addressees] });
    });

    it('it climbs to the top and no agreement is reached: a stalemate', async () => {
      const walk = await formal();
      await walk.climbedTo(numbers.at(-1)!);
      await walk.answered();
      await walk.judged('not');
      await walk.act('Iris', 'record-stalemate', { reason: 'We do not agree.', impact: ['no-change-yet'] });
      expect(await walk.now()).toMatchObject({
        ending: { how: 'stalemate', outcome: 'UNRES' },
        stageReached: numbers.at(-1),
      });
    });

    it('it is withdrawn', async () => {
      const walk = await formal();
      await walk.act('Iris', 'withdraw', { reason: 'The facts were wrong.' });
      expect(await walk.now()).toMatchObject({ ending: { how: 'withdrawn', outcome: 'WDRAWN' } });
    });

    it('it is voided', async () => {
      const walk = await formal();
      await walk.act('Iris', 'void', { because: 'raised-in-error', reason: 'It is about another child.' });
      expect(await walk.now()).toMatchObject({ ending: { how: 'voided', outcome: 'VOID' } });
    });

    it('it ends because the child is no longer in care', async () => {
      const walk = await formal();
      await council.done('Beth', '/children/C1/leave-care', { on: '2023-04-03', because: 'adopted' });
      await walk.act('Iris', 'end-otherwise', { outcome: 'ENDED-CARE', reason: 'She was adopted.', impact });
      await council.done('Beth', '/children/C1/come-back-into-care', { on: '2023-04-03' });
      expect(await walk.now()).toMatchObject({ ending: { how: 'ended-otherwise', outcome: 'ENDED-CARE' } });
    });

    it('Cafcass is told beside it, the ladder goes on, and it ends with Cafcass', async () => {
      const walk = await formal();
      await walk.act('Iris', 'refer-to-cafcass', {
        grounds: 'Regulation 45.',
        legalAdviceTaken: true,
        told: ['iro-manager'],
        sentOn: '2023-04-03',
      });
      await walk.answered();
      await walk.act('Iris', 'record-cafcass-reply', { repliedOn: '2023-04-03', reply: 'issues-proceedings' });
      expect(await walk.now()).toMatchObject({ status: 'open', cafcass: [{ reply: 'issues-proceedings' }] });
      await walk.act('Iris', 'end-otherwise', { outcome: 'TO-CAF', reason: 'The court decides.', impact });
      expect(await walk.now()).toMatchObject({ ending: { how: 'ended-otherwise', outcome: 'TO-CAF' } });
    });

    it('it is settled informally or continued formally, where there is an informal stage', async () => {
      if (!protocol.informal) {
        const refused = await council.post('Iris', '/disputes', aConcern({ kind: 'informal' }));
        expect(refused.status).toBe(409);
        return;
      }
      const settled = await formal({ kind: 'informal' });
      await settled.answered();
      await settled.judged('satisfied');
      await settled.actionsDone();
      await settled.act('Iris', 'resolve', { outcome: 'RES-FULL', impact });
      expect(await settled.now()).toMatchObject({ kind: 'informal', ending: { how: 'resolved' }, stageReached: 0 });

      const continued = await formal({ kind: 'informal' });
      await continued.act('Iris', 'formalise', {
        reason: 'Nothing has come of it.',
        ...(needsMeeting(protocol.stages[0]!) ? { meetingOn: MEETING } : {}),
      });
      expect(await continued.now()).toMatchObject({ ending: { how: 'formalised' } });
    });
  },
);

describe('the Alerts Protocol of 2017, whose judges change on the way up', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('alerts-2017');
  });
  afterAll(() => council.end());

  const begin = (theme: string) => Walk.begin(council, 'alerts-2017', { theme });
  const judge = (verdict: string) => ({ verdict, reason: 'As it stands today.' });
  const refused = async (walk: Walk, person: string, act: string, body: object): Promise<string> =>
    (await council.post<{ code: string }>(person, `/disputes/${walk.reference}/${act}`, body)).body.code;

  it('asks the IRO at stage 1, and the service manager for QA sends it on', async () => {
    const walk = await begin('HEALTH');
    await walk.act('Alma', 'answer', anAnswer());
    expect((await walk.now()).waitingFor).toMatchObject({ what: 'judgement', roles: ['iro'] });
    expect(await refused(walk, 'Quentin', 'judge', judge('not'))).toBe('judging-not-yours');
    await walk.act('Iris', 'judge', judge('not'));
    expect((await walk.now()).waitingFor).toMatchObject({ what: 'decision', roles: ['iro', 'qa-service-manager'] });
    await walk.act('Queenie', 'escalate', { reason: 'It is not settled.' });
    expect((await walk.now()).rounds[1]).toMatchObject({
      stage: 2,
      addressedTo: ['head-of-service'],
      copiedTo: ['team-manager', 'assistant-team-manager', 'social-worker'],
      alsoTold: ['head-of-qa'],
    });
  });

  it('at stage 2 goes up when three are dissatisfied, and is settled when two of them are satisfied', async () => {
    const up = await begin('EDUC');
    await up.climbedTo(2);
    await up.act('Hana', 'answer', anAnswer());
    await up.act('Iris', 'judge', judge('not'));
    await up.act('Quentin', 'judge', judge('partly'));
    expect(await refused(up, 'Quentin', 'escalate', { reason: 'x' })).toBe('not-ready-to-escalate');
    await up.act('Queenie', 'judge', judge('not'));
    await up.act('Quentin', 'escalate', { reason: 'Three of us are not satisfied.' });
    expect(await up.now()).toMatchObject({ stageReached: 3 });

    const settled = await begin('LIFE');
    await settled.climbedTo(2);
    await settled.act('Hana', 'answer', anAnswer({ actions: [] }));
    await settled.act('Iris', 'judge', judge('satisfied'));
    await settled.act('Quentin', 'judge', judge('satisfied'));
    await settled.act('Iris', 'resolve', { outcome: 'RES-FULL', impact: ['plan-moving'] });
    expect(await settled.now()).toMatchObject({ ending: { how: 'resolved', iroDissents: false } });
  });

  it('from stage 3 is the head of QA’s to judge; the IRO’s dissent stands, and the way to Cafcass is open', async () => {
    const walk = await begin('FAMILY');
    await walk.climbedTo(3);
    await walk.act('Edith', 'answer', anAnswer({ actions: [] }));
    expect(await refused(walk, 'Iris', 'judge', judge('not'))).toBe('judging-not-yours');
    await walk.act('Iris', 'record-iro-view', { view: 'not', reason: 'The plan still drifts.' });
    await walk.act('Quentin', 'judge', judge('satisfied'));
    await walk.act('Quentin', 'resolve', { outcome: 'RES-FULL', impact: ['plan-moving'] });
    expect(await walk.now()).toMatchObject({ ending: { how: 'resolved', iroDissents: true }, iroView: 'not' });
    await walk.act('Iris', 'refer-to-cafcass', {
      grounds: 'Regulation 45.',
      legalAdviceTaken: false,
      told: [],
      sentOn: '2023-04-03',
    });
  });

  it('is taken up by silence, stage after stage, to the report that nobody answers', async () => {
    const walk = await begin('VISIT');
    // Five working days each from Monday 3 April, over Easter; each stage begins just after midnight, when the one below ran out.
    for (const [instant, stage] of [
      ['2023-04-12T22:59:00.000Z', 1],
      ['2023-04-12T23:01:00.000Z', 2],
      ['2023-04-19T23:01:00.000Z', 2],
      ['2023-04-20T23:01:00.000Z', 3],
      ['2023-04-27T23:01:00.000Z', 3],
      ['2023-04-28T23:01:00.000Z', 4],
      ['2023-06-30T12:00:00.000Z', 4],
    ] as const) {
      council.at(instant);
      await council.app.get(DeadlineKeeper).sweep();
      await council.caughtUp();
      expect([instant, (await walk.now()).stageReached]).toEqual([instant, stage]);
    }
    const { status, waitingFor, rounds, totalCap } = await walk.now();
    expect({ status, waitingFor }).toMatchObject({
      status: 'open',
      waitingFor: { what: 'decision', roles: ['iro', 'head-of-qa'], dueOn: null },
    });
    expect(rounds.map(({ deadline }) => deadline?.rule)).toEqual([
      '5 working days, stage 1',
      '5 working days, stage 2',
      '5 working days, stage 3',
      'none set',
    ]);
    expect(totalCap).toMatchObject({ missed: true });
    const { body } = await council.get<HistoryDto>('Iris', `/disputes/${walk.reference}/events`);
    expect(body.entries.map(({ what }) => what).filter((what) => what.endsWith('Passed'))).toEqual([
      'AnswerDeadlinePassed',
      'AnswerDeadlinePassed',
      'AnswerDeadlinePassed',
      'TotalCapPassed',
    ]);
    expect(body.entries.filter(({ what }) => what === 'DisputeEscalated').map(({ by }) => by.person.id)).toEqual([
      'clock',
      'clock',
      'clock',
    ]);
  });
});
