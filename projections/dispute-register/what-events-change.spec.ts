import { describe, expect, it } from '@jest/globals';
import { EXAMPLES } from '../../test/golden/examples.js';
import { Controls } from '../../test/support/controls.js';
import { by } from '../../test/support/given.js';
import { rowsAfter } from '../../test/support/read-models.js';
import { currentRound, type DisputeState, type Matter, notRaised } from '../../src/disputes/dispute.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { evolve } from '../../src/disputes/fold/evolve.js';
import type { Projection } from '../../src/platform/projections/projection.js';
import type { DisputeRow } from './dispute-row.js';
import { disputeRegister } from './dispute-register.js';

/**
 * The columns that each event changes in the row of a dispute that has been raised; events that are not named change none. The events that
 * raise or import a dispute, and AnswerDeadlineSet, are tested in dispute-register.spec.ts.
 */
const CHANGES: Readonly<Record<string, string>> = {
  ActionAgreed: 'actions_agreed actions_outstanding offered_by',
  ActionDone: 'actions_outstanding',
  AnswerAccepted: 'accepted_by last_judged standing waits_since',
  AnswerChased: 'chases last_chased_at',
  AnswerGiven: 'agreement answered_by answered_on extension_asked_for late_answer send_back_asked standing waits_since',
  AnswerRejected: 'last_judged rejected_by standing waits_since',
  CafcassReplied: 'cafcass_reply',
  ContinuedAfterCare: 'continued_after_care_on',
  ChildViewRecorded: 'advocate_offered child_told child_view',
  ChallengeDecisionRecorded: 'tabled_for tabled_on',
  ClockPaused: 'paused_on',
  ComplaintStateRecorded: 'links',
  ClockResumed: 'paused_on',
  DisputeEndedOtherwise: 'ended_on extension_asked_for impact outcome send_back_asked standing status waits_since',
  DisputeEscalated:
    'addressed_posts addressed_team answers_alone asked current_stage due_at due_on extension_asked_for first_due_on late_answer paused_on send_back_asked stage stage_history stage_name waits_since',
  DisputeFormalised: 'ended_on extension_asked_for formalised_by send_back_asked standing status waits_since',
  DisputeFrozen: 'frozen_on was_set_aside',
  DisputeHandedOver: 'held_by waits_since',
  DisputeLinked: 'formalises links re_raises',
  DisputeMovedToChild: 'addressed_team answers_alone asked asked_in_rounds children held_by team waits_since was_moved',
  DisputeRedirected: 'addressed_team answers_alone asked asked_in_rounds',
  DisputeReopened: 'ended_on outcome reopened',
  DisputeResolved:
    'ended_on extension_asked_for impact impact_words outcome send_back_asked standing status waits_since',
  DisputeRestricted: 'answers_alone restricted_to',
  DisputeUnfrozen: 'frozen_on',
  DisputeVoided: 'ended_on extension_asked_for outcome send_back_asked standing status waits_since',
  DisputeWithdrawn: 'ended_on extension_asked_for outcome send_back_asked standing status waits_since',
  ExtensionAsked: 'extension_asked_for',
  ExtensionGranted: 'extension_asked_for extensions',
  ExtensionRefused: 'extension_asked_for',
  ImportedDisputeTakenOn: 'addressed_team answers_alone asked stage_history',
  IroViewRecorded: 'iro_view',
  LevelChanged:
    'addressed_team answers_alone asked due_at due_on extension_asked_for first_due_on late_answer level paused_on send_back_asked stage_history stage_name',
  PopulationCorrected: 'population',
  ReadingAskedFor: 'requests_to_read',
  ReadingGranted: 'let_read',
  ReceiptAcknowledged: 'received_by',
  ReferredToCafcass: 'cafcass_referrals cafcass_referred_on referrals with_cafcass',
  RestrictionLifted: 'answers_alone restricted_to',
  SendBackAsked: 'send_back_asked',
  SendBackRefused: 'send_back_asked',
  SentBack:
    'addressed_team answers_alone asked due_at due_on extension_asked_for first_due_on late_answer paused_on send_back_asked stage_history stage_name',
  StalemateRecorded: 'ended_on extension_asked_for impact outcome send_back_asked standing status waits_since',
  TabledForChallenge: 'tabled tabled_for tabled_on',
  TakenToAgency: 'agencies',
  ThemeCorrected: 'secondary_themes theme theme_group',
};

const APART = ['DisputeImported', 'ImportedDisputeCorrected', 'ImportedDisputeWithdrawn', 'AnswerDeadlineSet'];
const RAISING = ['ConcernDiscussed', 'InformalDisputeRaised', 'FormalDisputeRaised'];
const events = Object.entries(EXAMPLES.dispute!).filter(([type]) => ![...APART, ...RAISING].includes(type));

type Columns = Readonly<Record<string, unknown>>;
const stream = 'dispute-DRP-7K4M-2QXH';
const [raised] = rowsAfter(disputeRegister as unknown as Projection, { stream, events: Controls.disputeRaised() });
/** The same with something in each column that is empty, for events that empty one. */
const full: Columns = {
  ...Object.fromEntries(Object.entries(raised!).map(([column, value]) => [column, value ?? 'before'])),
  links: [{ kind: 'complaint', to: 'CC/2022/118' }],
};

const changedBy = (type: string, data: object): string[] => {
  const handler = disputeRegister.when[type];
  const metadata = { occurredAt: '2022-06-01T09:00:00.000Z', actor: Controls.iro };
  const event = { type, data, stream, revision: 5, metadata } as never;
  const changed = [raised!, full].flatMap((before: Columns) => {
    const after: Columns = handler?.([before as DisputeRow], event)[0] ?? before;
    return Object.keys(after).filter((column) => JSON.stringify(after[column]) !== JSON.stringify(before[column]));
  });
  return [...new Set(changed)].sort();
};

const matterAfter = (happened: readonly DisputeEvent[]): Matter => {
  const recorded = happened.map((event) => by(Controls.iro, event, Controls.now));
  const state = recorded.reduce<DisputeState>((before, event) => evolve(before, event), notRaised);
  if (!('matter' in state)) throw new Error('Nothing was raised.');
  return state.matter;
};

describe('An event of a dispute', () => {
  it.each(events)('%s changes in the register what it is meant to, and nothing else', (type, data) => {
    expect(changedBy(type, data).join(' ')).toBe(CHANGES[type] ?? '');
  });

  const readers = ['iro-prasad'];
  const named = {
    type: 'DisputeRestricted' as const,
    data: { readers, answeredBy: 'iro-prasad', reason: 'Her uncle.' },
  };
  const onARow = ['ImportedDisputeTakenOn'];
  it.each(events.filter(([type]) => !onARow.includes(type)))(
    '%s leaves the register and the record with the same person to answer in place of others',
    (type, data) => {
      const until = [...Controls.disputeRaised(), named, { type, data } as DisputeEvent];
      const begins = matterAfter(until).rounds.length > 1 ? [Controls.deadlineSet({ round: 2 })] : [];
      const [row] = rowsAfter(disputeRegister, { stream, events: [...until, ...begins] });
      const { person } = currentRound(matterAfter([...until, ...begins])).addressee;
      expect(row!.answers_alone).toBe(person ?? null);
    },
  );

  it('is named here only where there is one', () => {
    expect(Object.keys(CHANGES).filter((type) => !events.some(([each]) => each === type))).toEqual([]);
  });
});
