import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { at, dispute, protocolAdopted, readingAt, team } from '../../test/support/leaders.js';
import { Meetings } from '../../test/support/meetings.js';
import { readModelsOf, type Story } from '../../test/support/read-models.js';
import { covering, registerOf } from '../../test/support/registers.js';
import type { DisputeEvent, ResolutionOutcome } from '../disputes/events.js';
import { howFarText } from './how-far/how-far.text.js';
import { repeatsText } from './repeats/repeats.text.js';
import { soWhatText } from './so-what/so-what.text.js';
import { timelinessText } from './timeliness/timeliness.text.js';
import { howFar } from './how-far/how-far.js';
import { repeats } from './repeats/repeats.js';
import { actionFigures, soWhat } from './so-what/so-what.js';
import { medianOf, timeliness } from './timeliness/timeliness.js';
import { SAYS_NOTHING } from '../protocol/words-now.js';

const LATER = '2022-06-01T09:00:00.000Z';
const reading = async (...stories: readonly Story[]) =>
  readingAt(await readModelsOf(protocolAdopted(), team('through-care-3', 'Through Care 3'), ...stories), LATER);
const raised = (reference: string, more: Parameters<typeof Controls.disputeRaised>[0] = {}): DisputeEvent[] =>
  Controls.disputeRaised({ reference, ...more });
const raisedOn = (day: string, reference: string, more: Parameters<typeof Controls.disputeRaised>[0] = {}): Story =>
  dispute(reference, ...raised(reference, { raisedOn: day, ...more }));
const extended = Controls.deadlineSet({ why: 'extended', firstDueOn: Controls.dueOn, dueOn: '2022-05-03' });
const answeredOn = (day: string, stage = 1, round = stage): DisputeEvent & { at: string } =>
  at(`${day}T10:00:00.000Z`, Controls.answerGiven({ answeredOn: day, stage, round }));
const resolved = (outcome: ResolutionOutcome = 'RES-FULL', stageReached = 1): DisputeEvent => ({
  type: 'DisputeResolved',
  data: {
    outcome,
    impact: ['plan-moving'],
    impactNote: null,
    stageReached,
    actionsOutstanding: [],
    iroDissents: false,
  },
});

const nothing = { count: 0, references: [] };
const nothingOver = { sentBack: nothing, replaced: nothing, passedOn: nothing, overOtherwise: nothing, note: null };

describe('the report on timeliness', () => {
  const stories = [
    dispute('PROMPT', ...raised('PROMPT'), answeredOn('2022-04-19')),
    dispute('EXTENDED', ...raised('EXTENDED'), extended, answeredOn('2022-05-03')),
    dispute('LATE', ...raised('LATE'), answeredOn('2022-04-26')),
    dispute('SILENT', ...raised('SILENT')),
    dispute('INFORMAL', ...Controls.informalRaised({ reference: 'INFORMAL' }), answeredOn('2022-04-14', 0, 1)),
    dispute('VOID', ...raised('VOID'), Controls.voided()),
  ];

  it('is measured against the first date and against the date in force, silence being late', async () => {
    const { counted } = timeliness('2022/23', ['stage'], await reading(...stories));
    const informal = { count: 1, references: ['INFORMAL'] };
    const formal = { count: 4, references: ['EXTENDED', 'LATE', 'PROMPT', 'SILENT'] };
    expect(counted!.figures.slice(2).map(({ dimensions, due }) => [dimensions.stage, due])).toEqual([
      [2, 0],
      [3, 0],
    ]);
    expect(counted!.figures.slice(0, 2)).toEqual([
      {
        dimensions: { stage: 0 },
        due: 1,
        inTimeByFirstDate: { count: 1, percent: 100, references: ['INFORMAL'] },
        dueByDateInForce: 1,
        inTime: { count: 1, percent: 100, references: ['INFORMAL'] },
        extended: 0,
        medianDays: 0,
        ...nothingOver,
        behind: { due: informal, dueByDateInForce: informal, extended: nothing },
      },
      {
        dimensions: { stage: 1 },
        due: 4,
        inTimeByFirstDate: { count: 1, percent: 25, references: ['PROMPT'] },
        dueByDateInForce: 4,
        inTime: { count: 2, percent: 50, references: ['EXTENDED', 'PROMPT'] },
        extended: 1,
        medianDays: 6,
        ...nothingOver,
        behind: { due: formal, dueByDateInForce: formal, extended: { count: 1, references: ['EXTENDED'] } },
      },
    ]);
  });

  it('does not call an extended answer late by a date that has not come', async () => {
    const open = readingAt(
      await readModelsOf(protocolAdopted(), dispute('E', ...raised('E'), extended)),
      '2022-04-27T09:00:00.000Z',
    );
    expect(timeliness('2022/23', [], open).counted!.all).toMatchObject({
      due: 1,
      inTimeByFirstDate: { count: 0 },
      dueByDateInForce: 0,
      inTime: { count: 0, percent: null },
    });
  });

  it('counts the parts to the whole, by team, quarter and kind', async () => {
    const read = await reading(...stories, raisedOn('2022-07-01', 'Q2'));
    for (const by of [['team'], ['quarter'], ['kind', 'stage'], ['stage', 'team', 'quarter']] as const) {
      const { figures, all } = timeliness('2022/23', by, read).counted!;
      expect(figures.reduce((sum, { due }) => sum + due!, 0)).toBe(all.due);
    }
  });

  it('adds up the formal stages, to today while an answer is awaited', async () => {
    const slow = dispute(
      'SLOW',
      ...raised('SLOW'),
      answeredOn('2022-04-20'),
      Controls.answerRejected(),
      ...Controls.escalated(),
      answeredOn('2022-05-18', 2),
    );
    const just = dispute('JUST', ...raised('JUST'), ...Controls.escalated(), answeredOn('2022-05-17', 2));
    const waits = dispute('WAITS', ...raised('WAITS'));
    const { counted } = timeliness('2022/23', [], await reading(slow, just, waits));
    expect(counted!.overTotal).toEqual({ count: 2, of: 3, percent: 67, references: ['SLOW', 'WAITS'] });
  });

  it('counts each round that was over before its answer was due: nobody hides one by sending it back', async () => {
    const back = (round: number): DisputeEvent[] => [
      {
        type: 'SentBack',
        data: {
          ...{
            from: 2,
            to: { ladder: 'main', number: 1, countsAs: 'formal', code: '1', name: 'Stage 1', reason: 'First this.' },
            protocolVersion: 1,
          },
          ...{ addressee: { team: 'through-care-3', posts: ['team-manager'] }, reason: 'First this.' },
        },
      },
      Controls.deadlineSet({ round, why: 'sent-back' }),
    ];
    const [up, itsClock] = Controls.escalated();
    const upAgain = { ...itsClock!, data: { ...itsClock!.data, round: 4 } } as DisputeEvent;
    const bounced = dispute(
      'BOUNCED',
      ...[...raised('BOUNCED'), ...Controls.escalated(), ...back(3), up!, upAgain, ...back(5)],
      answeredOn('2022-04-19', 1, 5),
    );
    const { figures, all } = timeliness('2022/23', ['stage'], await reading(bounced)).counted!;
    expect(all).toMatchObject({
      due: 1,
      sentBack: { count: 2, references: ['BOUNCED', 'BOUNCED'] },
      passedOn: { count: 0 },
      overOtherwise: { count: 2 },
    });
    expect(figures.map(({ dimensions, due, sentBack }) => [dimensions.stage, due, sentBack?.count])).toEqual([
      [0, 0, 0],
      [1, 1, 0],
      [2, 0, 2],
      [3, 0, 0],
    ]);
  });

  it('has a limit of a register’s row pass at the end of its last working day, so that the Saturday after is too late', async () => {
    const answeredAfter = (reference: string, day: string): Story => {
      const events = raised(reference, { raisedOn: '2022-04-12' }).filter(({ type }) => type !== 'TotalCapSet');
      return dispute(reference, ...events, answeredOn(day));
    };
    const [friday, saturday] = [answeredAfter('FRIDAY', '2022-05-13'), answeredAfter('SATURDAY', '2022-05-14')];
    const { counted } = timeliness('2022/23', [], await reading(friday, saturday));
    expect(counted!.overTotal).toMatchObject({ of: 2, references: ['SATURDAY'] });
  });

  it('has a median between the two in the middle', () => {
    expect([medianOf([]), medianOf([4]), medianOf([9, 1]), medianOf([3, 1, 2]), medianOf([1, 2, 10, 4])]).toEqual([
      null,
      4,
      5,
      2,
      3,
    ]);
  });
});

describe('the report on stages reached', () => {
  it('puts each dispute in one place, informal and formal apart', async () => {
    const toChallenge: DisputeEvent = {
      type: 'ChallengeDecisionRecorded',
      data: {
        meeting: 'm',
        heldOn: Controls.today,
        decision: 'decided-accepted',
        discussion: 'Heard.',
        actions: [],
        iroView: null,
        nextLookOn: null,
      },
    };
    const toCafcass: DisputeEvent = {
      type: 'DisputeEndedOtherwise',
      data: { outcome: 'TO-CAF', reason: 'Continued.', impact: [] },
    };
    const formalised: DisputeEvent = { type: 'DisputeFormalised', data: { formal: 'F', reason: 'No answer.' } };
    const { kinds } = howFar(
      '2022/23',
      await reading(
        dispute('I1', ...Controls.informalRaised({ reference: 'I1' }), resolved('RES-FULL', 0)),
        dispute('I2', ...Controls.informalRaised({ reference: 'I2' }), formalised),
        dispute('F1', ...raised('F1'), resolved()),
        dispute('F2', ...raised('F2'), ...Controls.escalated(), resolved()),
        dispute('CH', ...raised('CH'), toChallenge, resolved()),
        dispute('CAF', ...raised('CAF'), Controls.referredToCafcass(), toCafcass),
        dispute('OPEN', ...raised('OPEN'), Controls.referredToCafcass()),
        dispute('W', ...raised('W'), Controls.withdrawn()),
      ),
    );
    const placed = kinds.map(({ kind, raised: all, places }) => [
      kind,
      all,
      ...places
        .filter(({ count }) => count > 0)
        .map(({ place, stage, count }) => `${place}${stage === null ? '' : ` ${stage}`}: ${count}`),
    ]);
    expect(placed).toEqual([
      ['informal', 2, 'settled 0: 1', 'became-formal: 1'],
      ['formal', 6, 'settled 1: 1', 'settled 2: 1', 'challenge: 1', 'cafcass: 1', 'withdrawn: 1', 'open: 1'],
    ]);
    for (const { raised: all, places } of kinds) expect(places.reduce((sum, { count }) => sum + count, 0)).toBe(all);
    expect(kinds[1]!.referredToCafcass).toEqual({ count: 2, percent: 33, of: 6, references: ['CAF', 'OPEN'] });
  });
});

describe('the report on what changed', () => {
  it('counts outcomes, impact and what came back, of those that are closed', async () => {
    const reopened: DisputeEvent = { type: 'DisputeReopened', data: { reason: 'It was not so.' } };
    const links = [{ kind: 're-raises' as const, to: 'A' }];
    const { counted } = soWhat(
      '2022/23',
      await reading(
        dispute('A', ...raised('A'), resolved()),
        dispute('B', ...raised('B'), resolved('RES-ACT')),
        dispute('C', ...raised('C'), resolved(), reopened),
        dispute('D', ...raised('D', { links })),
        dispute('W', ...raised('W'), Controls.withdrawn()),
      ),
    );
    expect(counted).toMatchObject({
      raised: 5,
      closed: { count: 2, percent: 40, references: ['A', 'B'] },
      outcomes: [
        { outcome: 'RES-ACT', count: 1, percent: 50 },
        { outcome: 'RES-FULL', count: 1, percent: 50 },
      ],
      impact: [{ impact: 'plan-moving', count: 2, percent: 100 }],
      reopened: { count: 1, references: ['C'] },
      reRaised: { count: 1, percent: 50, references: ['A'] },
    });
  });

  it('asks for no action of a dispute that was withdrawn, as the board does not', async () => {
    const promised = (reference: string): Story =>
      dispute(reference, ...raised(reference), Controls.answerGiven(), Controls.actionAgreed(), Controls.withdrawn());
    const kept = dispute('K', ...raised('K'), Controls.answerGiven(), Controls.actionAgreed());
    const { counted } = soWhat('2022/23', await reading(promised('W'), kept));
    expect(counted!.actions).toMatchObject({ agreed: 1, overdue: { references: ['K'] } });
  });

  it('counts what was undertaken over a theme late where it was recorded after its day, whatever day is said', async () => {
    const undertaken = ['A1', 'A2', 'A3', 'A4'].map((actionId) => ({
      ...{ actionId, what: 'Count them', who: 'Head of service' },
      by: actionId === 'A4' ? '2022-06-10' : '2022-05-18',
    }));
    const done = (actionId: string, day: string) => ({
      type: 'MeetingActionDone',
      data: { actionId, evidence: 'Counted.', doneOn: '2022-05-16' },
      at: `${day}T09:00:00.000Z`,
    });
    const meeting: Story = {
      stream: 'challengeMeeting-CM-7Q2K-90HV',
      events: [
        Meetings.meetingArranged(),
        Meetings.itemAdded('I1', Meetings.aTheme()),
        Meetings.begun(),
        Meetings.decided('I1', { iroView: null, actions: undertaken }),
        done('A1', '2022-05-18'),
        done('A2', '2022-05-20'),
      ],
    };
    const report = soWhat('2022/23', await reading(meeting, raisedOn('2022-04-14', 'A')));
    expect(report.counted!.overThemes).toEqual({
      ...{ undertaken: 4, doneInTime: 1, doneLate: 1, overdue: 1, toCome: 1, inTimePercent: 33 },
    });
    expect(soWhatText(report)).toMatch(/Undertaken over themes: 4[\s\S]*done late +1/);
  });

  it('puts each action in one line', () => {
    const action = (by: string | null, doneOn: string | null, missed = false, confirmedInTime = false) => ({
      ...{ reference: 'A', by, doneOn, missed, confirmedInTime },
    });
    const figures = actionFigures([
      action('2022-04-29', '2022-04-29'),
      action('2022-04-29', '2022-04-29', false, true),
      action('2022-04-29', '2022-05-02', true),
      action('2022-04-29', '2022-04-29', true),
      action('ASAP', '2022-05-02'),
      action('2022-04-29', null, true),
      action('2022-06-01', null),
      action(null, null),
    ]);
    const { agreed, inTimePercent, ...lines } = figures;
    expect(Object.values(lines).map(({ count }) => count)).toEqual([1, 1, 2, 1, 1, 1, 1]);
    expect([agreed, inTimePercent]).toEqual([8, 40]);
  });
});

describe('repeats', () => {
  const informal = dispute('I', ...Controls.informalRaised({ reference: 'I', raisedOn: '2022-04-14' }), {
    type: 'DisputeFormalised',
    data: { formal: 'F', reason: 'No answer.' },
  });
  const formal = raisedOn('2022-05-02', 'F', { links: [{ kind: 'formalises', to: 'I' }] });

  it.each<[string, Story[], string[]]>([
    [
      'the same child and theme group within six months',
      [raisedOn('2022-04-14', 'A'), raisedOn('2022-10-14', 'B', { theme: 'DD-PERM' })],
      ['B'],
    ],
    ['not a day later than six months', [raisedOn('2022-04-14', 'A'), raisedOn('2022-10-15', 'B')], []],
    ['also across the year’s end', [raisedOn('2022-03-31', 'A'), raisedOn('2022-04-01', 'B')], ['B']],
    ['not another theme', [raisedOn('2022-04-14', 'A'), raisedOn('2022-05-14', 'B', { theme: 'LIFE' })], []],
    [
      'not another child',
      [raisedOn('2022-04-14', 'A'), raisedOn('2022-05-14', 'B', { subject: { ...Controls.subject, children: ['7'] } })],
      [],
    ],
    ['not the same matter continued formally', [informal, formal], []],
    ['but a third one after those two', [informal, formal, raisedOn('2022-06-01', 'T')], ['T']],
    ['not what was withdrawn', [dispute('A', ...raised('A'), Controls.withdrawn()), raisedOn('2022-05-14', 'B')], []],
  ])('%s', async (_, stories, expected) => {
    const { counted } = repeats('2022/23', await reading(...stories));
    expect(counted!.repeated!.references).toEqual(expected);
  });

  it('are each counted once, and shown with all that they repeat', async () => {
    const { counted } = repeats(
      '2022/23',
      await reading(raisedOn('2022-04-14', 'A'), raisedOn('2022-05-14', 'B'), raisedOn('2022-06-14', 'C')),
    );
    expect(counted).toEqual({
      raised: 3,
      repeated: { count: 2, percent: 67, references: ['B', 'C'] },
      matters: [{ child: '1568440', themeGroup: 'DD', lastRaisedOn: '2022-06-14', references: ['A', 'B', 'C'] }],
    });
  });
});

describe('a fact that nobody collected is not counted as 0', () => {
  it('in a year without a register', async () => {
    const read = await reading(dispute('A', ...raised('A')));
    expect(timeliness('2019/20', [], read)).toMatchObject({ counted: null });
    expect(soWhat('2019/20', read).counted).toBeNull();
    expect(repeats('2019/20', read).counted).toBeNull();
    expect(howFar('2019/20', read)).toMatchObject({
      kinds: [],
      notes: ['informal: no register for 2019/20', 'formal: no register for 2019/20'],
    });
    expect(timelinessText([timeliness('2019/20', [], read)])).toContain(
      'Nothing is known of this year; the notes say why.',
    );
  });

  it('in a register, of what no register holds', async () => {
    const facts = { answeredOn: '2021-04-20', outcome: 'RES-FULL' as const, resolvedOn: '2021-05-01' };
    const read = await reading(
      ...registerOf('y21', { disputes: [facts], covers: covering('2021/22', 'informal', 'formal') }),
    );
    expect(timeliness('2021/22', [], read).counted!.all).toMatchObject({ due: 1, extended: null });
    expect(howFar('2021/22', read).kinds[0]!.referredToCafcass).toBeNull();
    expect(soWhat('2021/22', read).counted).toMatchObject({ raised: 1, reopened: null, reRaised: null, actions: null });
    expect(howFarText(howFar('2021/22', read))).toContain('Referred to Cafcass at any time: not collected');
    expect(soWhatText(soWhat('2021/22', read))).toContain('Actions agreed: not collected');
    expect(repeatsText({ ...repeats('2021/22', read), counted: null }, SAYS_NOTHING)).toContain(
      'Note: a register does not say',
    );
  });

  it('and a name that is no financial year is refused', async () => {
    const read = await reading();
    for (const count of [() => howFar('2022', read), () => timeliness('2022-23', [], read)])
      expect(count).toThrow('Write it as 2022/23');
  });
});
