import { describe, expect, it } from '@jest/globals';
import type { AcknowledgementEvent } from '../acknowledgements/events.js';
import type { AcknowledgementState, Given } from '../acknowledgements/state.js';
import type { Directory } from '../directory/directory.js';
import { toldOfAcknowledgement } from './told-of-acknowledgements.js';

const given: Given = {
  status: 'given',
  reference: 'PA-7K4M-2QXH',
  givenOn: '2022-04-14',
  giver: 'iro-rowe',
  wasMoved: false,
  heldBy: 'iro-rowe',
  protocolVersion: 1,
  thankedBy: [],
  acknowledged: {
    children: ['1568440'],
    team: 'through-care-3',
    people: [{ person: 't-cole', name: null, agency: null }],
    wholeTeam: false,
    theme: 'PERM',
    whatTheyDid: 'Rang every week.',
    differenceForChild: null,
  },
};
const TEAMS: Readonly<Record<string, string>> = { 't-cole': 'through-care-3', 'w-adams': 'locality-south' };
const directory = {
  postsHeldBy: (person: string) => [{ kind: 'social-worker', team: TEAMS[person] ?? null }],
  child: (child: string) => (child === '1568441' ? { iro: 'iro-prasad' } : null),
} as unknown as Directory;
const TODAY = '2022-04-14';
const inWords = (told: ReturnType<typeof toldOfAcknowledgement>): string[] =>
  told.map(({ kind, to }) =>
    'post' in to ? `${kind} to ${to.post} of ${to.team}` : `${kind} to ${'person' in to ? to.person : ''}`,
  );
const movedTo = (team: string): string[] => {
  const to = { children: ['1568441'], team };
  const { children, team: from } = given.acknowledged;
  const event: AcknowledgementEvent = {
    type: 'AcknowledgementMovedToChild',
    data: { from: { children, team: from }, to, reason: 'Two have the same initials.' },
  };
  const after: AcknowledgementState = { ...given, acknowledged: { ...given.acknowledged, ...to } };
  return inWords(toldOfAcknowledgement(event, given, after, 'acknowledgement', directory, TODAY));
};

describe('An acknowledgement that is moved to another child', () => {
  it('is told to those thanked, to the managers of the teams of the child and of those thanked, to the person who gave it and to the IRO of the child', () => {
    expect(movedTo('through-care-4')).toEqual([
      'acknowledgement-corrected to t-cole',
      'acknowledgement-received to team-manager of through-care-4',
      'acknowledgement-corrected to team-manager of through-care-4',
      'acknowledgement-corrected to team-manager of through-care-3',
      'acknowledgement-moved-away to iro-rowe',
      'acknowledgement-moved-to-you to iro-prasad',
    ]);
  });

  it('of the same team is told to its manager as corrected', () => {
    expect(movedTo('through-care-3')).toEqual([
      'acknowledgement-corrected to t-cole',
      'acknowledgement-corrected to team-manager of through-care-3',
      'acknowledgement-moved-away to iro-rowe',
      'acknowledgement-moved-to-you to iro-prasad',
    ]);
  });
});

describe('An acknowledgement of somebody of another team', () => {
  const thanking = (...people: string[]): Given => ({
    ...given,
    acknowledged: {
      ...given.acknowledged,
      people: people.map((person) => ({ person, name: null, agency: null })),
    },
  });

  it('goes to the manager of that team too, who hears when it no longer thanks them', () => {
    const after = thanking('t-cole');
    const { acknowledged } = after;
    const event: AcknowledgementEvent = {
      type: 'AcknowledgementCorrected',
      data: { acknowledged, reason: 'It was somebody else.' },
    };
    expect(
      inWords(toldOfAcknowledgement(event, thanking('w-adams'), after, 'acknowledgement', directory, TODAY)),
    ).toEqual([
      'acknowledgement-received to t-cole',
      'acknowledgement-corrected to team-manager of through-care-3',
      'acknowledgement-corrected to iro-rowe',
      'acknowledgement-withdrawn to w-adams',
      'acknowledgement-withdrawn to team-manager of locality-south',
    ]);
  });
});

describe('An acknowledgement of a whole team', () => {
  const told = (event: AcknowledgementEvent, before: AcknowledgementState, after: AcknowledgementState): string[] =>
    toldOfAcknowledgement(event, before, after, 'acknowledgement', directory, TODAY).flatMap(({ kind, to }) =>
      'wholeTeam' in to ? [`${kind} to everybody of ${to.wholeTeam} on ${to.on}`] : [],
    );
  const withTeam = (wholeTeam: boolean, team = 'through-care-3'): Given => ({
    ...given,
    acknowledged: { ...given.acknowledged, wholeTeam, team },
  });
  const corrected = (to: Given): AcknowledgementEvent => ({
    type: 'AcknowledgementCorrected',
    data: { acknowledged: to.acknowledged, reason: 'It was all of them.' },
  });

  it('goes to everybody who was of the team on the day on which it was given', () => {
    const event: AcknowledgementEvent = {
      type: 'PracticeAcknowledged',
      data: {
        ...{ reference: given.reference, givenOn: given.givenOn, giverRole: 'iro', giver: given.giver },
        ...{ protocolVersion: 1, acknowledged: withTeam(true).acknowledged, adviceGiven: [] },
      },
    };
    expect(told(event, { status: 'not-given' }, withTeam(true))).toEqual([
      'acknowledgement-received to everybody of through-care-3 on 2022-04-14',
    ]);
  });

  it('says to each team what a correction made of it', () => {
    expect(told(corrected(withTeam(true)), withTeam(false), withTeam(true))).toEqual([
      'acknowledgement-received to everybody of through-care-3 on 2022-04-14',
    ]);
    expect(told(corrected(withTeam(false)), withTeam(true), withTeam(false))).toEqual([
      'acknowledgement-withdrawn to everybody of through-care-3 on 2022-04-14',
    ]);
    expect(told(corrected(withTeam(true)), withTeam(true), withTeam(true))).toEqual([
      'acknowledgement-corrected to everybody of through-care-3 on 2022-04-14',
    ]);
    expect(told(corrected(withTeam(true, 'west')), withTeam(true), withTeam(true, 'west'))).toEqual([
      'acknowledgement-received to everybody of west on 2022-04-14',
      'acknowledgement-withdrawn to everybody of through-care-3 on 2022-04-14',
    ]);
  });
});
