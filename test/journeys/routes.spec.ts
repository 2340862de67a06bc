import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PERMISSIONS } from '../../src/access/access.js';
import { ACCESS_TABLE, rowOf } from '../../src/access/access-table.js';
import { OPEN_TO_ALL, SIGNED_IN } from '../../src/access/permission.js';
import { DATA_FEED, POST_KINDS } from '../../src/protocol/protocol.js';
import { routesOf } from '../support/routes.js';
import { Council } from './council.js';

describe('a route that reads', () => {
  it('says what of children’s matters it shows, or that it shows none', async () => {
    const council = await Council.begin();
    try {
      const reading = routesOf(council.app).filter(
        ({ request, permission }) =>
          request.startsWith('GET ') && permission !== OPEN_TO_ALL && permission !== SIGNED_IN,
      );
      expect(reading.length).toBeGreaterThan(30);
      expect(reading.filter(({ opening }) => opening === undefined).map(({ name }) => name)).toEqual([]);
    } finally {
      await council.end();
    }
  });
});

describe('the access table', () => {
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin();
  });
  afterAll(() => council.end());

  it('has a row for every route', () => {
    const routes = routesOf(council.app);
    expect(routes.length).toBeGreaterThan(60);
    const without = routes.filter(
      ({ permission }) =>
        permission !== OPEN_TO_ALL && permission !== SIGNED_IN && !permission?.every((each) => each in ACCESS_TABLE),
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it('asks no more than that somebody is signed in only for signing in again', async () => {
    const forAll = routesOf(council.app).filter(({ permission }) => permission === SIGNED_IN);
    expect(forAll.map(({ name }) => name)).toEqual(['SignInPage.again']);
  });

  it('leaves open only health, what the footer leads to, the address of the program, and signing in', () => {
    const open = routesOf(council.app).filter(({ permission }) => permission === OPEN_TO_ALL);
    expect(open.map(({ name }) => name).sort()).toEqual([
      // A calendar program signs in nobody: the key in the address opens it.
      'DueDatesPage.feed',
      'HealthRoute.health',
      'HealthRoute.live',
      'HealthRoute.ready',
      'HomeRoute.home',
      'InformationRoute.accessibility',
      'InformationRoute.cookies',
      'InformationRoute.help',
      'InformationRoute.privacy',
      'InformationRoute.whatsNew',
      'OidcPage.backChannel',
      'OidcPage.callback',
      'OidcPage.frontChannel',
      'SetUpPage.open',
      'SetUpPage.use',
      'SignInPage.pick',
      'SignInPage.signIn',
      'SignInPage.signOut',
      'SignInPage.signedOut',
      'SignInRoute.signIn',
      // Nobody is signed in on a screen on a wall: the key in the address opens counts alone.
      'WallPage.shown',
    ]);
  });

  it('has no row that nothing asks for', () => {
    const asked = new Set(
      routesOf(council.app).flatMap(({ permission }) => (Array.isArray(permission) ? permission : [])),
    );
    const inside = ['dispute.read-cafcass', 'figures.read-by-iro'];
    expect(PERMISSIONS.filter((permission) => !asked.has(permission) && !inside.includes(permission))).toEqual([]);
  });

  it('names nobody but posts and the feed, and never lets those who look on write', () => {
    const writes = PERMISSIONS.filter((permission) => !permission.includes('.read'));
    for (const permission of PERMISSIONS) {
      expect(
        Object.keys(rowOf(permission)).filter(
          (kind) => !([...POST_KINDS, DATA_FEED] as readonly string[]).includes(kind),
        ),
      ).toEqual([]);
    }
    expect(writes.filter((permission) => rowOf(permission).inspector)).toEqual([]);
    // Analysts write about figures, and have no part in a case.
    const byAnalysts = ['figures.write', 'report.write', 'report.sign-off', 'report.check', 'disclosure.enter'];
    expect(writes.filter((permission) => rowOf(permission)['performance-analyst'])).toEqual(byAnalysts);
  });
});
