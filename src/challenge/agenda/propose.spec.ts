import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import {
  type AgendaRows,
  type CaseRow,
  type DecidedRow,
  type MeetingToPrepare,
  type Proposal,
  proposeAgenda,
} from './propose.js';

/** On 14 April 2022, for the meeting of 11 May. */
const challenge: MeetingToPrepare = {
  kind: 'challenge',
  heldOn: '2022-05-11',
  stages: [],
  looksForCases: true,
  had: [],
};
const tracking: MeetingToPrepare = { ...challenge, kind: 'pre-challenge' };
const protocol = Controls.protocol({ challengeFromStage: 3 });
const row = (more: Partial<CaseRow> = {}): CaseRow => ({
  reference: 'DRP-A',
  kind: 'formal',
  isOpen: true,
  raisedOn: '2022-04-11',
  themeGroup: 'DD',
  children: ['1568440'],
  stage: Controls.stage(1, 'team-manager'),
  stageSince: '2022-04-11',
  awaitsAnswer: true,
  protocol,
  formalises: null,
  isOverTotal: false,
  ...more,
});
const atMeeting = (code: string) =>
  Controls.stage(3, 'iro-manager', { code, clock: { unit: 'meeting' }, needs: 'meeting-decision' });
const decided = (more: Partial<DecidedRow> = {}): DecidedRow => ({
  about: { kind: 'case', dispute: 'DRP-A' },
  meetingKind: 'challenge',
  heldOn: '2022-04-13',
  decision: 'decided-accepted',
  nextLookOn: null,
  ...more,
});
const because = (meeting: MeetingToPrepare, rows: Partial<AgendaRows>): readonly (readonly string[])[] =>
  proposals(meeting, rows).map((each) => each.because);
const proposals = (meeting: MeetingToPrepare, rows: Partial<AgendaRows>): Proposal[] =>
  proposeAgenda(
    meeting,
    { cases: [], notWorkedOut: [], earlier: [], actions: [], decided: [], standing: [], ...rows },
    Controls.today,
  );

describe('An agenda proposes', () => {
  it('nothing in a council without a matter for it', () => {
    expect(proposals(challenge, { cases: [row()] })).toEqual([]);
  });

  it('disputes at the stages that this meeting times', () => {
    const cases = [row({ stage: atMeeting('3') })];
    expect(because(challenge, { cases })).toEqual([['at-meeting-stage']]);
    expect(because({ ...challenge, stages: ['3'] }, { cases })).toEqual([['at-meeting-stage']]);
    expect(because({ ...challenge, stages: ['4'] }, { cases })).toEqual([]);
  });

  it('disputes from the stage that the protocol names, to the challenge meeting', () => {
    const cases = [row({ stage: Controls.stage(3, 'director') })];
    expect(because(challenge, { cases })).toEqual([['at-named-stage']]);
    expect(because(tracking, { cases })).toEqual([]);
    expect(because(challenge, { cases: [row({ stage: Controls.stage(2, 'director') })] })).toEqual([]);
    const silent = Controls.protocol();
    expect(because(challenge, { cases: [row({ ...cases[0], protocol: silent })] })).toEqual([]);
  });

  it('disputes that are open and over the limit of all stages together', () => {
    expect(because(challenge, { cases: [row({ isOverTotal: true })] })).toEqual([['over-total-cap']]);
    expect(because(challenge, { cases: [row({ isOverTotal: true, isOpen: false })] })).toEqual([]);
  });

  it.each([
    ['the same child and group within six months', {}, true],
    ['six months before, to the day', { raisedOn: '2021-10-11' }, true],
    ['a day more', { raisedOn: '2021-10-10' }, false],
    ['another child', { children: ['999'] }, false],
    ['another group of themes', { themeGroup: 'VISIT' }, false],
    ['raised later', { raisedOn: '2022-04-12' }, false],
    ['itself', { reference: 'DRP-A' }, false],
  ])('a repeat: %s', (_, more, isRepeat) => {
    const earlier = [{ reference: 'DRP-B', raisedOn: '2022-01-10', themeGroup: 'DD', children: ['1568440'], ...more }];
    expect(because(challenge, { cases: [row()], earlier })).toEqual(isRepeat ? [['repeated']] : []);
    expect(because(challenge, { cases: [row({ formalises: earlier[0]!.reference })], earlier })).toEqual([]);
  });

  it('actions long overdue, also of a dispute that has ended', () => {
    const cases = [row({ isOpen: false })];
    const actions = (by: string) => [{ reference: 'DRP-A', by }];
    expect(because(challenge, { cases, actions: actions('2022-03-16') })).toEqual([['actions-long-overdue']]);
    expect(because(challenge, { cases, actions: actions('2022-03-17') })).toEqual([]);
  });

  it('cases only where it looks for them itself, and every reason together', () => {
    const cases = [row({ isOverTotal: true, stage: atMeeting('4') })];
    const actions = [{ reference: 'DRP-A', by: '2022-02-20' }];
    expect(because(challenge, { cases, actions })).toEqual([
      ['at-meeting-stage', 'over-total-cap', 'actions-long-overdue'],
    ]);
    expect(because({ ...challenge, looksForCases: false }, { cases, actions })).toEqual([['at-meeting-stage']]);
  });

  it('a dispute that the tracking meeting took up, until the challenge meeting has decided it', () => {
    const takenUp = decided({ meetingKind: 'pre-challenge', decision: 'take-it-up' });
    expect(because(challenge, { cases: [row()], decided: [takenUp] })).toEqual([['taken-up']]);
    expect(because(tracking, { cases: [row({ isOverTotal: true })], decided: [takenUp] })).toEqual([]);
    expect(because(challenge, { cases: [row()], decided: [takenUp, decided()] })).toEqual([]);
    expect(because(challenge, { cases: [], decided: [takenUp] })).toEqual([]);
    const theme = { kind: 'theme' as const, theme: 'LIFE', title: 'Life story work waits' };
    expect(proposals(challenge, { decided: [{ ...takenUp, about: theme }] })).toEqual([
      { about: theme, because: ['taken-up'], alsoOn: null },
    ]);
  });

  it('an item that an earlier meeting wants to look at again, when that day has come', () => {
    const looked = (nextLookOn: string) => decided({ decision: 'more-action-first', nextLookOn });
    expect(because(challenge, { cases: [row()], decided: [looked('2022-05-11')] })).toEqual([['look-again']]);
    expect(because(challenge, { cases: [row()], decided: [looked('2022-05-12')] })).toEqual([]);
    expect(because(tracking, { cases: [row()], decided: [looked('2022-05-11')] })).toEqual([]);
  });

  it('no case of which another meeting wants more done first, until it looks again or the case has gone up', () => {
    const cases = [row({ stage: atMeeting('3') })];
    const looked = (nextLookOn: string) =>
      decided({ meetingKind: 'pre-challenge', decision: 'more-action-first', nextLookOn });
    expect(because(challenge, { cases, decided: [looked('2022-05-12')] })).toEqual([]);
    expect(because(challenge, { cases, decided: [looked('2022-05-11')] })).toEqual([['at-meeting-stage']]);
    expect(because(tracking, { cases, decided: [looked('2022-05-11')] })).toEqual([['at-meeting-stage', 'look-again']]);
    const wentUp = [row({ stage: atMeeting('4'), stageSince: '2022-04-14' })];
    expect(because(challenge, { cases: wentUp, decided: [looked('2022-05-12')] })).toEqual([['at-meeting-stage']]);
  });

  it('an item that a single meeting put off without a day, at the next meeting of its kind', () => {
    const putOff = decided({ decision: 'deferred' });
    expect(because(challenge, { cases: [row()], decided: [putOff] })).toEqual([['look-again']]);
    expect(because(tracking, { cases: [row()], decided: [putOff] })).toEqual([]);
    expect(because(challenge, { cases: [row()], decided: [putOff, decided()] })).toEqual([]);
    const theme = { kind: 'theme' as const, theme: 'LIFE', title: 'Life story work waits' };
    expect(proposals(challenge, { decided: [{ ...putOff, about: theme }] })).toEqual([
      { about: theme, because: ['look-again'], alsoOn: null },
    ]);
  });

  it('nothing again that an earlier meeting has dealt with', () => {
    const late = [row({ isOverTotal: true })];
    expect(because(challenge, { cases: late, decided: [decided()] })).toEqual([]);
    expect(because(challenge, { cases: late, decided: [decided({ decision: 'dropped' })] })).toEqual([]);
    expect(because(challenge, { cases: late, decided: [decided({ decision: 'more-action-first' })] })).toEqual([
      ['over-total-cap'],
    ]);
  });

  it('a case whose stage waits for this meeting and began since an earlier one decided, or that was dropped before it was settled', () => {
    const at = (more: Partial<CaseRow>) => [row({ stage: atMeeting('4'), ...more })];
    const since = at({ stageSince: '2022-04-14' });
    expect(because(challenge, { cases: since, decided: [decided()] })).toEqual([['at-meeting-stage']]);
    expect(because({ ...challenge, stages: ['3'] }, { cases: since, decided: [decided()] })).toEqual([]);
    expect(because(challenge, { cases: at({}), decided: [decided()] })).toEqual([]);
    const dropped = [decided({ decision: 'dropped' })];
    expect(because(challenge, { cases: at({}), decided: dropped })).toEqual([['at-meeting-stage']]);
    expect(because(challenge, { cases: at({ awaitsAnswer: false }), decided: dropped })).toEqual([]);
    const looksAgain = [decided({ decision: 'dropped', nextLookOn: '2022-06-01' })];
    expect(because(challenge, { cases: at({}), decided: looksAgain })).toEqual([]);
  });

  it('nothing that stands on it, or was taken off it', () => {
    const had = [{ kind: 'case' as const, dispute: 'DRP-A' }];
    expect(proposals({ ...challenge, had }, { cases: [row({ isOverTotal: true })] })).toEqual([]);
  });

  it('says on which other agenda of its kind an item stands already', () => {
    const over = { cases: [row({ isOverTotal: true })] };
    const on = (meetingKind: 'challenge' | 'pre-challenge', heldOn: string, dispute = 'DRP-A') => ({
      ...{ meetingKind, heldOn },
      about: { kind: 'case', dispute } as const,
    });
    const alsoOn = (...standing: AgendaRows['standing']) =>
      proposals(challenge, { ...over, standing }).map((each) => each.alsoOn);
    expect(alsoOn()).toEqual([null]);
    expect(alsoOn(on('challenge', '2022-05-04'), on('challenge', '2022-06-08'))).toEqual(['2022-05-04']);
    expect(alsoOn(on('pre-challenge', '2022-05-04'), on('challenge', '2022-05-04', 'DRP-B'))).toEqual([null]);
  });
});
