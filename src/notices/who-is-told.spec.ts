import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { disputeDecider } from '../disputes/decide.js';
import type { DisputeEvent } from '../disputes/events.js';
import type { Recipient } from './concerned.js';
import type { Actor } from '../platform/event-store/event-store.js';
import type { Recorded } from '../platform/decider.js';
import type { Protocol } from '../protocol/protocol.js';
import { toldOfDispute, type Wanted } from './who-is-told.js';

/** The notices of the last event, after those before it; one act unless `earlier` says what came before it. */
const told = (
  events: readonly DisputeEvent[],
  { protocol = Controls.protocol(), began = '2022-01-01T00:00:00.000Z', earlier = 0 }: Telling = {},
): Wanted[] => {
  const act = events.slice(earlier).map(({ type }) => type);
  const before = folded(events.slice(0, earlier));
  return toldOfDispute(events.at(-1)!, {
    ...{ state: folded(events), before, protocols: Controls.book(protocol), act, began },
    actor: Controls.iro.person,
  });
};
const folded = (events: readonly DisputeEvent[]) =>
  events.reduce((so, event) => disputeDecider.evolve(so, recorded(event, Controls.iro)), disputeDecider.initial);
interface Telling {
  readonly protocol?: Protocol;
  readonly began?: string;
  readonly earlier?: number;
}
const recorded = (event: DisputeEvent, actor: Actor): Recorded<DisputeEvent> => ({
  ...event,
  metadata: {
    commandId: 'command',
    commandDigest: 'digest',
    $correlationId: 'command',
    $causationId: 'command',
    actor,
    occurredAt: Controls.now,
    schemaVersion: 1,
  },
});
const whoIs = (to: Recipient): string => {
  if ('post' in to) return to.post;
  if ('person' in to) return to.person;
  if ('wholeTeam' in to) return `everybody of ${to.wholeTeam}`;
  if ('irosOf' in to) return to.only === undefined ? 'the other IROs' : `${to.only}, where a child is theirs`;
  if ('anew' in to) return `${to.anew.map(whoIs).join(' and ')}, anew`;
  if ('firstOf' in to) return to.firstOf.map((each) => each.map(whoIs).join(' and ')).join(', else ');
  const inTurn = [to.owner ?? '', ...[...to.offeredBy, ...to.atLast].map(whoIs)].filter((each) => each !== '');
  return `whoever is to do it: ${inTurn.join(', else ')}`;
};
const short = (wanted: readonly Wanted[]): string[] =>
  wanted.map(({ kind, to, dueOn }) => `${kind} to ${whoIs(to)}${dueOn === null ? '' : ` by ${dueOn}`}`);
/** The teams of the posts that are told, and after `not` those of the posts that are left out. */
const teamsIn = (to: Recipient): string[] => {
  if ('anew' in to) return [...to.anew.flatMap(teamsIn), 'not', ...to.askedBefore.flatMap(teamsIn)];
  return 'team' in to && to.team !== null ? [to.team] : [];
};
const withoutDate = (line: string): string => line.replace(/ by [\d-]+$/, '');
const last = (...events: DisputeEvent[]): readonly DisputeEvent[] => events;
const raised = Controls.disputeRaised();
const deadlinePassed: DisputeEvent = {
  type: 'AnswerDeadlinePassed',
  data: { round: 1, stage: 1, dueOn: Controls.dueOn, dueAt: '2022-04-25T23:00:00.000Z', onSilence: 'ask-the-judge' },
};

describe('an event of a dispute tells', () => {
  it('those it is addressed to, and the copies', () => {
    const protocol = Controls.protocolWithStage({
      copyTo: ['head-of-service'],
      notifyOnly: ['director', 'social-worker'],
    });
    const [raising, deadline] = raised;
    const state = [raising!, deadline!].reduce(
      (so, event) => disputeDecider.evolve(so, recorded(event, Controls.iro)),
      disputeDecider.initial,
    );
    const situation = {
      ...{ state, before: disputeDecider.initial, protocols: Controls.book(protocol), actor: Controls.iro.person },
      act: ['FormalDisputeRaised', 'AnswerDeadlineSet'],
    };
    expect(short(toldOfDispute(raising!, { ...situation, began: '' }))).toEqual([
      'dispute-for-you to team-manager by 2022-04-25',
      'copied-to-you to head-of-service by 2022-04-25',
      'copied-to-you to director by 2022-04-25',
      'copied-to-you to social-worker by 2022-04-25',
    ]);
    expect(toldOfDispute(deadline!, { ...situation, began: '' })).toEqual([]);
  });

  it('nothing is asked where a stage only reports upwards', () => {
    const protocol = Controls.protocolWithStage({ needs: 'report-only' });
    expect(short(told(last(Controls.formalDisputeRaised()), { protocol }))).toEqual(['copied-to-you to team-manager']);
  });

  it('those who must still answer, and the IRO and the others who may send it up, that a date has passed', () => {
    const protocol = Controls.protocolWithStage({ judges: ['qa-service-manager'], escalatedBy: ['head-of-qa'] });
    expect(short(told(last(...raised, deadlinePassed), { protocol }))).toEqual([
      'answer-overdue to team-manager by 2022-04-25',
      'no-answer-came to iro-rowe by 2022-04-25',
      'no-answer-came to head-of-qa by 2022-04-25',
    ]);
  });

  it('nobody that a date has passed which had passed before the outbox began, or which an answer has overtaken', () => {
    expect(told(last(...raised, deadlinePassed), { began: '2022-04-25T23:00:00.001Z' })).toEqual([]);
    expect(told(last(...raised, deadlinePassed), { began: '2022-04-25T23:00:00.000Z' })).not.toEqual([]);
    expect(told(last(...raised, Controls.answerGiven(), deadlinePassed))).toEqual([]);
  });

  it('the judges once all who must answer have', () => {
    const protocol = Controls.protocolWithStage({ addressees: ['team-manager', 'service-manager'], answeredBy: 'all' });
    const asked = [
      Controls.formalDisputeRaised({
        addressee: { team: 'through-care-3', posts: ['team-manager', 'service-manager'] },
      }),
      Controls.deadlineSet(),
    ];
    const first = Controls.partlyAnswered();
    expect(short(told(last(...asked, first), { protocol }))).toEqual(['answer-came to iro-rowe']);
    const second = Controls.answerGiven({ role: 'service-manager' });
    expect(short(told(last(...asked, first, second), { protocol }))).toEqual([
      'answered-judge-it to iro-rowe',
      'answer-came to iro-rowe',
    ]);
  });

  it('the new stage, the IRO, and those who were asked before, that it went up', () => {
    const up = Controls.escalated();
    const state = [...raised, ...up].reduce(
      (so, event) => disputeDecider.evolve(so, recorded(event, Controls.iro)),
      disputeDecider.initial,
    );
    const situation = {
      state,
      before: folded(raised),
      actor: Controls.clock.person,
      protocols: Controls.book(Controls.protocol()),
      act: up.map(({ type }) => type),
      began: '',
    };
    expect(short(toldOfDispute(up[0]!, situation))).toEqual([
      'escalated to iro-rowe by 2022-04-25',
      'escalated to team-manager by 2022-04-25',
      'escalated-to-you to service-manager by 2022-04-25',
    ]);
  });

  it('those who may grant more time, and the answerers what became of it', () => {
    expect(short(told(last(...raised, Controls.extensionAsked())))).toEqual([
      'extension-asked to iro-rowe by 2022-04-28',
      'extension-asked to iro-manager by 2022-04-28',
    ]);
    const refused: DisputeEvent = { type: 'ExtensionRefused', data: { askedFor: '2022-04-28', reason: 'No.' } };
    expect(short(told(last(...raised, Controls.extensionAsked(), refused)))).toEqual([
      'extension-refused to team-manager by 2022-04-25',
      'not-extended to iro-rowe by 2022-04-25',
      'not-extended to iro-manager by 2022-04-25',
      'not-extended to iro-rowe by 2022-04-25',
    ]);
  });

  it('those who decide on more time in place of a post that nobody holds', () => {
    const extensions = { allowed: true, grantedBy: ['head-of-qa' as const], maximumWorkingDays: null };
    expect(
      short(told(last(...raised, Controls.extensionAsked()), { protocol: Controls.protocol({ extensions }) })),
    ).toEqual(['extension-asked to head-of-qa, else iro-manager, else qa-service-manager by 2022-04-28']);
  });

  it('the IRO that those asked would have it sent back; those asked that it stays', () => {
    const asked = Controls.sendBackAsked();
    const stays: DisputeEvent = { type: 'SendBackRefused', data: { toStage: 1, reason: 'No.' } };
    const atStage2 = [...raised, ...Controls.escalated()];
    expect(short(told(last(...atStage2, asked)))).toEqual(['send-back-asked to iro-rowe by 2022-04-25']);
    expect(short(told(last(...atStage2, asked, stays)))).toEqual([
      'send-back-refused to service-manager by 2022-04-25',
      'not-sent-back to iro-rowe',
    ]);
  });

  it('of a date that moved by itself, and not of one that was set together with something else', () => {
    const moved = Controls.deadlineSet({ why: 'holiday-announced', dueOn: '2022-04-26' });
    expect(short(told(last(...raised, moved), { earlier: 2 }))).toEqual(['date-moved to team-manager by 2022-04-26']);
    const earlier = Controls.deadlineSet({ why: 'earlier-date-asked', dueOn: '2022-04-20' });
    expect(told(last(...raised, earlier))).toEqual([]);
    expect(short(told(last(...raised, earlier), { earlier: 2 }))).toEqual([
      'date-moved to team-manager by 2022-04-20',
      'their-date-moved to iro-rowe by 2022-04-20',
    ]);
    expect(told(last(...raised, Controls.deadlineSet({ why: 'extended' })), { earlier: 2 })).toEqual([]);
  });

  it('those concerned that a holiday has moved the date of receipt or the limit over all stages, and nobody that it stays', () => {
    const moved = { from: '2022-04-21', reason: 'The council is closed on 21 April.' };
    const receipt = (more: object = {}): DisputeEvent => ({
      type: 'ReceiptDeadlineSet',
      data: {
        ...{ round: 1, startedOn: Controls.today, dueOn: '2022-04-22', dueAt: '2022-04-22T23:00:00.000Z' },
        ...{ rule: '4 working days, receipt, stage 1', ...more },
      },
    });
    expect(short(told(last(...raised, receipt({ moved }))))).toEqual([
      'receipt-date-moved to team-manager by 2022-04-22',
    ]);
    expect(short(told(last(...raised, Controls.totalCapSet({ dueOn: '2022-05-18', moved }))))).toEqual([
      'total-moved to iro-rowe by 2022-05-18',
    ]);
    expect(told(last(...raised, receipt()))).toEqual([]);
    expect(told(last(...raised, Controls.totalCapSet({})))).toEqual([]);
  });

  it('the person who is to do an action, or where its owner is in words those whose answer offered it, that it is overdue', () => {
    const agreed = (owner: { who: string | null; person?: string }, by: string): DisputeEvent => ({
      type: 'ActionAgreed',
      data: { action: { actionId: 'A1', what: 'Book the first session', ...owner, by } },
    });
    const passed: DisputeEvent = {
      type: 'ActionDeadlinePassed',
      data: { actionId: 'A1', dueAt: '2022-04-29T23:00:00.000Z' },
    };
    const answered = [...raised, Controls.answerGiven(), Controls.answerAccepted()];
    expect(short(told(last(...answered, agreed({ who: 'T. Cole', person: 't-cole' }, '2022-04-29'), passed)))).toEqual([
      'action-overdue to whoever is to do it: t-cole, else team-manager, else iro-rowe by 2022-04-29',
      'action-not-done to iro-rowe by 2022-04-29',
    ]);
    for (const who of ['T. Cole', null])
      expect(short(told(last(...answered, agreed({ who }, '2022-04-29'), passed)))[0]).toBe(
        'action-overdue to whoever is to do it: team-manager, else iro-rowe by 2022-04-29',
      );
    expect(told(last(...answered, agreed({ who: null }, '2022-04-29'), Controls.actionDone(), passed))).toEqual([]);
  });

  it('the higher stage that a lower answer was accepted, and that it was not after all', () => {
    const late = [...raised, ...Controls.escalated(), Controls.answerGiven({ standing: 'awaiting-answer' })];
    const accepted = [...late, Controls.answerAccepted()];
    expect(short(told(accepted, { earlier: late.length }))).toEqual([
      'answer-accepted to team-manager',
      'answer-accepted to iro-rowe',
      'redirected-away to service-manager',
    ]);
    const rejected = [...accepted, Controls.answerRejected(1, 'iro', 'awaiting-answer')];
    expect(short(told(rejected, { earlier: accepted.length })).map(withoutDate)).toContain(
      'dispute-for-you to service-manager',
    );
  });

  it('never the words in which somebody wrote when', () => {
    const agreed: DisputeEvent = {
      type: 'ActionAgreed',
      data: { action: { actionId: 'A1', what: 'Ring', who: null, by: 'when Kylie is back' } },
    };
    const passed: DisputeEvent = {
      type: 'ActionDeadlinePassed',
      data: { actionId: 'A1', dueAt: '2022-04-29T23:00:00.000Z' },
    };
    for (const { dueOn } of told(last(...raised, Controls.answerGiven(), Controls.answerAccepted(), agreed, passed)))
      expect(dueOn).toBeNull();
  });

  it('the IRO and those asked that it is on an agenda, and the new IRO that it is theirs', () => {
    const tabled: DisputeEvent = { type: 'TabledForChallenge', data: { meeting: 'meeting-1', heldOn: '2022-05-11' } };
    expect(short(told(last(...raised, tabled)))).toEqual([
      'on-the-agenda to iro-rowe by 2022-05-11',
      'on-the-agenda to team-manager by 2022-05-11',
    ]);
    const seats = { posts: ['assistant-director' as const], people: ['decision-maker'] };
    const seated: DisputeEvent = { ...tabled, data: { ...tabled.data, ...seats } } as DisputeEvent;
    expect(short(told(last(...raised, seated)))).toEqual([
      ...['on-the-agenda to iro-rowe by 2022-05-11', 'on-the-agenda to team-manager by 2022-05-11'],
      ...['on-the-agenda to assistant-director by 2022-05-11', 'on-the-agenda to decision-maker by 2022-05-11'],
    ]);
    const handed = { fromIro: 'iro-rowe', toIro: 'iro-prasad', reason: 'Moved' };
    const alone: DisputeEvent = { type: 'DisputeHandedOver', data: handed };
    expect(short(told(last(...raised, alone)))).toEqual(['handed-over to iro-prasad by 2022-04-25']);
    // Of a caseload the takers are told once, with how much.
    const withIt: DisputeEvent = { type: 'DisputeHandedOver', data: { ...handed, caseload: 'CLH-7K4M-2QXH' } };
    expect(told(last(...raised, withIt))).toEqual([]);
  });

  it('the judges of a stage that the IRO bypasses that it went up, whether they have judged its answer or not', () => {
    const protocol = Controls.protocolWithStage({ judges: ['iro', 'head-of-qa'] });
    const up = Controls.escalated();
    const answered = [...raised, Controls.answerGiven({ standing: 'awaiting-judgement' })];
    const goesUp = (...before: DisputeEvent[]) =>
      short(told([...before, up[0]!], { protocol, earlier: before.length })).map(withoutDate);
    expect(goesUp(...answered)).toContain('escalated to head-of-qa');
    expect(goesUp(...answered, Controls.answerAccepted(1, 'head-of-qa', 'awaiting-judgement'))).toContain(
      'escalated to head-of-qa',
    );
    expect(goesUp(...raised)).not.toContain('escalated to head-of-qa');
  });

  it('the IRO of a sibling who referred it to Cafcass what becomes of the referral, where another holds the dispute', () => {
    const siblings = Controls.disputeRaised({ subject: { ...Controls.subject, children: ['1568440', '1568441'] } });
    const referred = { type: 'ReferredToCafcass', data: { sentOn: Controls.today } } as unknown as DisputeEvent;
    const byPrasad = [...siblings, referred].reduce(
      (so, event) => disputeDecider.evolve(so, recorded(event, Controls.actor('iro-prasad', 'iro'))),
      disputeDecider.initial,
    );
    const replied: DisputeEvent = {
      type: 'CafcassReplied',
      data: { repliedOn: Controls.today, reply: 'asks-for-more', summary: null },
    };
    const state = disputeDecider.evolve(byPrasad, recorded(replied, Controls.iroManager));
    const situation = { state, before: byPrasad, protocols: Controls.book(Controls.protocol()), act: [replied.type] };
    const heard = toldOfDispute(replied, { ...situation, actor: 'manager-lane', began: '2022-01-01T00:00:00.000Z' });
    expect(short(heard)).toContain('cafcass-replied to iro-prasad, where a child is theirs');
    expect(short(heard)).toContain('cafcass-replied to iro-rowe');
  });

  it('the IRO that another agency has not replied, and with the IRO managers that nobody looked again', () => {
    const taken: DisputeEvent = {
      type: 'TakenToAgency',
      data: { agency: 'Hillside School', sentOn: '2022-04-14', dueOn: '2022-04-29' },
    };
    const silent: DisputeEvent = {
      type: 'AgencyReplyDeadlinePassed',
      data: { asked: 1, dueAt: '2022-04-29T23:00:00.000Z' },
    };
    expect(short(told(last(...raised, taken, silent)))).toEqual(['agency-reply-overdue to iro-rowe by 2022-04-29']);
    const notLooked: DisputeEvent = {
      type: 'NextLookPassed',
      data: { meeting: 'm-1', lookOn: '2022-06-08', dueAt: '2022-06-08T23:00:00.000Z' },
    };
    expect(short(told(last(...raised, notLooked)))).toEqual([
      'look-again to iro-rowe by 2022-06-08',
      'look-again to iro-manager by 2022-06-08',
    ]);
    expect(told(last(...raised, Controls.resolved(), notLooked))).toEqual([]);
  });

  it('nobody anything of a row of a register that nobody has taken on', () => {
    expect(told(last(Controls.disputeImported()))).toEqual([]);
    const corrected: DisputeEvent = {
      type: 'ImportedDisputeCorrected',
      data: { facts: Controls.importedFacts, reason: 'The team was wrong' },
    };
    expect(told(last(Controls.disputeImported(), corrected))).toEqual([]);
    const takenOn: DisputeEvent = {
      type: 'ImportedDisputeTakenOn',
      data: {
        ladder: 'main',
        stage: 1,
        addressee: { team: 'through-care-1', posts: ['team-manager'] },
        protocolVersion: 1,
      },
    };
    expect(short(told(last(Controls.disputeImported(), takenOn)))).toEqual([
      'dispute-for-you to team-manager',
      'handed-over to iro-prasad',
    ]);
    const takenBack = {
      type: 'EntryTakenBack',
      data: { revisions: [1], reason: 'It was another row.' },
    } as unknown as DisputeEvent;
    expect(short(told(last(Controls.disputeImported(), takenOn, takenBack), { earlier: 2 }))).toEqual(
      expect.arrayContaining(['redirected-away to team-manager']),
    );
  });

  describe('everybody concerned of what became of it:', () => {
    const answered = [...raised, Controls.answerGiven()];
    const event = (type: string, data: object): DisputeEvent => ({ type, data }) as unknown as DisputeEvent;
    const rejected = event('AnswerRejected', {
      ...{ round: 1, role: 'iro', verdict: 'not', reason: 'No date.', standing: 'not-accepted' },
    });
    const decided = (goesOnTo?: string) =>
      event('ChallengeDecisionRecorded', {
        ...{ meeting: 'CM-1', heldOn: '2022-05-11', decision: 'decided-not-accepted', discussion: 'Long.' },
        ...{ actions: [], iroView: 'not', nextLookOn: null },
        ...(goesOnTo === undefined ? {} : { goesOnTo }),
      });
    it('those who need not answer any more of another level, which is for other posts', () => {
      const [escalated] = Controls.escalated();
      const { to: stage, addressee } = escalated!.data as unknown as { to: object; addressee: object };
      const changed = (to: object) =>
        event('LevelChanged', {
          ...{ from: 'green', to: 'red', reason: 'She ran away.', ladder: 'main' },
          begins: { stage, addressee: { ...addressee, ...to }, protocolVersion: 1 },
        });
      const away = (to: object) =>
        told([...raised, changed(to)], { earlier: raised.length }).filter(({ kind }) => kind === 'redirected-away');
      expect(short(away({}))).toEqual(['redirected-away to team-manager, anew']);
      const [toSome] = away({ posts: ['team-manager'] });
      expect(toSome?.to).toMatchObject({ anew: [{ post: 'team-manager' }], askedBefore: [{ post: 'team-manager' }] });
    });

    it('those who judged a stage below of the end, and not only of the stage that runs', () => {
      const protocol = Controls.protocolWithStage({ judges: ['iro', 'head-of-qa'] });
      const upAgain = [...answered, rejected, ...Controls.escalated()];
      const ended = event('StalemateRecorded', { reason: 'No', impact: [] });
      expect(short(told([...upAgain, ended], { protocol }))).toContain('stalemate to head-of-qa');
    });

    const over = (kind: string) => [
      `${kind} to iro-rowe`,
      `${kind} to team-manager`,
      // Once as the IRO, once as the judge: each person gets it once.
      `${kind} to iro-rowe`,
    ];

    it.each<[string, readonly DisputeEvent[], readonly string[]]>([
      [
        'an answer that was accepted',
        [...answered, Controls.answerAccepted()],
        ['answer-accepted to team-manager', 'answer-accepted to iro-rowe'],
      ],
      [
        'an answer that was not',
        [...answered, rejected],
        ['for-you-to-send-up to iro-rowe', 'answer-not-accepted to team-manager', 'answer-not-accepted to iro-rowe'],
      ],
      [
        'an answer with which one of several judges is satisfied',
        [...answered, Controls.answerAccepted(1, 'iro', 'awaiting-judgement')],
        ['judge-satisfied to team-manager', 'judge-satisfied to iro-rowe'],
      ],
      [
        'an answer with which one of several judges is not',
        [...answered, Controls.answerRejected(1, 'iro', 'awaiting-judgement')],
        ['judge-not-satisfied to team-manager', 'judge-not-satisfied to iro-rowe'],
      ],
      ['resolved', [...answered, Controls.answerAccepted(), Controls.resolved()], over('resolved')],
      ['withdrawn', [...raised, Controls.withdrawn()], over('withdrawn')],
      ['voided', [...raised, Controls.voided()], over('voided')],
      [
        'ended',
        [...raised, event('DisputeEndedOtherwise', { outcome: 'ENDED-CARE', reason: 'Adopted', impact: [] })],
        over('ended'),
      ],
      [
        'without agreement',
        [...raised, event('StalemateRecorded', { reason: 'No', impact: [] })],
        ['no-agreement to iro-manager', ...over('stalemate')],
      ],
      [
        'referred to Cafcass',
        [...raised, event('ReferredToCafcass', { sentOn: '2022-04-20' })],
        [
          'referred-to-cafcass to iro-rowe',
          'referred-to-cafcass to iro-manager',
          'referred-to-cafcass to director',
          'referred-to-cafcass to team-manager',
        ],
      ],
      [
        'what Cafcass said',
        [...raised, event('CafcassReplied', { reply: 'declines' })],
        ['cafcass-replied to iro-rowe', 'cafcass-replied to iro-manager', 'cafcass-replied to director'],
      ],
      [
        'a meeting that has it go on to Cafcass',
        [...raised, decided('cafcass')],
        [
          'goes-on-to-cafcass to iro-rowe by 2022-05-11',
          'meeting-decided to team-manager by 2022-05-11',
          'meeting-decided to iro-manager by 2022-05-11',
        ],
      ],
      [
        'a meeting that has it go on to the director',
        [...raised, decided('director')],
        [
          'goes-on-up to iro-rowe by 2022-05-11',
          'meeting-decided to team-manager by 2022-05-11',
          'meeting-decided to iro-manager by 2022-05-11',
        ],
      ],
      [
        'a meeting that decided otherwise',
        [...raised, decided()],
        [
          'meeting-decided-for-you to iro-rowe by 2022-05-11',
          'meeting-decided to team-manager by 2022-05-11',
          'meeting-decided to iro-manager by 2022-05-11',
        ],
      ],
    ])('%s', (_, events, expected) => {
      expect(short(told(events, { earlier: events.length - 1 }))).toEqual(expected);
    });

    it('the team it was redirected from, and the one it was redirected to', () => {
      const from = { team: 'through-care-3', posts: ['team-manager'] };
      const to = { team: 'through-care-4', posts: ['team-manager'] };
      const redirected = event('DisputeRedirected', { from, to, reason: 'Moved', clock: 'runs-on' });
      const wanted = told([...raised, redirected], { earlier: raised.length });
      expect(wanted.map(({ kind, to }) => [kind, ...teamsIn(to)])).toEqual([
        ['redirected-away', 'through-care-3', 'not', 'through-care-4'],
        ['redirected'],
        ['dispute-for-you', 'through-care-4', 'not', 'through-care-3'],
      ]);
    });

    it('of siblings of several teams, the other that goes on having to answer nothing', () => {
      const from = { team: 'through-care-3', alsoTeams: ['other'], posts: ['team-manager' as const] };
      const to = { ...from, team: 'through-care-4' };
      const asked = Controls.disputeRaised({ addressee: from });
      const redirected = event('DisputeRedirected', { from, to, reason: 'Moved', clock: 'runs-on' });
      const wanted = told([...asked, redirected], { earlier: asked.length });
      expect(wanted.map(({ kind, to }) => [kind, ...teamsIn(to)])).toEqual([
        ['redirected-away', 'through-care-3', 'other', 'not', 'through-care-4', 'other'],
        ['redirected'],
        ['dispute-for-you', 'through-care-4', 'other', 'not', 'through-care-3', 'other'],
      ]);
    });

    it('nobody who has answered already that it is no longer for them to answer', () => {
      const from = { team: 'through-care-3', posts: ['team-manager'] };
      const to = { team: 'through-care-4', posts: ['team-manager'] };
      const redirected = event('DisputeRedirected', { from, to, reason: 'Moved', clock: 'runs-on' });
      expect(short(told([...answered, redirected], { earlier: answered.length })).join()).not.toContain(
        'redirected-away',
      );
    });

    it('the workers of the right child that it is theirs, and those of the wrong child that it has gone', () => {
      const protocol = Controls.protocolWithStage({ copyTo: ['social-worker'] });
      const to = { ...Controls.subject, children: ['1568441'], team: 'through-care-1', iro: 'iro-prasad' };
      const from = { children: Controls.subject.children, team: Controls.subject.team };
      const moved = event('DisputeMovedToChild', { from, to, reason: 'Two have the same initials.' });
      const wanted = told([...raised, moved], { earlier: raised.length, protocol });
      const ofWorkers = wanted.flatMap(({ kind, to }) =>
        'post' in to && to.post === 'social-worker' ? [[kind, to.children?.join()]] : [],
      );
      expect(ofWorkers).toEqual([
        ['copied-to-you', '1568441'],
        ['about-another-child', Controls.subject.children.join()],
      ]);
    });

    it('those who were told of what is taken back: an acceptance, the action that came with it, an escalation', () => {
      const action = { actionId: 'A1', what: 'Book it', who: 'T. Cole', person: 't-cole', by: '2022-04-29' };
      const accepted = [...answered, Controls.answerAccepted(), event('ActionAgreed', { action })];
      const takenBack = (...revisions: number[]) => event('EntryTakenBack', { revisions, reason: 'By mistake.' });
      const ofAcceptance = takenBack(accepted.length - 2, accepted.length - 1);
      expect(short(told([...accepted, ofAcceptance], { earlier: accepted.length }))).toEqual(
        expect.arrayContaining([
          'taken-back to team-manager',
          'taken-back to whoever is to do it: t-cole, else team-manager, else iro-rowe',
        ]),
      );
      const sentUp = [...answered, rejected, ...Controls.escalated()];
      const ofEscalation = takenBack(...[...sentUp.keys()].filter((revision) => revision > answered.length));
      expect(short(told([...sentUp, ofEscalation], { earlier: sentUp.length }))).toEqual(
        expect.arrayContaining(['taken-back to team-manager', 'taken-back to service-manager']),
      );
    });

    it('the IRO that a note was added', () => {
      expect(short(told([...raised, event('NoteAdded', { text: 'Rang.' })], { earlier: raised.length }))).toEqual([
        'note-added to iro-rowe',
      ]);
    });

    it('nobody that it is off an agenda, where it was carried to another', () => {
      const tabled = (meeting: string) => event('TabledForChallenge', { meeting, heldOn: '2022-05-11' });
      const off = event('TakenOffAgenda', { meeting: 'CM-1', reason: 'No time.' });
      const once = [...raised, tabled('CM-1')];
      expect(short(told([...once, off], { earlier: once.length }))).toEqual([
        'off-the-agenda to iro-rowe',
        'off-the-agenda to team-manager',
      ]);
      expect(told([...once, tabled('CM-2'), off], { earlier: once.length + 1 })).toEqual([]);
    });

    it('the IRO managers of a list of readers and of its end, and those who answer again', () => {
      const listed = event('DisputeRestricted', { readers: ['mona'], answeredBy: 'stella', reason: 'Her own family.' });
      const lifted = event('RestrictionLifted', { reason: 'No need any more.' });
      expect(short(told([...raised, listed], { earlier: raised.length })).map(withoutDate)).toEqual([
        'dispute-for-you to stella, anew',
        'redirected-away to team-manager, anew',
        'restriction-changed to iro-rowe',
        'restriction-changed to iro-manager',
        'nothing-asked to team-manager',
      ]);
      expect(short(told([...raised, listed, lifted], { earlier: raised.length + 1 })).map(withoutDate)).toEqual([
        'restriction-changed to iro-rowe',
        'restriction-changed to iro-manager',
        'redirected-away to stella, anew',
        'dispute-for-you to team-manager, anew',
      ]);
    });

    it('the IRO to whom it was handed over, and the one who held it', () => {
      const handed = event('DisputeHandedOver', { fromIro: 'iro-rowe', toIro: 'iro-prasad', reason: 'Moved' });
      expect(short(told([...raised, handed], { earlier: raised.length }))).toEqual([
        'handed-over to iro-prasad by 2022-04-25',
        'handed-away to iro-rowe',
      ]);
    });

    it('the stage it was sent back to, the one it left, and the IRO', () => {
      const back = event('SentBack', {
        ...{
          from: 2,
          to: { ladder: 'main', number: 1, countsAs: 'formal', code: '1', name: 'Team manager', reason: null },
          reason: 'Theirs',
        },
        ...{ addressee: { team: 'through-care-3', posts: ['team-manager'] }, protocolVersion: 1 },
      });
      expect(short(told([...raised, ...Controls.escalated(), back], { earlier: 4 })).map(withoutDate)).toEqual([
        'sent-back to iro-rowe',
        'sent-back to service-manager',
        'dispute-for-you to team-manager',
      ]);
    });

    it('the IRO that an action is done, and whoever is to do it that it is agreed', () => {
      const agreed = event('ActionAgreed', {
        action: { actionId: 'A1', what: 'Book it', who: 'T. Cole', person: 't-cole', by: '2022-04-29' },
      });
      const before = [...answered, Controls.answerAccepted()];
      expect(short(told([...before, agreed], { earlier: before.length }))).toEqual([
        'action-for-you to whoever is to do it: t-cole, else team-manager, else iro-rowe by 2022-04-29',
      ]);
      expect(short(told([...before, agreed, Controls.actionDone()], { earlier: before.length + 1 }))).toEqual([
        'action-done to iro-rowe',
        'action-done to whoever is to do it: t-cole, else team-manager, else iro-rowe',
      ]);
    });

    it('the IRO in whose name somebody else raised it', () => {
      const situation = {
        ...{ state: folded(raised), before: disputeDecider.initial, protocols: Controls.book(Controls.protocol()) },
        ...{ act: raised.map(({ type }) => type), began: '' },
      };
      const toIro = (actor: string) =>
        short(toldOfDispute(raised[0]!, { ...situation, actor })).filter((each) => each.includes('iro-rowe'));
      expect(toIro('iro-rowe')).toEqual([]);
      expect(toIro('sam-of-business-support')).toEqual(['raised-in-your-name to iro-rowe by 2022-04-25']);
    });
  });

  describe('nobody of what did not happen:', () => {
    it('a date that a pause of no working day left where it was', () => {
      const stays = Controls.deadlineSet({ why: 'resumed' });
      const resumed: DisputeEvent = { type: 'ClockResumed', data: { round: 1, lastDay: '2022-04-16', reason: 'Back' } };
      expect(told([...raised, resumed, stays], { earlier: raised.length })).toEqual([]);
      const later = Controls.deadlineSet({ why: 'resumed', dueOn: '2022-04-26', dueAt: '2022-04-26T23:00:00.000Z' });
      expect(short(told([...raised, resumed, later], { earlier: raised.length }))).toEqual([
        'date-moved to team-manager by 2022-04-26',
      ]);
    });

    it('a silence that the program sends up by itself asks no judge, but at the top of the ladder', () => {
      const silent = (protocol: Protocol) =>
        short(
          told(
            last(...raised, {
              ...deadlinePassed,
              data: { ...deadlinePassed.data, onSilence: 'escalate' },
            } as DisputeEvent),
            { protocol },
          ),
        );
      expect(silent(Controls.protocol())).toEqual(['answer-overdue to team-manager by 2022-04-25']);
      const { stages } = Controls.protocol();
      expect(silent(Controls.protocol({ stages: stages.slice(0, 1) }))).toEqual([
        'answer-overdue to team-manager by 2022-04-25',
        'no-answer-came to iro-rowe by 2022-04-25',
      ]);
    });
  });
});
