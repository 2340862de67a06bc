import { beforeAll, describe, expect, it } from '@jest/globals';
import { post, team } from '../../test/support/leaders.js';
import { readModelsOf } from '../../test/support/read-models.js';
import type { Directory, Post } from './directory.js';
import { directoryFrom } from './directory-from.js';
import { lookOf, teamLookingLike, whyNotTitled } from './told-apart.js';

const TODAY = '2022-04-14';

let directory: Directory;
beforeAll(async () => {
  const past = team('past', 'Old Town', 'Localities');
  const ended = { type: 'TeamEnded', data: { on: '2021-03-31', succeededBy: [] } };
  directory = directoryFrom(
    await readModelsOf(
      team('north', 'Locality North 1', 'Localities'),
      { ...past, events: [...past.events, ended] },
      ...post('team-manager', 'north', 'tom'),
      ...post('director', null, 'dora'),
    ),
  );
});

describe('a name as the eye reads it', () => {
  it.each([
    ['Locality North 1', 'locality-north I'],
    ['Team 10', 'TEAM lO'],
    ['Plas Mawr', 'Plâs  Mawr'],
  ])('is the same for %s and %s', (one, other) => {
    expect(lookOf(one)).toBe(lookOf(other));
  });

  it.each([
    ['North 1', 'North 2'],
    ['Through Care', 'Throughcare East'],
  ])('is another for %s and %s', (one, other) => {
    expect(lookOf(one)).not.toBe(lookOf(other));
  });
});

describe('the name of a team', () => {
  it.each(['Locality North l', 'LOCALITY-NORTH-1', 'north', 'N0rth'])(
    'is not %s, which can be taken for another',
    (name) => {
      expect(teamLookingLike(name, 'new', directory, TODAY)?.teamId).toBe('north');
      expect(teamLookingLike(name, 'north', directory, TODAY)).toBeUndefined();
    },
  );

  it('may be one that a team had which has ended, but not that team’s id', () => {
    expect(teamLookingLike('Old Town', 'new', directory, TODAY)).toBeUndefined();
    expect(teamLookingLike('Past', 'new', directory, TODAY)?.teamId).toBe('past');
  });
});

describe('the title of a post', () => {
  const titled = (title: string, over: Partial<Post> = {}): string | undefined =>
    whyNotTitled(
      { postId: 'new', kind: 'team-manager', title, team: null, service: 'Far', ...over },
      over.team === undefined ? 'Far' : null,
      directory,
      TODAY,
    );

  it('may be that of others of its kind, which the team or the service tells apart', () => {
    expect(titled('team-manager')).toBeUndefined();
    expect(titled('Manager of the Far team')).toBeUndefined();
  });

  it('is not that of another kind of post, whether somebody holds one or not', () => {
    expect(titled('Director')).toMatch(/another kind of post/);
    expect(titled('Chief executive')).toMatch(/another kind of post/);
    expect(titled('d1rector', { kind: 'administrator', service: null, team: null })).toMatch(/director/);
  });

  it('is not that of a post for another team', () => {
    expect(titled('Team manager Locality North 1')).toMatch(/can be taken for/);
    expect(titled('Team-manager, Locality North I')).toMatch(/can be taken for/);
  });
});
