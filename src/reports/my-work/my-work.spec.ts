import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DisputeEvent } from '../../disputes/events.js';
import type { PostKind } from '../../protocol/protocol.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { Controls } from '../../../test/support/controls.js';
import { dispute, post, protocolAdopted, readingAt, team } from '../../../test/support/leaders.js';
import { readModelsOf, type Story } from '../../../test/support/read-models.js';
import type { RecommendationsSent } from '../../reviews/recommendations/events.js';
import { registerOf } from '../../../test/support/registers.js';
import { EVERYTHING } from '../open-disputes/open-disputes.js';
import { myWork } from './my-work.js';

const protocol = Controls.protocolWithStage({ judges: ['iro', 'head-of-qa'], escalatedBy: ['head-of-qa'] });
const receipt: DisputeEvent = {
  type: 'ReceiptDeadlineSet',
  data: { round: 1, startedOn: Controls.today, dueOn: '2022-04-19', dueAt: '2022-04-19T23:00:00.000Z', rule: '2 days' },
};
const tabled: DisputeEvent = { type: 'TabledForChallenge', data: { meeting: 'm-1', heldOn: '2022-05-11' } };
const agreed = (actionId: string, owner: { who: string; person?: string }, by: string): DisputeEvent => ({
  type: 'ActionAgreed',
  data: { action: { actionId, what: 'Book it', ...owner, by } },
});

const RECOMMENDATIONS: Omit<RecommendationsSent, 'reference'> = {
  ...{ child: '1568440', iro: 'iro-rowe', team: 'through-care-3', reviewedOn: '2022-04-12', recommendations: [] },
  ...{ protocolVersion: 1, answeredBy: ['team-manager'], sentOn: '2022-04-14', rule: '5 working days' },
  ...{ dueOn: '2022-04-25', dueAt: '2022-04-25T23:00:00.000Z' },
};

const stories = [
  protocolAdopted(protocol),
  team('through-care-3', 'Through Care 3'),
  ...post('iro', null, 'iro-rowe'),
  ...post('iro-manager', null, 'lane'),
  ...post('head-of-qa', null, 'wynn'),
  ...post('team-manager', 'through-care-3', 'cole'),
  ...post('business-support', null, 'ford'),
  dispute('LATE', ...Controls.disputeRaised({ reference: 'LATE' })),
  dispute(
    'ASKED',
    ...Controls.disputeRaised({ reference: 'ASKED' }),
    Controls.deadlineSet({ dueOn: '2022-05-03' }),
    receipt,
    Controls.extensionAsked('2022-05-10'),
  ),
  dispute('JUDGE', ...Controls.disputeRaised({ reference: 'JUDGE' }), Controls.answerGiven(), tabled),
  dispute(
    'HALF',
    ...Controls.disputeRaised({ reference: 'HALF' }),
    Controls.answerGiven(),
    Controls.answerAccepted(1, 'iro', 'awaiting-judgement'),
  ),
  dispute(
    'DONE',
    ...Controls.disputeRaised({ reference: 'DONE' }),
    agreed('A1', { who: 'T. Cole', person: 'cole' }, '2022-04-22'),
    // Words, also where they are somebody's id to the letter, name nobody: the posts whose answer offered it are asked.
    agreed('A2', { who: 'cole' }, 'ASAP'),
    Controls.resolved(),
  ),
  dispute(
    'AGENCY',
    ...Controls.disputeRaised({ reference: 'AGENCY' }),
    Controls.answerGiven(),
    { type: 'TakenToAgency', data: { agency: 'A school', sentOn: Controls.today, dueOn: '2022-04-20' } },
    {
      type: 'ChallengeDecisionRecorded',
      data: {
        ...{ meeting: 'm-0', heldOn: Controls.today, decision: 'deferred', discussion: 'No time.' },
        ...{ actions: [], iroView: null, nextLookOn: '2022-05-04' },
      },
    } satisfies DisputeEvent,
  ),
  dispute('DRP-0000-0001', Controls.disputeImported({ iro: 'iro-rowe' })),
  registerOf('y', { disputes: [{ iro: null }], covers: [] }).at(-1)!,
];

let models: ReadModels;
beforeAll(async () => {
  models = await readModelsOf(...stories);
});
const work = (person: string, owner = person) => {
  const reading = readingAt(models, Controls.afterDue, protocol);
  const posts = reading.directory.postsHeldBy(person, '2022-04-26');
  return myWork({ person, posts, owners: [owner] }, reading, EVERYTHING);
};
const toDo = (person: string, owner = person) =>
  work(person, owner).items.map(({ what, reference, actionId, due }) =>
    [what, reference, ...(actionId === null ? [] : [actionId]), ...(due.late ? ['late'] : [])].join(' '),
  );

/** Rows of a register that name no IRO, or one to whom no child of theirs is allocated: a name alone hands nothing to anybody. */
const toTakeOn = ['take-on DRP-0000-0001', 'take-on y-0'];

describe('my work', () => {
  it('of a manager: answer, acknowledge, do what was agreed, late first and then in the order it is due', () => {
    expect(toDo('cole')).toEqual([
      ...['acknowledge ASKED late', 'action DONE A1 late', 'answer LATE late', 'action DONE A2', 'answer ASKED'],
    ]);
  });

  it('of an IRO: judge, check, chase what nobody answered, decide on a later date, be ready for the meeting', () => {
    expect(toDo('iro-rowe')).toEqual([
      'chase-agency AGENCY late',
      'check-action DONE A1 late',
      'chase LATE late',
      'judge AGENCY',
      'check-action DONE A2',
      'judge JUDGE',
      'decide-extension ASKED',
      'look-again AGENCY',
      'agenda JUDGE',
    ]);
  });

  it('of an IRO: decide whether it goes back, where those who must answer ask for it', async () => {
    const asked = [...Controls.disputeRaised({ reference: 'BACK' }), ...Controls.escalated(), Controls.sendBackAsked()];
    const reading = readingAt(await readModelsOf(...stories, dispute('BACK', ...asked)), Controls.now, protocol);
    const { items } = myWork({ person: 'iro-rowe', posts: [], owners: ['iro-rowe'] }, reading, EVERYTHING);
    expect(items.filter(({ reference }) => reference === 'BACK').map(({ what }) => what)).toEqual(['decide-send-back']);
  });

  it('of a judge whom the protocol names: what they have not yet judged, and what nobody answered', () => {
    expect(toDo('wynn')).toEqual(['chase LATE late', 'judge AGENCY', 'judge HALF', 'judge JUDGE', ...toTakeOn]);
  });

  it('of those who chase for everybody, and of those who answer for the service', () => {
    expect(toDo('ford')).toEqual(['chase LATE late']);
    expect(toDo('lane')).toEqual(['waits-long AGENCY', 'waits-long JUDGE', 'decide-extension ASKED', ...toTakeOn]);
  });

  it('of somebody who covers is their own, and the other’s marked with whose it is', () => {
    const reading = readingAt(models, Controls.afterDue, protocol);
    const posts = reading.directory.postsHeldBy('lane', '2022-04-26');
    const owners = ['lane', 'iro-rowe'];
    const { items } = myWork({ person: 'lane', posts, owners }, reading, EVERYTHING);
    const marked = items.map(({ what, reference, actingFor }) => `${what} ${reference} ${actingFor?.id ?? ''}`.trim());
    const theirs = toDo('iro-rowe').map((each) => each.replace(/( A\d)?( late)?$/, ''));
    // An act that an IRO manager may do as such is not done in anybody's place.
    const asManager = [
      ...['decide-extension ASKED', 'waits-long AGENCY', 'waits-long JUDGE'],
      ...['take-on DRP-0000-0001', 'take-on y-0'],
    ];
    const inTheirPlace = theirs.filter((each) => !asManager.includes(each)).map((each) => `${each} iro-rowe`);
    expect(marked.toSorted()).toEqual([...asManager, ...inTheirPlace].toSorted());
  });

  it('counts from its items, and keeps apart what waits for others', () => {
    const { items, totals, waitingForOthers } = work('iro-rowe');
    expect(totals).toEqual({ toDo: items.length, late: 3, dueToday: 0 });
    expect(waitingForOthers.map(({ reference }) => reference)).toEqual(['LATE', 'ASKED', 'HALF']);
  });

  it('keeps in the sight of the IRO what was agreed in a dispute that has ended, until it is theirs to check or is done', async () => {
    const ended = dispute(
      'ENDED',
      ...Controls.disputeRaised({ reference: 'ENDED' }),
      agreed('A1', { who: 'T. Cole', person: 'cole' }, '2022-05-20'),
      agreed('A2', { who: 'the carer team' }, '2022-05-20'),
      Controls.resolved(),
    );
    const reading = readingAt(await readModelsOf(...stories, ended), Controls.afterDue, protocol);
    const listed = (person: string): string[] => {
      const posts = reading.directory.postsHeldBy(person, '2022-04-26');
      const { actionsOfOthers } = myWork({ person, posts, owners: [person] }, reading, EVERYTHING);
      return actionsOfOthers.map(({ reference, actionId, who, due }) =>
        [reference, actionId, ...who.map(({ id }) => id), due.dueOn].join(' '),
      );
    };
    // The actions of DONE are theirs to check already, so they stand in what is to do.
    expect(listed('iro-rowe')).toEqual(['ENDED A1 cole 2022-05-20', 'ENDED A2 cole 2022-05-20']);
    expect([...listed('cole'), ...listed('wynn')]).toEqual([]);
  });

  it('holds recommendations late by a certain date only, as their own page does', async () => {
    const sent = (reference: string, more: Partial<RecommendationsSent>): Story => ({
      stream: `recommendations-${reference}`,
      events: [{ type: 'RecommendationsSent', data: { ...RECOMMENDATIONS, reference, ...more } }],
    });
    const cole = [...post('team-manager', 'through-care-3', 'cole'), team('through-care-3', 'Through Care 3')];
    const reading = readingAt(
      await readModelsOf(...cole, sent('CERTAIN', {}), sent('UNSURE', { notYetCertain: true })),
      Controls.afterDue,
    );
    const posts = reading.directory.postsHeldBy('cole', '2022-04-26');
    const { items } = myWork({ person: 'cole', posts, owners: ['cole'] }, reading, EVERYTHING);
    expect(items.map(({ reference, due }) => [reference, due.late, due.dueOn])).toEqual([
      ['CERTAIN', true, '2022-04-25'],
      ['UNSURE', false, null],
    ]);
  });

  it('keeps in the sight of a manager what they have answered, until it ends', () => {
    const { waitingForOthers, items } = work('cole');
    const references = waitingForOthers.map(({ reference }) => reference);
    expect(references).toEqual(expect.arrayContaining(['JUDGE', 'AGENCY']));
    expect(references).not.toContain('LATE');
    expect(references).not.toContain('DONE');
    expect(items.filter(({ what }) => what === 'answer').map(({ reference }) => reference)).toEqual(['LATE', 'ASKED']);
  });

  it('keeps in the sight of a social worker what they have answered informally, and nothing formal', async () => {
    const walker = post('social-worker', 'through-care-3', 'walker');
    const answered = dispute('SPOKEN', ...Controls.informalRaised({ reference: 'SPOKEN' }), Controls.answerGiven());
    const addressees: PostKind[] = ['social-worker', 'team-manager'];
    const asksTheWorker = { ...protocol, informal: { ...protocol.informal!, addressees } };
    const reading = readingAt(await readModelsOf(...stories, ...walker, answered), Controls.now, asksTheWorker);
    const waitingFor = (person: string): string[] => {
      const posts = reading.directory.postsHeldBy(person, '2022-04-14');
      const { waitingForOthers } = myWork({ person, posts, owners: [person] }, reading, EVERYTHING);
      return waitingForOthers.map(({ reference }) => reference);
    };
    expect(waitingFor('walker')).toEqual(['SPOKEN']);
    expect(waitingFor('cole')).toContain('SPOKEN');
    expect(waitingFor('ford')).toEqual([]);
  });

  it('keeps in the sight of whoever sent it for the IRO what waits for others', async () => {
    const typed = Controls.disputeRaised({ reference: 'TYPED' }).map((event) => ({
      ...{ ...event, by: { ...Controls.businessSupport, actingFor: 'iro-rowe' } },
    }));
    const reading = readingAt(await readModelsOf(...stories, dispute('TYPED', ...typed)), Controls.now, protocol);
    const waitingFor = (person: string): string[] => {
      const posts = reading.directory.postsHeldBy(person, '2022-04-14');
      const { waitingForOthers } = myWork({ person, posts, owners: [person] }, reading, EVERYTHING);
      return waitingForOthers.map(({ reference }) => reference);
    };
    expect(waitingFor(Controls.businessSupport.person)).toEqual(['TYPED']);
    expect(waitingFor('iro-rowe')).toContain('TYPED');
    expect(waitingFor('wynn')).not.toContain('TYPED');
  });

  it('says of what has no date since when it waits, and never that it is late', () => {
    const { items } = work('iro-rowe');
    const undated = items.filter(({ due }) => due.dueOn === null);
    expect(undated.length).toBeGreaterThan(1);
    for (const { due, waiting } of undated) {
      expect(due.late).toBe(false);
      expect(waiting).toMatchObject({ since: expect.any(String), workingDays: expect.any(Number) });
    }
    expect(items.filter(({ due }) => due.dueOn !== null).every(({ waiting }) => waiting === null)).toBe(true);
  });

  it('of somebody with nothing to do is empty', () => {
    expect(work('stranger')).toMatchObject({ items: [], totals: { toDo: 0, late: 0, dueToday: 0 } });
  });
});
