import { describe, expect, it } from '@jest/globals';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { Controls } from '../../test/support/controls.js';
import { rowsAfter } from '../../test/support/read-models.js';
import type { DisputeRow } from './dispute-row.js';
import { disputeRegister } from './dispute-register.js';

const after = (...events: (DisputeEvent | (DisputeEvent & { at: string }))[]): DisputeRow =>
  rowsAfter(disputeRegister, { stream: 'dispute-DRP-7K4M-2QXH', events })[0]!;

describe('a dispute in the register', () => {
  it('is counted by the day raised, under the team and IRO of that day', () => {
    expect(after(...Controls.disputeRaised())).toMatchObject({
      reference: 'DRP-7K4M-2QXH',
      kind: 'formal',
      status: 'open',
      raised_on: '2022-04-14',
      year: '2022/23',
      quarter: '2022/23 Q1',
      team: 'through-care-3',
      iro: 'iro-rowe',
      theme: 'DD-CARE',
      theme_group: 'DD',
      children: ['1568440'],
      child_count: 1,
      stage: 1,
      standing: 'awaiting-answer',
      addressed_posts: ['team-manager'],
      due_on: '2022-04-25',
    });
  });

  it('waits for an answer, then for a judgement, then for the word on where it goes', () => {
    expect(after(...Controls.disputeRaised(), Controls.answerGiven()).standing).toBe('awaiting-judgement');
    const rejected = [...Controls.disputeRaised(), Controls.answerGiven(), Controls.answerRejected()];
    expect(after(...rejected)).toMatchObject({ standing: 'not-accepted', rejected_by: ['iro'] });
    const accepted = [...Controls.disputeRaised(), Controls.answerGiven(), Controls.answerAccepted()];
    expect(after(...accepted)).toMatchObject({ standing: 'accepted', accepted_by: ['iro'] });
  });

  it('keeps the highest stage and its history when it goes up, with a new clock', () => {
    const row = after(
      ...Controls.disputeRaised(),
      Controls.answerGiven(),
      Controls.answerRejected(),
      ...Controls.escalated(),
    );
    expect(row).toMatchObject({
      stage: 2,
      entered_stage: 1,
      current_stage: 2,
      round: 2,
      standing: 'awaiting-answer',
      answered_by: [],
      addressed_posts: ['service-manager'],
    });
    expect(row.stage_history.map(({ stage, because }) => [stage, because])).toEqual([
      [1, 'raised'],
      [2, 'not-satisfied'],
    ]);
    expect(row.asked.map(({ posts }) => posts)).toEqual([['team-manager'], ['service-manager']]);
  });

  it('keeps the first date beside the extended one', () => {
    const row = after(
      ...Controls.disputeRaised(),
      Controls.extensionAsked(),
      { type: 'ExtensionGranted', data: { askedFor: '2022-04-28', reason: null } },
      Controls.deadlineSet({ why: 'extended', firstDueOn: '2022-04-25', dueOn: '2022-04-28' }),
    );
    expect(row).toMatchObject({
      first_due_on: '2022-04-25',
      due_on: '2022-04-28',
      extensions: 1,
      extension_asked_for: null,
    });
  });

  it('stays counted where it was raised when another team must answer or another IRO holds it', () => {
    const row = after(
      ...Controls.disputeRaised(),
      {
        type: 'DisputeRedirected',
        data: {
          from: { team: 'through-care-3', posts: ['team-manager'] },
          to: { team: 'north', posts: ['team-manager'] },
          reason: 'The child moved.',
          clock: 'runs-on',
        },
      },
      { type: 'DisputeHandedOver', data: { fromIro: 'iro-rowe', toIro: 'iro-yates', reason: 'She has left.' } },
    );
    expect(row).toMatchObject({
      team: 'through-care-3',
      addressed_team: 'north',
      iro: 'iro-rowe',
      held_by: 'iro-yates',
    });
  });

  it.each<[string, DisputeEvent, Partial<DisputeRow>]>([
    ['resolved', Controls.resolved(), { status: 'resolved', outcome: 'RES-FULL' }],
    ['withdrawn', Controls.withdrawn(), { status: 'withdrawn', outcome: 'WDRAWN' }],
    ['voided', Controls.voided(), { status: 'voided', outcome: 'VOID' }],
    ['stalemate', { type: 'StalemateRecorded', data: { reason: 'No.', impact: [] } }, { status: 'stalemate' }],
    [
      'ended otherwise',
      { type: 'DisputeEndedOtherwise', data: { outcome: 'ENDED-CARE', reason: 'Adopted.', impact: [] } },
      { status: 'ended-otherwise', outcome: 'ENDED-CARE' },
    ],
    [
      'formalised',
      { type: 'DisputeFormalised', data: { formal: 'DRP-0000-0002', reason: 'No answer.' } },
      { status: 'formalised', formalised_by: 'DRP-0000-0002' },
    ],
  ])('waits for nobody once it is %s', (_, end, expected) => {
    const row = after(...Controls.disputeRaised(), end);
    expect(row).toMatchObject({ ...expected, standing: null, ended_on: '2022-04-14' });
  });

  it('is opened again with its dates, and waits for an answer in a new round', () => {
    const row = after(
      ...Controls.disputeRaised(),
      Controls.answerGiven(),
      Controls.resolved(),
      { type: 'DisputeReopened', data: { reason: 'The action was not done.' } },
      Controls.deadlineSet({ round: 2, why: 'reopened' }),
    );
    expect(row).toMatchObject({
      status: 'open',
      raised_on: '2022-04-14',
      ended_on: null,
      reopened: 1,
      round: 2,
      standing: 'awaiting-answer',
    });
  });

  it('counts the actions that are still to do', () => {
    const row = after(
      ...Controls.disputeRaised(),
      Controls.answerGiven(),
      Controls.actionAgreed('A1'),
      Controls.actionAgreed('A2'),
      Controls.actionDone('A1'),
    );
    expect(row).toMatchObject({ actions_agreed: 2, actions_outstanding: 1 });
  });

  it('goes on up the ladder after a referral to Cafcass', () => {
    const row = after(...Controls.disputeRaised(), Controls.referredToCafcass());
    expect(row).toMatchObject({
      status: 'open',
      standing: 'awaiting-answer',
      cafcass_referrals: 1,
      cafcass_referred_on: '2022-04-14',
    });
  });

  it('keeps each referral to Cafcass, with the latest reply on the one that stands', () => {
    const row = after(
      ...Controls.disputeRaised(),
      Controls.referredToCafcass('2022-04-12'),
      { type: 'CafcassReferralWithdrawn', data: { withdrawnOn: '2022-04-13', reason: 'It was agreed at panel.' } },
      Controls.referredToCafcass('2022-04-14'),
      { type: 'CafcassReplied', data: { repliedOn: '2022-04-14', reply: 'asks-for-more', summary: null } },
    );
    expect(row).toMatchObject({
      cafcass_referrals: 2,
      referrals: [
        { sentOn: '2022-04-12', reply: null, repliedOn: null, withdrawnOn: '2022-04-13' },
        { sentOn: '2022-04-14', reply: 'asks-for-more', repliedOn: '2022-04-14', withdrawnOn: null },
      ],
    });
  });

  it('is counted under the theme it was corrected to', () => {
    const row = after(...Controls.disputeRaised(), {
      type: 'ThemeCorrected',
      data: { from: 'DD-CARE', to: 'LEGAL', secondary: ['DD'], reason: 'It was the order.' },
    });
    expect(row).toMatchObject({ theme: 'LEGAL', theme_group: 'LEGAL', secondary_themes: ['DD'] });
  });

  it('knows what it re-raises and formalises', () => {
    const row = after(...Controls.disputeRaised({ links: [{ kind: 'formalises', to: 'DRP-0000-0001' }] }), {
      type: 'DisputeLinked',
      data: { link: { kind: 're-raises', to: 'DRP-0000-0003' } },
    });
    expect(row).toMatchObject({ formalises: 'DRP-0000-0001', re_raises: 'DRP-0000-0003' });
  });
});

describe('a conversation', () => {
  it('alone is a row apart', () => {
    expect(after(Controls.concernDiscussed())).toMatchObject({
      kind: 'conversation',
      status: 'recorded',
      standing: null,
    });
  });
  it('that leads to a dispute is that dispute, and says that they spoke first', () => {
    const row = after(Controls.concernDiscussed(), ...Controls.informalRaised({ spokeFirst: null }));
    expect(row).toMatchObject({ kind: 'informal', status: 'open', stage: 0, spoke_first: true });
  });
});

describe('an imported dispute', () => {
  it('carries what the row says, and nothing is due from it', () => {
    expect(after(Controls.disputeImported())).toMatchObject({
      imported: true,
      taken_on: false,
      own_reference: 'F21/001',
      status: 'open',
      standing: null,
      due_on: '2021-04-23',
      due_at: null,
      stage: 1,
    });
  });

  it.each([
    ['RES-ACT', 'resolved'],
    ['UNRES', 'stalemate'],
    ['WDRAWN', 'withdrawn'],
    ['VOID', 'voided'],
    ['TO-CAF', 'ended-otherwise'],
  ] as const)('with outcome %s is %s', (outcome, status) => {
    expect(after(Controls.disputeImported({ outcome, resolvedOn: '2021-05-01' }))).toMatchObject({
      status,
      ended_on: '2021-05-01',
    });
  });

  const takenOn: DisputeEvent = {
    type: 'ImportedDisputeTakenOn',
    data: {
      ladder: 'main',
      stage: 1,
      addressee: { team: 'through-care-1', posts: ['team-manager'] },
      protocolVersion: 1,
    },
  };

  it('lives once somebody takes it on', () => {
    const row = after(Controls.disputeImported(), takenOn, Controls.deadlineSet({ why: 'taken-on' }));
    expect(row).toMatchObject({ imported: true, taken_on: true, standing: 'awaiting-answer', due_on: '2022-04-25' });
  });

  it('mended later keeps what has happened here since', () => {
    const corrected: DisputeEvent = {
      type: 'ImportedDisputeCorrected',
      data: { facts: { ...Controls.importedFacts, theme: 'EDUC' }, reason: 'The wrong theme.' },
    };
    expect(after(Controls.disputeImported(), corrected)).toMatchObject({ theme: 'EDUC', status: 'open' });
    const row = after(
      Controls.disputeImported(),
      takenOn,
      Controls.deadlineSet({ why: 'taken-on' }),
      Controls.resolved(),
      corrected,
    );
    expect(row).toMatchObject({ theme: 'EDUC', status: 'resolved', outcome: 'RES-FULL', due_on: '2022-04-25' });
  });

  it('vanishes with its import, and comes back with another', () => {
    const withdrawn: DisputeEvent = {
      type: 'ImportedDisputeWithdrawn',
      data: { importId: 'import-1', reason: 'The wrong file.' },
    };
    expect(after(Controls.disputeImported(), withdrawn)).toBeUndefined();
    expect(after(Controls.disputeImported(), withdrawn, Controls.disputeImported())).toMatchObject({ status: 'open' });
  });
});
