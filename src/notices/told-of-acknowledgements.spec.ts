import { describe, expect, it } from '@jest/globals';
import type { AcknowledgementEvent } from '../acknowledgements/events.js';
import type { AcknowledgementState, Given } from '../acknowledgements/state.js';
import { toldOfAcknowledgement } from './told-of-acknowledgements.js';

const given: Given = {
  status: 'given',
  reference: 'PA-7K4M-2QXH',
  givenOn: '2022-04-14',
  giver: 'iro-rowe',
  wasMoved: false,
  heldBy: 'iro-rowe',
  protocolVersion: 1,
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
const movedTo = (team: string): string[] => {
  const to = { children: ['1568441'], team };
  const { children, team: from } = given.acknowledged;
  const event: AcknowledgementEvent = {
    type: 'AcknowledgementMovedToChild',
    data: { from: { children, team: from }, to, reason: 'Two have the same initials.' },
  };
  const after: AcknowledgementState = { ...given, acknowledged: { ...given.acknowledged, ...to } };
  return toldOfAcknowledgement(event, given, after, 'acknowledgement').map(({ kind, to: told }) =>
    'post' in told ? `${kind} to ${told.post} of ${told.team}` : `${kind} to ${'person' in told ? told.person : ''}`,
  );
};

describe('An acknowledgement that is moved to another child', () => {
  it('is told to those thanked, to the managers of both teams, and to the person who gave it', () => {
    expect(movedTo('through-care-4')).toEqual([
      'acknowledgement-corrected to t-cole',
      'acknowledgement-received to team-manager of through-care-4',
      'acknowledgement-corrected to team-manager of through-care-4',
      'acknowledgement-withdrawn to team-manager of through-care-3',
      'acknowledgement-corrected to iro-rowe',
    ]);
  });

  it('of the same team is told to its manager as corrected', () => {
    expect(movedTo('through-care-3')).toEqual([
      'acknowledgement-corrected to t-cole',
      'acknowledgement-corrected to team-manager of through-care-3',
      'acknowledgement-corrected to iro-rowe',
    ]);
  });
});
