import { describe, expect, it } from '@jest/globals';
import { ACCESS_TABLE, type Permission } from './access-table.js';
import { ASKED_FRESH, asksForFreshSignIn, isFresh } from './fresh.js';
import { SIGNED_IN } from './permission.js';

/** Names of rows about emergencies, publication, keys, exports, and holders of posts. */
const ASKS_BY_NAME =
  /emergency-access$|^report\.approve|\.publish|\.export|^(token|key|account)\.(?!read)|^role\.(propose|agree)|^directory\.write|^council\.open|^work\.follow/;

describe('a sign-in of the last minutes', () => {
  it('is fresh for ten minutes, and never where nobody says when it was', () => {
    expect(isFresh('2023-04-03T09:00:00.000Z', '2023-04-03T09:09:59.999Z')).toBe(true);
    expect(isFresh('2023-04-03T09:00:00.000Z', '2023-04-03T09:10:00.000Z')).toBe(false);
    expect(isFresh(null, '2023-04-03T09:00:00.000Z')).toBe(false);
  });

  it('is asked for under every row about emergencies, publication, keys, exports and posts, and under no other', () => {
    const named = (Object.keys(ACCESS_TABLE) as Permission[]).filter((row) => ASKS_BY_NAME.test(row));
    expect([...ASKED_FRESH].sort()).toEqual(named.sort());
  });

  it('is asked for where one of several rows asks, and where a file leaves the program', () => {
    expect(asksForFreshSignIn({ permits: ['role.read', 'role.agree'] })).toBe(true);
    expect(asksForFreshSignIn({ permits: ['dispute.read'] })).toBe(false);
    expect(asksForFreshSignIn({ permits: ['dispute.read'], exportsFile: true })).toBe(true);
    expect(asksForFreshSignIn({ permits: SIGNED_IN })).toBe(false);
    expect(asksForFreshSignIn({})).toBe(false);
  });
});
