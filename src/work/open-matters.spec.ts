import { describe, expect, it } from '@jest/globals';
import type { CafcassReply, DisputeEvent } from '../disputes/events.js';
import type { PostKind, Protocol } from '../protocol/protocol.js';
import type { RecommendationsSent } from '../reviews/recommendations/events.js';
import { Controls } from '../../test/support/controls.js';
import { dispute, post, protocolAdopted, readingAt, team } from '../../test/support/leaders.js';
import { Meetings } from '../../test/support/meetings.js';
import { readModelsOf, type Story } from '../../test/support/read-models.js';
import { registerOf } from '../../test/support/registers.js';
import { openMatters } from './open-matters.js';

const TEAM = 'through-care-3';
const OTHER = 'through-care-4';
const LEFT = { until: '2022-04-20' };
type Name = keyof typeof SEATS;

const SEATS = {
  manager: ['team-manager', TEAM],
  deputy: ['assistant-team-manager', TEAM],
  'other-manager': ['team-manager', OTHER],
  'manager-of-service': ['service-manager', null],
  iro: ['iro', null],
  'other-iro': ['iro', null],
  chair: ['conference-chair', null],
  lane: ['iro-manager', null],
  wynn: ['head-of-qa', null],
  hart: ['director', null],
  ford: ['business-support', null],
} as const satisfies Readonly<Record<string, readonly [PostKind, string | null]>>;

/** Of whom each open matter is asked on 26 April, in a council where these people hold their posts, and these left on 20 April. */
const asked = async (
  stories: readonly Story[],
  {
    held = ['manager', 'iro', 'lane'] as readonly Name[],
    left = [] as readonly Name[],
    protocol = Controls.protocol(),
  } = {},
): Promise<string[]> => {
  const seat = (name: Name, more?: { until?: string }): Story[] => {
    const [kind, of] = SEATS[name];
    return post(kind, of, name, { ...more, ...(kind === 'service-manager' ? { service: 'care' } : {}) });
  };
  const models = await readModelsOf(
    protocolAdopted(protocol),
    team(TEAM, 'Through Care 3', 'care'),
    team(OTHER, 'Through Care 4', 'care'),
    ...held.flatMap((name) => seat(name)),
    ...left.flatMap((name) => seat(name, LEFT)),
    ...stories,
  );
  const matters = openMatters(readingAt(models, Controls.afterDue, protocol));
  await models.close();
  return matters.map(({ what, shown, actionId, asked: people }) => {
    const each = people.map(({ person, mayRead }) => (mayRead ? person : `${person} unread`));
    return `${[what, shown.reference, actionId].filter((part) => part !== null).join(' ')}: ${each.join(', ')}`;
  });
};

const subject = { ...Controls.subject, iro: 'iro' };
const raised = (...more: DisputeEvent[]): Story =>
  dispute('D', ...Controls.disputeRaised({ reference: 'D', subject }), ...more);
const withDate = (dueOn: string): DisputeEvent[] => [
  Controls.formalDisputeRaised({ reference: 'D', subject }),
  Controls.deadlineSet({ dueOn }),
];
const restrictedTo = (...readers: string[]): DisputeEvent => ({
  type: 'DisputeRestricted',
  data: { readers, reason: 'A colleague.' },
});
const agreed = (owner: { who: string; person?: string }, by: string | null = '2022-05-10'): DisputeEvent => ({
  type: 'ActionAgreed',
  data: { action: { actionId: 'A1', what: 'Book it', ...owner, by } },
});
const childStory = (...events: { type: string; data: object }[]): Story => ({
  stream: `child-${subject.children[0]}`,
  events: [
    {
      type: 'ChildRegistered',
      data: {
        childId: subject.children[0],
        initials: null,
        bornOn: '2012-02-01',
        population: 'looked-after',
        fromRegister: false,
      },
    },
    ...events,
  ],
});
const allocatedTo = (iro: string | null) => ({ type: 'ChildAllocated', data: { team: TEAM, iro, from: null } });

describe('A dispute about siblings with two teams', () => {
  const addressee = { team: TEAM, alsoTeams: [OTHER], posts: ['team-manager' as const] };
  const ofBoth = (...more: DisputeEvent[]): Story =>
    dispute('D', ...Controls.disputeRaised({ reference: 'D', subject, addressee }), ...more);
  const answered = Controls.partlyAnswered({ forTeams: [TEAM], wholeForTeams: [TEAM] });
  const held = ['manager', 'other-manager', 'manager-of-service', 'iro', 'lane'] as const;

  it('is asked of both managers, and of the one who has not answered', async () => {
    expect(await asked([ofBoth()], { held })).toContain('answer D: manager, other-manager');
    expect(await asked([ofBoth(answered)], { held })).toContain('answer D: other-manager');
  });

  it('is asked of each manager to say that it has arrived, until theirs has said so', async () => {
    const dated: DisputeEvent = {
      type: 'ReceiptDeadlineSet',
      data: {
        round: 1,
        startedOn: Controls.today,
        dueOn: '2022-05-09',
        dueAt: '2022-05-09T23:00:00.000Z',
        rule: '1 day',
      },
    };
    const said = (team: string, complete: boolean): DisputeEvent => ({
      type: 'ReceiptAcknowledged',
      data: { round: 1, role: 'team-manager', note: null, forTeams: [team], complete },
    });
    const receiptOf = async (...more: DisputeEvent[]) =>
      (await asked([ofBoth(dated, ...more)], { held })).filter((each) => each.startsWith('acknowledge'));
    expect(await receiptOf()).toEqual(['acknowledge D: manager, other-manager']);
    expect(await receiptOf(said(OTHER, false))).toEqual(['acknowledge D: manager']);
    expect(await receiptOf(answered)).toEqual(['acknowledge D: other-manager']);
    expect(await receiptOf(said(OTHER, false), said(TEAM, true))).toEqual([]);
  });

  it('is asked of the next stage up where the post of one of the teams is vacant', async () => {
    const vacant = ['manager', 'manager-of-service', 'iro', 'lane'] as const;
    expect(await asked([ofBoth()], { held: vacant })).toEqual(
      expect.arrayContaining(['answer D: manager', 'fill-vacancy D: manager-of-service']),
    );
  });
});

describe('The work on an informal dispute that a restricted formal one continues', () => {
  it('is asked of those alone who may read the formal one: they are one matter', async () => {
    const formalised: DisputeEvent = { type: 'DisputeFormalised', data: { formal: 'F', reason: 'No answer helped.' } };
    const action = agreed({ who: 'The manager', person: 'manager' });
    const informal = dispute(
      'D',
      ...Controls.informalRaised({ reference: 'D', subject }),
      Controls.answerGiven({ stage: 0 }),
      action,
      formalised,
    );
    const formal = (...more: DisputeEvent[]): Story =>
      dispute('F', ...Controls.disputeRaised({ reference: 'F', subject }), ...more);
    const ofTheAction = async (...stories: Story[]) =>
      (await asked(stories)).filter((each) => each.startsWith('action'));
    expect(await ofTheAction(informal, formal())).toEqual(['action D A1: manager']);
    expect(await ofTheAction(informal, formal(restrictedTo('wynn')))).toEqual(['action D A1: iro']);
  });
});

describe('An open dispute is asked', () => {
  it('of those whose turn it is, while they are in office', async () => {
    expect(await asked([dispute('D', ...withDate('2022-05-10'))])).toEqual(['answer D: manager']);
    expect(await asked([raised(Controls.answerGiven())])).toEqual(['judge D: iro', 'waits-long D: lane']);
  });

  it('of nobody to chase an answer that they are asked for themselves', async () => {
    const protocol = Controls.protocolWithStage({ escalatedBy: ['team-manager'] });
    expect(await asked([dispute('D', ...withDate('2022-04-25'))], { protocol })).toEqual([
      'answer D: manager',
      'chase D: iro',
    ]);
  });

  it('of its IRO: to judge an answer that came late, after it went up, until they have', async () => {
    const late = Controls.answerGiven({ standing: 'awaiting-answer' });
    const not: DisputeEvent = {
      type: 'AnswerRejected',
      data: { round: 1, role: 'iro', verdict: 'not', reason: 'There is no date.', standing: 'awaiting-answer' },
    };
    const held = ['manager', 'manager-of-service', 'iro', 'lane'] as const;
    expect(await asked([raised(...Controls.escalated(), late)], { held })).toEqual(
      expect.arrayContaining(['judge-late-answer D: iro', 'answer D: manager-of-service']),
    );
    const judged = await asked([raised(...Controls.escalated(), late, not)], { held });
    expect(judged.filter((each) => each.startsWith('judge'))).toEqual([]);
    const without = { held: ['manager', 'manager-of-service', 'lane'] as const, left: ['iro'] as const };
    expect(await asked([raised(...Controls.escalated(), late)], without)).toContain('hand-over D: lane');
  });

  it('of those who judged an answer that came late: to close it, and not of the judges of the stage above', async () => {
    const [first, second, ...others] = Controls.protocol().stages;
    const judges = ['iro', 'head-of-qa'] as const;
    const protocol = Controls.protocol({ stages: [first!, { ...second!, judges }, ...others] });
    const held = ['manager', 'manager-of-service', 'iro', 'lane', 'wynn'] as const;
    const late = Controls.answerGiven({ standing: 'awaiting-answer' });
    const close = await asked([raised(...Controls.escalated(), late, Controls.answerAccepted(1))], { held, protocol });
    expect(close.filter((each) => each.startsWith('close'))).toEqual(['close D: iro']);
  });

  it('of the IRO manager, if its IRO has left: to hand it over, whatever it waits for', async () => {
    const without = { held: ['manager', 'lane'] as const, left: ['iro'] as const };
    expect(await asked([dispute('D', ...withDate('2022-05-10'))], without)).toEqual([
      'answer D: manager',
      'hand-over D: lane',
    ]);
    expect(await asked([raised(Controls.answerGiven())], without)).toEqual(['hand-over D: lane']);
  });

  it('of the head of quality assurance, if nobody is the IRO manager; of every leader, unread, if nobody is that either', async () => {
    const story = [raised(Controls.answerGiven())];
    expect(await asked(story, { held: ['wynn', 'hart'], left: ['iro', 'lane'] })).toEqual(['hand-over D: wynn']);
    const leaders = { held: ['hart', 'other-iro'], left: ['iro', 'lane', 'wynn'] } as const;
    expect(await asked(story, leaders)).toEqual(['hand-over D: hart unread']);
    expect(await asked(story, { held: [], left: ['iro'] })).toEqual(['hand-over D: ']);
  });

  it('of leaders, where nobody of the service is left to whom they could give it: to fill the posts', async () => {
    const gone = { held: ['hart'], left: ['iro', 'lane', 'wynn'] } as const;
    expect(await asked([raised(Controls.answerGiven())], gone)).toEqual(['fill-vacancy D: hart unread']);
    const rows = registerOf('r', { disputes: [{ iro: 'iro', children: subject.children, team: TEAM }], covers: [] });
    expect(await asked([...rows, childStory(allocatedTo(null))], gone)).toEqual([
      'fill-vacancy r-0: hart unread',
      `fill-vacancy ${subject.children[0]}: hart unread`,
    ]);
  });

  it('of the next stage up whose holder may read it, if the post that must answer is vacant; else of the last resort', async () => {
    const story = [dispute('D', ...withDate('2022-05-10'))];
    expect(await asked(story, { held: ['iro', 'lane', 'manager-of-service'], left: ['manager'] })).toEqual([
      'fill-vacancy D: manager-of-service',
    ]);
    // A director is above too, and reads no dispute that has not come to them.
    expect(await asked(story, { held: ['iro', 'lane', 'hart'], left: ['manager'] })).toEqual(['fill-vacancy D: lane']);
  });

  it('of those above as well, if one of several posts that must all answer is vacant', async () => {
    const protocol = Controls.protocolWithStage({
      addressees: ['team-manager', 'assistant-team-manager'],
      answeredBy: 'all',
    });
    const posts: PostKind[] = ['team-manager', 'assistant-team-manager'];
    const story = dispute(
      'D',
      Controls.formalDisputeRaised({ reference: 'D', subject, addressee: { team: TEAM, posts } }),
      Controls.deadlineSet({ dueOn: '2022-05-10' }),
    );
    expect(await asked([story], { left: ['deputy'], protocol })).toEqual(['answer D: manager', 'fill-vacancy D: lane']);
    expect(await asked([story], { held: ['manager', 'deputy', 'iro', 'lane'], protocol })).toEqual([
      'answer D: manager, deputy',
    ]);
  });

  it('of those above, if the post of its judge is vacant', async () => {
    const protocol = Controls.protocolWithStage({ judges: ['service-manager'], escalationJudges: ['service-manager'] });
    expect(await asked([raised(Controls.answerGiven())], { left: ['manager-of-service'], protocol })).toEqual([
      'fill-vacancy D: lane',
    ]);
  });

  it('of the IRO manager, if agreement is not reached at the top and its IRO has left', async () => {
    const atTheTop = raised(
      Controls.answerGiven(),
      Controls.answerRejected(),
      {
        type: 'DisputeEscalated',
        data: {
          ...{
            from: 1,
            to: { ladder: 'main', number: 3, countsAs: 'formal', code: '3', name: 'Stage 3', reason: null },
            protocolVersion: 1,
            reason: 'No.',
          },
          ...{ addressee: { team: TEAM, posts: ['director'] }, because: 'not-satisfied', skipped: [], adviceGiven: [] },
        },
      },
      Controls.deadlineSet({ round: 2, stage: 3, why: 'escalated' }),
      Controls.answerGiven({ round: 2, stage: 3, role: 'director' }),
      Controls.answerRejected(2),
    );
    expect(await asked([atTheTop])).toEqual(['decide D: iro', 'waits-long D: lane']);
    expect(await asked([atTheTop], { held: ['lane'], left: ['iro'] })).toEqual(['hand-over D: lane']);
  });

  it('of whom the protocol lets give more time: the IRO manager, where it is they', async () => {
    const story = [dispute('D', ...withDate('2022-05-10'), Controls.extensionAsked('2022-05-12'))];
    const by = (grantedBy: PostKind[]): Protocol =>
      Controls.protocol({ extensions: { allowed: true, grantedBy, maximumWorkingDays: null } });
    expect(await asked(story, { protocol: by(['iro-manager']) })).toContain('decide-extension D: lane');
    expect(await asked(story, { protocol: by(['iro']) })).toContain('decide-extension D: iro');
    // Once the date has passed no later one can make up for it, so there is nothing to decide.
    const late = await asked([raised(Controls.extensionAsked('2022-05-12'))], { protocol: by(['iro-manager']) });
    expect(late.filter((each) => each.startsWith('decide-extension'))).toEqual([]);
  });

  it('of the IRO manager, or who stands in for them, where nobody holds the post that may give more time', async () => {
    const story = [dispute('D', ...withDate('2022-05-10'), Controls.extensionAsked('2022-05-12'))];
    const by = (grantedBy: PostKind[]): Protocol =>
      Controls.protocol({ extensions: { allowed: true, grantedBy, maximumWorkingDays: null } });
    expect(await asked(story, { protocol: by(['head-of-qa']) })).toContain('decide-extension D: lane');
    expect(await asked(story, { held: ['wynn'], left: ['lane'], protocol: by(['iro-manager']) })).toContain(
      'decide-extension D: wynn',
    );
  });

  it('of its IRO: by which day the meeting is that times its stage', async () => {
    const protocol = Controls.protocolWithStage({ clock: { unit: 'meeting' } });
    const story = dispute(
      'D',
      Controls.formalDisputeRaised({ reference: 'D', subject }),
      Controls.deadlineSet({ dueOn: null }),
    );
    expect(await asked([story], { protocol })).toEqual([
      ...['answer D: manager', 'set-meeting-date D: iro', 'waits-long D: lane'],
    ]);
  });

  it('of its IRO when a child turns 18 or leaves care, and with the IRO managers when one dies', async () => {
    const story = dispute('D', ...withDate('2022-05-10'));
    const left = childStory({ type: 'ChildLeftCare', data: { on: '2022-04-20', because: 'adopted' } });
    expect(await asked([story, left])).toEqual(['answer D: manager', 'decide-after-care D: iro']);
    expect(await asked([story, left], { held: ['manager', 'lane'], left: ['iro'] })).toEqual([
      ...['answer D: manager', 'hand-over D: lane'],
    ]);
    const died = childStory({ type: 'ChildDied', data: { on: '2022-04-20' } });
    expect(await asked([story, died])).toEqual(['decide-after-care D: iro, lane']);
    const answered = raised(Controls.answerGiven(), {
      type: 'DisputeFrozen',
      data: { from: '2022-04-20', reason: 'A death.' },
    });
    expect(await asked([answered, died])).toEqual(['decide-after-care D: iro, lane']);
    const frozen: DisputeEvent = { type: 'DisputeFrozen', data: { from: '2022-04-20', reason: 'A death.' } };
    const goesOn = raised(frozen, { type: 'DisputeUnfrozen', data: { reason: 'It matters to her brother.' } });
    expect(await asked([goesOn, died])).not.toContain('decide-after-care D: iro');
  });

  it('once none came for long where the stage has no date, of the same: nothing waits for ever', async () => {
    const held = ['manager', 'iro', 'lane', 'ford'] as const;
    const unset = Controls.deadlineSet({ dueOn: null, firstDueOn: null, dueAt: null });
    const story = dispute('D', Controls.formalDisputeRaised({ reference: 'D', subject }), unset);
    const stage = (unit: 'none' | 'meeting') => Controls.protocolWithStage({ clock: { unit } });
    expect(await asked([story], { held, protocol: stage('none') })).toEqual([
      ...['answer D: manager', 'chase D: iro, ford'],
    ]);
    // The day of a meeting is set instead.
    expect(await asked([story], { held, protocol: stage('meeting') })).toEqual([
      ...['answer D: manager', 'set-meeting-date D: iro', 'waits-long D: lane'],
    ]);
  });

  it('once no answer came, of those who may send it up, and of business support', async () => {
    const chased = { held: ['manager', 'iro', 'lane', 'ford'] as const };
    expect(await asked([raised()], chased)).toEqual(['answer D: manager', 'chase D: iro, ford']);
    // Business support chases once. A reminder before the date was none.
    const reminded = (at: string) => raised({ type: 'AnswerChased', data: { how: 'By telephone.' }, at } as never);
    expect(await asked([reminded('2022-04-26T08:00:00.000Z')], chased)).toContain('chase D: iro');
    expect(await asked([reminded('2022-04-22T08:00:00.000Z')], chased)).toContain('chase D: iro, ford');
    // Without an IRO business support can still remind them, and somebody must decide.
    expect(await asked([raised()], { held: ['manager', 'lane', 'ford'], left: ['iro'] })).toEqual([
      ...['answer D: manager', 'chase D: ford', 'hand-over D: lane'],
    ]);
  });
});

describe('A pause of the clock without a last day', () => {
  const paused = (on: string): DisputeEvent => ({
    type: 'ClockPaused',
    data: { round: 1, firstDay: on, reason: 'The papers are with the court.' },
  });
  const resumed: DisputeEvent = {
    type: 'ClockResumed',
    data: { round: 1, lastDay: '2022-04-25', reason: 'They came.' },
  };
  const pausedBy = (...by: PostKind[]) => ({ protocol: Controls.protocol({ pauses: { allowed: true, by } }) });
  const withinTime = (...more: DisputeEvent[]): Story => dispute('D', ...withDate('2022-05-10'), ...more);

  it('is the IRO’s to end, and after five working days the IRO manager asks how it stands', async () => {
    const { protocol } = pausedBy('iro', 'iro-manager');
    expect(await asked([withinTime(paused('2022-04-25'))], { protocol })).toEqual([
      'answer D: manager',
      'end-pause D: iro',
    ]);
    expect(await asked([withinTime(paused('2022-04-13'))], { protocol })).toEqual([
      ...['answer D: manager', 'end-pause D: iro', 'waits-long D: lane'],
    ]);
    expect(await asked([withinTime(paused('2022-04-13'), resumed)], { protocol })).toEqual(['answer D: manager']);
    expect(await asked([raised(paused('2022-04-13'), Controls.answerGiven())], { protocol })).not.toContain(
      'end-pause D: iro',
    );
  });

  it('is theirs whom the protocol lets pause, where that is not the IRO, but for those whose clock it is', async () => {
    const { protocol } = pausedBy('team-manager', 'iro-manager');
    expect(await asked([withinTime(paused('2022-04-25'))], { protocol })).toEqual([
      'answer D: manager',
      'end-pause D: lane',
    ]);
    const vacant = { protocol, held: ['manager', 'iro', 'wynn'] as const };
    expect(await asked([withinTime(paused('2022-04-25'))], vacant)).toEqual([
      'answer D: manager',
      'fill-vacancy D: wynn',
    ]);
  });

  it('is handed over where its IRO has left', async () => {
    const { protocol } = pausedBy('iro');
    const left = { protocol, held: ['manager', 'lane'] as const, left: ['iro'] as const };
    expect(await asked([withinTime(paused('2022-04-25'))], left)).toEqual(['answer D: manager', 'hand-over D: lane']);
  });
});

describe('A restricted dispute is asked', () => {
  it('of nobody who may not read it: the IRO adds them, or names who answers', async () => {
    expect(await asked([dispute('D', ...withDate('2022-05-10'), restrictedTo('lane'))])).toEqual([
      'choose-who-answers D: iro',
    ]);
  });

  it('of the person on its list who answers for the IRO service, if its IRO has left', async () => {
    const story = [raised(Controls.answerGiven(), restrictedTo('wynn'))];
    expect(await asked(story, { held: ['lane', 'wynn'], left: ['iro'] })).toEqual(['hand-over D: wynn']);
  });

  it('of the IRO manager, if nobody on its list is in office, who is told only that it is theirs to allocate', async () => {
    const story = [raised(Controls.answerGiven(), restrictedTo('wynn'))];
    expect(await asked(story, { held: ['lane'], left: ['iro', 'wynn'] })).toEqual(['hand-over D: lane unread']);
  });
});

describe('An agreed action is asked', () => {
  const resolved = (...more: DisputeEvent[]): Story => raised(Controls.answerGiven(), ...more, Controls.resolved());

  it('of the person, while they are in office and may read it', async () => {
    expect(
      await asked([resolved(agreed({ who: 'The deputy', person: 'deputy' }))], { held: ['manager', 'deputy', 'iro'] }),
    ).toEqual(['action D A1: deputy']);
  });

  it('of those whose answer offered it, where the person has gone, or it is “the carer team”', async () => {
    expect(await asked([resolved(agreed({ who: 'The deputy', person: 'deputy' }))], { left: ['deputy'] })).toEqual([
      'action D A1: manager',
    ]);
    expect(await asked([resolved(agreed({ who: 'the carer team' }))])).toEqual(['action D A1: manager']);
  });

  it('of those whose answer offered it, also where the rest went up to others, and where it is accepted only then', async () => {
    const held = ['manager', 'manager-of-service', 'iro', 'lane'] as const;
    const owed = agreed({ who: 'the carer team' });
    const partly = [Controls.answerGiven(), Controls.answerRejected(1), owed, ...Controls.escalated()];
    const late = [
      ...Controls.escalated(),
      Controls.answerGiven({ standing: 'awaiting-answer' }),
      Controls.answerRejected(1, 'iro', 'awaiting-answer'),
      owed,
    ];
    for (const events of [partly, late])
      expect(await asked([raised(...events)], { held })).toEqual(
        expect.arrayContaining(['action D A1: manager', 'answer D: manager-of-service']),
      );
  });

  it('of the IRO where those have gone too, and of the IRO manager where the IRO has: an earlier dispute is not forgotten', async () => {
    const story = [resolved(agreed({ who: 'the carer team' }))];
    expect(await asked(story, { held: ['iro', 'lane'], left: ['manager'] })).toEqual(['action D A1: iro']);
    expect(await asked(story, { held: ['lane'], left: ['manager', 'iro'] })).toEqual(['hand-over D: lane']);
  });

  it('and is checked by the IRO once its day has passed, or where it has none', async () => {
    for (const by of ['2022-04-22', 'ASAP', null])
      expect(await asked([resolved(agreed({ who: 'the carer team' }, by))])).toEqual([
        'action D A1: manager',
        'check-action D A1: iro',
      ]);
  });
});

describe('An agreed action of a dispute that has ended', () => {
  const ended = raised(
    Controls.answerGiven(),
    Controls.answerAccepted(),
    Controls.actionAgreed('A1'),
    Controls.resolved(),
  );

  it('is asked of nobody after a child’s death: there is nothing to decide about what has ended', async () => {
    const died = childStory({ type: 'ChildDied', data: { on: '2022-04-20' } });
    expect(await asked([ended])).toContain('action D A1: manager');
    expect(await asked([ended, died])).toEqual([]);
  });
});

describe('A referral to Cafcass', () => {
  const referred = Controls.referredToCafcass('2022-04-12');
  const replied = (reply: CafcassReply): DisputeEvent => ({
    type: 'CafcassReplied',
    data: { repliedOn: '2022-04-13', reply, summary: null },
  });
  const ended = [Controls.answerGiven(), Controls.resolved()];
  const withdrawn: DisputeEvent = {
    type: 'CafcassReferralWithdrawn',
    data: { withdrawnOn: '2022-04-13', reason: 'It was agreed at panel.' },
  };

  it('is the IRO’s to ask about until Cafcass has ended it, also after the end of the dispute', async () => {
    expect(await asked([raised(referred, ...ended)])).toEqual(['chase-cafcass D: iro']);
    expect(await asked([raised(referred, ...ended, replied('negotiates'))])).toEqual(['chase-cafcass D: iro']);
    expect(await asked([raised(referred, ...ended, replied('asks-for-more'))])).toEqual(['answer-cafcass D: iro']);
    const sent: DisputeEvent = { type: 'MoreSentToCafcass', data: { sentOn: '2022-04-14' } };
    const itWasSent = [referred, ...ended, replied('asks-for-more'), sent];
    expect(await asked([raised(...itWasSent)])).toEqual(['chase-cafcass D: iro']);
    expect(await asked([raised(...itWasSent, replied('asks-for-more'))])).toEqual(['answer-cafcass D: iro']);
  });

  it('is handed over where the IRO has left', async () => {
    expect(await asked([raised(referred, ...ended)], { held: ['lane'], left: ['iro'] })).toEqual(['hand-over D: lane']);
  });

  it('is for the IRO of the child where a conference chair, who has no route to Cafcass, holds the dispute', async () => {
    const toTheChair: DisputeEvent = {
      type: 'DisputeHandedOver',
      data: { fromIro: 'iro', toIro: 'chair', reason: 'The chair knows the family.' },
    };
    const held = ['manager', 'iro', 'chair', 'lane'] as const;
    const ofTheChair = [raised(referred, ...ended, toTheChair), childStory(allocatedTo('iro'))];
    expect(await asked(ofTheChair, { held })).toEqual(['chase-cafcass D: iro']);
  });

  it('is for the IRO who referred it, where another holds the dispute of siblings, while one of them is theirs', async () => {
    const byAnother = { ...referred, by: Controls.actor('other-iro', 'iro') };
    const held = ['manager', 'iro', 'other-iro', 'lane'] as const;
    const siblings = [raised(byAnother, ...ended), childStory(allocatedTo('other-iro'))];
    expect(await asked(siblings, { held })).toEqual(['chase-cafcass D: other-iro']);
    expect(await asked([raised(byAnother, ...ended), childStory(allocatedTo('iro'))], { held })).toEqual([
      'chase-cafcass D: iro',
    ]);
  });

  it('is the IRO’s after the dispute was voided too: Cafcass has it', async () => {
    const voided: DisputeEvent = {
      type: 'DisputeVoided',
      data: { because: 'raised-in-error', duplicateOf: null, reason: 'It is another council’s.' },
    };
    expect(await asked([raised(referred, voided)])).toEqual(['chase-cafcass D: iro']);
  });

  it('makes a dispute that ended with it the IRO’s again, where Cafcass declines it or it is withdrawn', async () => {
    const continued: DisputeEvent = {
      type: 'DisputeEndedOtherwise',
      data: { outcome: 'TO-CAF', reason: 'Cafcass has it.', impact: ['not-known'] },
    };
    const reopened: DisputeEvent = { type: 'DisputeReopened', data: { reason: 'Cafcass declined.' } };
    for (const over of [replied('declines'), withdrawn]) {
      expect(await asked([raised(referred, continued, over)])).toEqual(['no-longer-with-cafcass D: iro']);
      expect(await asked([raised(referred, continued, over, reopened)])).not.toContain('no-longer-with-cafcass D: iro');
    }
    for (const reply of ['advises', 'issues-proceedings'] as const)
      expect(await asked([raised(referred, continued, replied(reply))])).toEqual([]);
  });

  it('asks nothing once Cafcass has ended it, or it is withdrawn', async () => {
    for (const over of [replied('advises'), replied('declines'), replied('issues-proceedings'), withdrawn])
      expect(await asked([raised(referred, ...ended, over)])).toEqual([]);
  });
});

describe('A request to another agency', () => {
  it('is the IRO’s to chase, with a day or with none', async () => {
    for (const dueOn of ['2022-04-20', null]) {
      const taken: DisputeEvent = {
        type: 'TakenToAgency',
        data: { agency: 'A school', sentOn: Controls.today, dueOn },
      };
      expect(await asked([raised(Controls.answerGiven(), Controls.resolved(), taken)])).toEqual([
        'chase-agency D: iro',
      ]);
    }
  });
});

describe('A row of a register', () => {
  const rows = registerOf('r', { disputes: [{ iro: 'iro', children: subject.children, team: TEAM }], covers: [] });

  it('is for the IRO in it to take on, and for the IRO service where they have left', async () => {
    expect(await asked([...rows, childStory(allocatedTo('iro'))])).toEqual(['take-on r-0: iro']);
    expect(await asked([...rows, childStory(allocatedTo('iro'))], { held: ['lane'], left: ['iro'] })).toContain(
      'take-on r-0: lane',
    );
  });

  it('asks whoever allocates children for a child of it who has no IRO, while it is open and restricted to nobody', async () => {
    const child = subject.children[0];
    const without = childStory(allocatedTo(null));
    expect(await asked([...rows, without])).toEqual(['take-on r-0: lane', `allocate-child ${child}: lane`]);
    expect(await asked([...rows, without], { held: ['wynn'], left: ['lane'] })).toContain(
      `allocate-child ${child}: wynn`,
    );
    expect(await asked([...rows, childStory(allocatedTo('iro'))])).toEqual(['take-on r-0: iro']);
    const ended = { ...Controls.importedFacts, children: subject.children, outcome: 'RES-FULL', team: TEAM } as const;
    expect(await asked([...registerOf('r', { disputes: [ended], covers: [] }), without])).toEqual([]);
    const [, row] = rows;
    const restricted = { ...row!, events: [...row!.events, restrictedTo('iro')] };
    expect(await asked([restricted, without])).not.toContain(`allocate-child ${child}: lane`);
  });
});

describe('A review', () => {
  const check: Story = {
    stream: 'review-RVW-1',
    events: [
      {
        type: 'CheckBegun',
        data: {
          ...{ reference: 'RVW-1', kind: 'preparation', child: subject.children[0], iro: 'iro', heldOn: '2022-04-14' },
          standards: ['visits', 'plan'].map((code) => ({ code, text: 'In words.', theme: 'VISIT' })),
        },
      },
      { type: 'StandardChecked', data: { standard: 'plan', answer: 'not-met', note: null } },
    ],
  };
  const sent = (more: Partial<RecommendationsSent> = {}): Story => ({
    stream: 'recommendations-REC-1',
    events: [
      {
        type: 'RecommendationsSent',
        data: {
          ...{ reference: 'REC-1', child: subject.children[0], iro: 'iro', team: TEAM, reviewedOn: '2022-04-12' },
          ...{ recommendations: [], protocolVersion: 1, answeredBy: ['team-manager'], sentOn: '2022-04-25' },
          ...{ rule: '5 working days', dueOn: '2022-05-03', dueAt: '2022-05-03T23:00:00.000Z', ...more },
        },
      },
    ],
  });

  it('that is not finished is its child’s IRO’s; where the child has none in office, the IRO manager’s', async () => {
    expect(await asked([check, childStory(allocatedTo('iro'))])).toEqual([
      'answer-check RVW-1: iro',
      'waits-long RVW-1: lane',
      'decide-on-check RVW-1: iro',
    ]);
    const theirs = ['answer-check RVW-1: lane', 'decide-on-check RVW-1: lane'];
    expect(await asked([check, childStory(allocatedTo('iro'))], { held: ['lane'], left: ['iro'] })).toEqual(theirs);
    expect(await asked([check, childStory(allocatedTo(null))])).toEqual(theirs);
  });

  it('has its recommendations answered by those asked, or somebody sees to the vacancy', async () => {
    const child = childStory(allocatedTo('iro'));
    expect(await asked([sent(), child])).toEqual(['answer-recommendations REC-1: manager']);
    expect(await asked([sent(), child], { held: ['lane', 'manager-of-service'], left: ['manager'] })).toEqual([
      'fill-vacancy REC-1: manager-of-service',
    ]);
    expect(await asked([sent(), child], { held: ['lane'], left: ['manager'] })).toEqual(['fill-vacancy REC-1: lane']);
  });
});

describe('A challenge meeting', () => {
  const action = { actionId: 'A1', what: 'Count them', who: 'In words', by: '2022-06-01' };
  const meeting = (...more: Story['events']): Story => ({
    stream: 'challengeMeeting-CM-7Q2K-90HV',
    events: [Meetings.meetingArranged({ series: null, posts: ['team-manager'] }), ...more],
  });
  const decidedWith = (person?: string): Story =>
    meeting(
      Meetings.itemAdded('I1', Meetings.aTheme()),
      Meetings.begun(),
      Meetings.decided('I1', { iroView: null, actions: [{ ...action, ...(person === undefined ? {} : { person }) }] }),
    );

  it('is for the IRO manager to hold and to close, else for the head of quality assurance', async () => {
    expect(await asked([meeting()])).toEqual(['hold-meeting CM-7Q2K-90HV: lane']);
    expect(await asked([meeting()], { held: ['wynn'], left: ['lane'] })).toEqual(['hold-meeting CM-7Q2K-90HV: wynn']);
    expect(await asked([meeting(Meetings.begun())])).toEqual(['close-meeting CM-7Q2K-90HV: lane']);
  });

  it('has what somebody undertook over a theme done by them, also where they do not sit in it, else seen to by the IRO manager', async () => {
    const actionOf = async (story: Story, held: readonly Name[], left: readonly Name[] = []) =>
      (await asked([story], { held, left })).filter((each) => each.startsWith('meeting-action'));
    expect(await actionOf(decidedWith('hart'), ['lane', 'hart'])).toEqual(['meeting-action CM-7Q2K-90HV A1: hart']);
    expect(await actionOf(decidedWith('manager'), ['lane', 'manager'])).toEqual([
      'meeting-action CM-7Q2K-90HV A1: manager',
    ]);
    expect(await actionOf(decidedWith('hart'), ['lane'], ['hart'])).toEqual(['meeting-action CM-7Q2K-90HV A1: lane']);
    expect(await actionOf(decidedWith(), ['lane', 'hart'])).toEqual(['meeting-action CM-7Q2K-90HV A1: lane']);
  });

  it('has its seats filled by the IRO manager where somebody who sits in it has left, or nobody holds its posts', async () => {
    const seated = (people: string[], posts: PostKind[] = ['iro-manager']): Story => ({
      stream: 'challengeMeeting-CM-7Q2K-90HV',
      events: [Meetings.meetingArranged({ series: null, posts, people })],
    });
    const held = 'hold-meeting CM-7Q2K-90HV: lane';
    const toFill = 'fill-seat CM-7Q2K-90HV: lane';
    expect(await asked([seated(['hart'])], { held: ['lane', 'hart'] })).toEqual([held]);
    expect(await asked([seated(['hart'])], { held: ['lane'], left: ['hart'] })).toEqual([held, toFill]);
    expect(await asked([seated([], ['head-of-qa'])], { held: ['lane'] })).toEqual([held, toFill]);
    expect(await asked([seated([], ['head-of-qa', 'iro-manager'])], { held: ['lane'] })).toEqual([held]);
  });

  it('has what is late over a theme checked by the IRO manager', async () => {
    const overdue = { ...action, by: '2022-04-20', person: 'manager' };
    const story = meeting(
      Meetings.itemAdded('I1', Meetings.aTheme()),
      Meetings.begun(),
      Meetings.decided('I1', { iroView: null, actions: [overdue] }),
    );
    expect(await asked([story], { held: ['lane', 'manager'] })).toEqual([
      'close-meeting CM-7Q2K-90HV: lane',
      'meeting-action CM-7Q2K-90HV A1: manager',
      'check-meeting-action CM-7Q2K-90HV A1: lane',
    ]);
    expect(await asked([story], { held: ['lane'], left: ['manager'] })).toEqual([
      'close-meeting CM-7Q2K-90HV: lane',
      'meeting-action CM-7Q2K-90HV A1: lane',
    ]);
  });

  it('is decided on again by the IRO manager where a decision was taken back after it was closed', async () => {
    const closed = { type: 'MeetingClosed', data: { carried: [] } };
    const takenBack = { type: 'AgendaItemDecisionTakenBack', data: { itemId: 'I1', reason: 'The item before.' } };
    const decided = Meetings.decided('I1', { iroView: null });
    const events = [Meetings.itemAdded('I1', Meetings.aTheme()), Meetings.begun(), decided, closed];
    expect(await asked([meeting(...events)])).toEqual([]);
    expect(await asked([meeting(...events, takenBack)])).toEqual(['decide-item-again CM-7Q2K-90HV: lane']);
    expect(await asked([meeting(...events, takenBack, decided)])).toEqual([]);
  });

  it('is decided on again by those on the list of a case that is kept from the IRO manager', async () => {
    const story = meeting(
      Meetings.itemAdded('I1', { kind: 'case', dispute: 'D' }),
      Meetings.begun(),
      Meetings.decided('I1', { iroView: null, decision: 'deferred' }),
      { type: 'MeetingClosed', data: { carried: [] } },
      { type: 'AgendaItemDecisionTakenBack', data: { itemId: 'I1', reason: 'The item before.' } },
    );
    const of = async (...readers: string[]) =>
      (
        await asked([raised(restrictedTo(...readers)), story], { held: ['manager', 'iro', 'lane', 'wynn', 'hart'] })
      ).filter((each) => each.startsWith('decide-item-again'));
    expect(await of('wynn')).toEqual(['decide-item-again CM-7Q2K-90HV: wynn']);
    expect(await of('lane')).toEqual(['decide-item-again CM-7Q2K-90HV: lane']);
    expect(await of('manager')).toEqual(['decide-item-again CM-7Q2K-90HV: manager']);
    expect(await of('iro')).toEqual(['decide-item-again CM-7Q2K-90HV: lane unread']);
  });

  it('has a theme that it wanted to look at again put on an agenda by the IRO manager', async () => {
    const decided = Meetings.decided('I1', { iroView: null, decision: 'dropped', nextLookOn: '2022-05-20' });
    const closed = { type: 'MeetingClosed', data: { carried: [] } };
    const story = meeting(Meetings.itemAdded('I1', Meetings.aTheme()), Meetings.begun(), decided, closed);
    const next: Story = {
      stream: 'challengeMeeting-CM-0000-0002',
      events: [
        Meetings.meetingArranged({ meeting: 'CM-0000-0002', series: null, heldOn: '2022-06-08' }),
        Meetings.itemAdded('I1', Meetings.aTheme()),
      ],
    };
    expect(await asked([story])).toEqual(['look-again-at-theme CM-7Q2K-90HV: lane']);
    expect(await asked([story, next])).toEqual(['hold-meeting CM-0000-0002: lane']);
  });
});
