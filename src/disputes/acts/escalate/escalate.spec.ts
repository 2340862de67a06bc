import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { by, given } from '../../../../test/support/given.js';
import type { Escalate } from './escalate.js';
import type { PostKind, Protocol } from '../../../protocol/protocol.js';
import type { DisputeEvent } from '../../events.js';

const escalate: Escalate = { type: 'escalate', toStage: null, reason: 'There is still no date.', meetingOn: null };
const byTheIro = Controls.context(Controls.iro);
const late = Controls.context(Controls.iro, { now: Controls.afterDue });
const answered = [...Controls.disputeRaised(), by(Controls.teamManager, Controls.answerGiven())];
const rejected = [...answered, Controls.answerRejected()];
const atTheTop = Controls.disputeRaised({
  stage: { ladder: 'main', number: 3, countsAs: 'formal', code: '3', name: 'Stage 3', reason: 'Grave' },
});

describe('Escalating', () => {
  it('goes to the next stage when the answer is not accepted, with a clock of its own', () => {
    const [up, clock] = Controls.escalated();
    given(...rejected)
      .when(escalate, byTheIro)
      .then(up!, { ...clock!, data: { ...clock!.data, rule: '5 working days, stage 2' } } as typeof clock & object);
  });

  it('goes up when no answer came in time: silence leads up, never to closure', () => {
    const [up] = given(...Controls.disputeRaised())
      .when(escalate, late)
      .events();
    expect(up).toMatchObject({ data: { because: 'no-answer', adviceGiven: [] } });
  });

  it('counts the answer as missing from the first minute after the due day in London', () => {
    const atMidnight = Controls.context(Controls.iro, { now: '2022-04-25T23:00:00.000Z' });
    const aMinuteBefore = Controls.context(Controls.iro, { now: '2022-04-25T22:59:00.000Z' });
    const because = (context: typeof late) =>
      given(...Controls.disputeRaised())
        .when(escalate, context)
        .events()[0];
    expect(because(atMidnight)).toMatchObject({ data: { because: 'no-answer' } });
    expect(because(aMinuteBefore)).toMatchObject({ data: { because: 'bypassed' } });
  });

  it('goes to the post above that both versions have, wherever a protocol that came since has it', () => {
    const ladder = (...posts: PostKind[]): Protocol =>
      Controls.protocol({ stages: posts.map((post, index) => Controls.stage(index + 1, post)) });
    const raisedAt = (number: number, post: PostKind): DisputeEvent[] =>
      Controls.disputeRaised({
        stage: {
          ladder: 'main',
          number,
          countsAs: 'formal',
          code: `${number}`,
          name: `Stage ${number}`,
          reason: 'Grave',
        },
        addressee: { posts: [post], team: 'through-care-3', copiedTo: [] },
      });
    const four = ladder('team-manager', 'service-manager', 'assistant-director', 'director');
    const three = ladder('team-manager', 'service-manager', 'director');
    const up = (story: DisputeEvent[], before: Protocol, since: Protocol) => {
      const context = Controls.context(Controls.iro, { now: Controls.afterDue, protocols: [before, since] });
      return given(...story).when(escalate, context);
    };
    const begun = (number: number, post: PostKind, protocolVersion: number) => ({
      type: 'DisputeEscalated',
      data: { to: { number }, addressee: { posts: [post] }, protocolVersion, skipped: [] },
    });
    const atThree = raisedAt(3, 'assistant-director');
    // Shorter: the director has the number of the stage that ended, so it goes on as it began.
    expect(up(atThree, four, three).events()[0]).toMatchObject(begun(4, 'director', 1));
    // Longer: the assistant director is not asked twice.
    const atTwo = raisedAt(2, 'assistant-director');
    const two = ladder('team-manager', 'assistant-director', 'director');
    expect(up(atTwo, two, four).events()[0]).toMatchObject(begun(4, 'director', 2));
    expect(up(raisedAt(1, 'team-manager'), four, three).events()[0]).toMatchObject(begun(2, 'service-manager', 2));
    // Nobody is above any more.
    up(atThree, four, ladder('team-manager', 'service-manager', 'assistant-director')).thenRefuses('top-of-ladder');
    up(raisedAt(3, 'director'), three, four).thenRefuses('top-of-ladder');
    // One of several at the top, as in a challenge meeting: the others have not heard of it.
    const withMeeting = Controls.protocol({
      stages: [
        ...[Controls.stage(1, 'team-manager'), Controls.stage(2, 'service-manager'), Controls.stage(3, 'iro-manager')],
        Controls.stage(4, 'agency-decision-maker', { addressees: ['agency-decision-maker', 'assistant-director'] }),
      ],
    });
    expect(up(atThree, four, withMeeting).events()[0]).toMatchObject({
      data: { to: { number: 4 }, protocolVersion: 2 },
    });
    const inThree = Controls.protocol({
      stages: [
        ...[Controls.stage(1, 'team-manager'), Controls.stage(2, 'service-manager')],
        Controls.stage(3, 'agency-decision-maker', { addressees: ['agency-decision-maker', 'assistant-director'] }),
      ],
    });
    up(atThree, four, inThree).thenRefuses('top-of-ladder');
  });

  it('may leave out stages, which are named', () => {
    const [up] = given(...rejected)
      .when({ ...escalate, toStage: 3 }, byTheIro)
      .events();
    expect(up).toMatchObject({
      data: { from: 1, to: { number: 3, reason: 'There is still no date.' }, skipped: [2], because: 'not-satisfied' },
    });
  });

  it('needs a reason', () => {
    given(...rejected)
      .when({ ...escalate, reason: ' ' }, byTheIro)
      .thenRefuses('words-missing');
  });

  it('lets the IRO bypass a stage at any time, and says that the stage had not run its course', () => {
    const [up] = given(...Controls.disputeRaised())
      .when(escalate, byTheIro)
      .events();
    expect(up).toMatchObject({ data: { because: 'bypassed', adviceGiven: [{ code: 'bypassed' }] } });
  });

  it('takes the rules in force today for the stage it goes to', () => {
    const quicker = Controls.protocol({
      stages: [
        Controls.stage(1, 'team-manager'),
        Controls.stage(2, 'head-of-service', { clock: { unit: 'working-days', amount: 2 } }),
      ],
    });
    const context = Controls.context(Controls.iro, { protocols: [Controls.protocol(), quicker] });
    given(...rejected)
      .when(escalate, context)
      .thenAmong({
        type: 'AnswerDeadlineSet',
        data: expect.objectContaining({ protocolVersion: 2, dueOn: '2022-04-20' }) as object,
      });
  });

  it('takes the date of the meeting by hand where a meeting times the next stage', () => {
    const stages = [
      Controls.stage(1, 'team-manager'),
      Controls.stage(2, 'assistant-director', { clock: { unit: 'meeting' } }),
    ];
    const context = Controls.context(Controls.iro, { protocol: Controls.protocol({ stages }) });
    given(...rejected)
      .when({ ...escalate, meetingOn: '2022-05-03' }, context)
      .thenAmong({
        type: 'AnswerDeadlineSet',
        data: expect.objectContaining({ stage: 2, firstDueOn: '2022-05-03' }) as object,
      });
  });

  it('takes none where it does not', () => {
    given(...rejected)
      .when({ ...escalate, meetingOn: '2022-05-03' }, byTheIro)
      .thenRefuses('meeting-not-needed');
  });

  it('goes up only', () => {
    for (const toStage of [0, 1]) {
      given(...rejected)
        .when({ ...escalate, toStage }, byTheIro)
        .thenRefuses('not-higher');
    }
  });

  it('ends at the top of the ladder', () => {
    given(...rejected)
      .when({ ...escalate, toStage: 4 }, byTheIro)
      .thenRefuses('no-such-stage');
    given(...atTheTop)
      .when(escalate, byTheIro)
      .thenRefuses('top-of-ladder');
    const said = (context: typeof byTheIro): string | undefined =>
      given(...atTheTop)
        .when(escalate, context)
        .refusal().message;
    expect(said(byTheIro)).toContain('Refer to Cafcass');
    expect(said({ ...byTheIro, actor: { ...Controls.chair, person: Controls.iro.person } })).not.toContain('Cafcass');
  });

  it('is not how an informal dispute goes up', () => {
    given(...Controls.informalRaised())
      .when(escalate, byTheIro)
      .thenRefuses('informal-goes-up-as-formal');
  });

  it('is not for managers', () => {
    for (const who of [Controls.teamManager, Controls.serviceManager, Controls.commandLine]) {
      given(...rejected)
        .when(escalate, Controls.context(who))
        .thenRefuses('escalating-not-yours');
    }
  });

  it('may rest with others than the IRO, who are warned of nothing; the IRO is', () => {
    const protocol = Controls.protocolWithStage({ escalatedBy: ['head-of-qa'] });
    const adviceTo = (who: typeof Controls.iro) =>
      given(...rejected)
        .when(escalate, Controls.context(who, { protocol }))
        .events()[0];
    expect(adviceTo(Controls.headOfQa)).toMatchObject({ data: { adviceGiven: [] } });
    expect(adviceTo(Controls.iro)).toMatchObject({ data: { adviceGiven: [{ code: 'escalated-by-others' }] } });
  });

  it('waits, for those others, until the answer is not accepted or does not come', () => {
    const protocol = Controls.protocolWithStage({ escalatedBy: ['head-of-qa'] });
    const byHeadOfQa = Controls.context(Controls.headOfQa, { protocol });
    given(...answered)
      .when(escalate, byHeadOfQa)
      .thenRefuses('not-ready-to-escalate');
    given(...Controls.disputeRaised())
      .when(escalate, byHeadOfQa)
      .thenRefuses('not-ready-to-escalate');
  });

  it('needs each of those who must be dissatisfied', () => {
    const protocol = Controls.protocolWithStage({
      judges: ['iro', 'head-of-qa'],
      escalationJudges: ['iro', 'qa-service-manager', 'head-of-qa'],
      escalatedBy: ['head-of-qa'],
    });
    const byHeadOfQa = Controls.context(Controls.headOfQa, { protocol });
    const two = [...answered, Controls.answerRejected(1, 'iro'), Controls.answerRejected(1, 'head-of-qa')];
    given(...two)
      .when(escalate, byHeadOfQa)
      .thenRefuses('not-ready-to-escalate');
    const [up] = given(...two, Controls.answerRejected(1, 'qa-service-manager'))
      .when(escalate, byHeadOfQa)
      .events();
    expect(up).toMatchObject({ data: { because: 'not-satisfied' } });
  });

  it('is the IRO’s to decide where the judges differ, and nobody else’s', () => {
    const protocol = Controls.protocolWithStage({
      ...{ judges: ['iro', 'head-of-qa'], escalationJudges: ['iro', 'head-of-qa'], escalatedBy: ['head-of-qa'] },
    });
    const differ = [
      ...[...Controls.disputeRaised(), by(Controls.teamManager, Controls.answerGiven())],
      ...[Controls.answerAccepted(), Controls.answerRejected(1, 'head-of-qa')],
    ];
    given(...differ)
      .when(escalate, Controls.context(Controls.headOfQa, { protocol }))
      .thenRefuses('not-ready-to-escalate');
    const [escalated] = given(...differ)
      .when(escalate, Controls.context(Controls.iro, { protocol }))
      .events();
    expect(escalated).toMatchObject({ data: { because: 'not-satisfied' } });
  });

  it('is chased first where the protocol says so; the IRO is reminded, others must', () => {
    const protocol = Controls.protocolWithStage({ onSilence: 'chase-then-ask', escalatedBy: ['iro', 'iro-manager'] });
    const by = (who: typeof Controls.iro) => Controls.context(who, { protocol, now: Controls.afterDue });
    const [up] = given(...Controls.disputeRaised())
      .when(escalate, by(Controls.iro))
      .events();
    expect(up).toMatchObject({ data: { because: 'no-answer', adviceGiven: [{ code: 'not-chased' }] } });
    given(...Controls.disputeRaised())
      .when(escalate, by(Controls.iroManager))
      .thenRefuses('chase-first');
    const chased = { type: 'AnswerChased' as const, data: { how: 'By telephone' } };
    given(...Controls.disputeRaised(), chased)
      .when(escalate, by(Controls.iroManager))
      .thenAmong({ type: 'DisputeEscalated', data: expect.objectContaining({ because: 'no-answer' }) as object });
  });

  it('waits for the IRO where silence alone does not count as not accepted', () => {
    const protocol = Controls.protocolWithStage({ silenceIsNotAccepted: false, escalatedBy: ['iro', 'iro-manager'] });
    given(...Controls.disputeRaised())
      .when(escalate, Controls.context(Controls.iroManager, { protocol, now: Controls.afterDue }))
      .thenRefuses('not-ready-to-escalate');
  });

  it('is never stopped by a cap on the total', () => {
    const totalCap = { amount: 1, unit: 'working-days' as const, rule: 'block' as const, stages: 'formal' as const };
    const context = Controls.context(Controls.iro, {
      protocol: Controls.protocol({ totalCap }),
      now: Controls.afterDue,
    });
    given(...rejected)
      .when(escalate, context)
      .thenAmong({ type: 'DisputeEscalated', data: expect.anything() as object });
  });

  it('is not held up by an answer to the stage below that was not accepted', () => {
    const lateAnswer = by(Controls.teamManager, Controls.answerGiven(), Controls.afterDue);
    const protocol = Controls.protocol({
      stages: [1, 2, 3].map((number) =>
        Controls.stage(number, number === 1 ? 'team-manager' : 'service-manager', { escalatedBy: ['head-of-qa'] }),
      ),
    });
    given(...Controls.disputeRaised(), ...Controls.escalated(), lateAnswer, Controls.answerRejected(1))
      .when(escalate, Controls.context(Controls.headOfQa, { protocol }))
      .thenRefuses('not-ready-to-escalate');
  });

  describe('by the program', () => {
    const protocol = Controls.protocolWithStage({ onSilence: 'escalate', escalatedBy: ['head-of-qa'] });
    const theClock = (choice = {}) => Controls.context(Controls.clock, { protocol, now: Controls.afterDue, ...choice });
    const passed: DisputeEvent = {
      type: 'AnswerDeadlinePassed',
      data: { round: 1, stage: 1, dueOn: Controls.dueOn, dueAt: '2022-04-25T23:00:00.000Z', onSilence: 'escalate' },
    };

    it('goes to the next stage once the passing of the date is on record', () => {
      const [up] = given(...Controls.disputeRaised(), passed)
        .when({ ...escalate, toStage: 3 }, theClock())
        .events();
      expect(up).toMatchObject({ data: { to: { number: 2 }, skipped: [], because: 'no-answer', adviceGiven: [] } });
      given(...Controls.disputeRaised())
        .when(escalate, theClock())
        .thenRefuses('silence-has-not-run-out');
    });

    it('is for the stages of which the protocol says so', () => {
      for (const onSilence of ['ask-the-judge', 'chase-then-ask'] as const)
        given(...Controls.disputeRaised(), passed)
          .when(escalate, theClock({ protocol: Controls.protocolWithStage({ onSilence }) }))
          .thenRefuses('silence-has-not-run-out');
    });

    it('is not for what has been answered since, however late', () => {
      given(...Controls.disputeRaised(), passed, by(Controls.teamManager, Controls.answerGiven(), Controls.afterDue))
        .when(escalate, theClock())
        .thenRefuses('silence-has-not-run-out');
    });

    it('is for the clock and no other program', () => {
      given(...Controls.disputeRaised(), passed)
        .when(escalate, theClock({}))
        .thenAmong({ type: 'DisputeEscalated', data: expect.anything() as object });
      given(...Controls.disputeRaised(), passed)
        .when(escalate, Controls.context(Controls.commandLine, { protocol, now: Controls.afterDue }))
        .thenRefuses('escalating-not-yours');
    });

    it('ends at the top of the ladder, where the judge is asked', () => {
      const top = Controls.protocol({ stages: [Controls.stage(1, 'team-manager', { onSilence: 'escalate' })] });
      given(...Controls.disputeRaised(), passed)
        .when(escalate, theClock({ protocol: top }))
        .thenRefuses('top-of-ladder');
    });
  });
});
