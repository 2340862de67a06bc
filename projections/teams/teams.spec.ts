import { describe, expect, it } from '@jest/globals';
import { rowsAfter } from '../../test/support/read-models.js';
import type { TeamEvent } from '../../src/directory/events.js';
import { NOT_NEEDED } from '../../src/roles/agreed.js';
import { teamNames } from '../team-names/team-names.js';
import { teams } from './teams.js';

const registered: TeamEvent = {
  type: 'TeamRegistered',
  data: {
    teamId: 'tc1',
    code: 'TC1',
    name: 'Through Care 1',
    alsoWrittenAs: ['Through-Care 1'],
    service: 'Corporate Parenting',
    from: null,
    to: null,
    succeeds: [],
  },
};
const story = (...events: TeamEvent[]): { stream: string; events: TeamEvent[] } => ({ stream: 'team-tc1', events });

describe('the row of a team', () => {
  it('without dates exists throughout', () => {
    expect(rowsAfter(teams, story(registered))).toEqual([
      {
        team: 'tc1',
        code: 'TC1',
        service: 'Corporate Parenting',
        services: [{ service: 'Corporate Parenting', from: null }],
        also_written_as: ['Through-Care 1'],
        from: null,
        to: null,
        succeeds: [],
        succeeded_by: [],
      },
    ]);
  });

  it('collects its spellings, its services and its end', () => {
    const [row] = rowsAfter(
      teams,
      story(
        registered,
        { type: 'TeamSpellingsAdded', data: { alsoWrittenAs: ['TC One'] } },
        { type: 'TeamMovedToService', data: { service: 'Localities', from: '2022-04-01', agreed: NOT_NEEDED } },
        { type: 'TeamEnded', data: { on: '2023-03-31', succeededBy: ['tc5'], agreed: NOT_NEEDED } },
      ),
    );
    expect(row).toMatchObject({
      also_written_as: ['Through-Care 1', 'TC One'],
      service: 'Localities',
      services: [
        { service: 'Corporate Parenting', from: null },
        { service: 'Localities', from: '2022-04-01' },
      ],
      to: '2023-03-31',
      succeeded_by: ['tc5'],
    });
  });
});

describe('the names of a team', () => {
  it('keep the old one beside the new, with the day it began', () => {
    const renamed: TeamEvent = { type: 'TeamRenamed', data: { name: 'Leaving Care', from: '2022-04-01' } };
    expect(rowsAfter(teamNames, story(registered, renamed))).toEqual([
      { team: 'tc1', number: 1, name: 'Through Care 1', from: null },
      { team: 'tc1', number: 2, name: 'Leaving Care', from: '2022-04-01' },
    ]);
  });
});
