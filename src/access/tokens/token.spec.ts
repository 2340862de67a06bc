import { describe, expect, it } from '@jest/globals';
import { specify } from '../../../test/support/given.js';
import type { ProgramRole } from '../access-table.js';
import type { TokenEvent } from './events.js';
import { isValid, type TokenAct, tokenDecider } from './token.js';

const given = specify(tokenDecider);

const NOON = '2023-04-03T12:00:00.000Z';
const holder = { kind: 'person', person: 'iris' } as const;
const facts = { token: 'TOK-7K4M-2QXH', holder, hash: 'a hash' };
const create: TokenAct = { type: 'create', ...facts, days: 30, at: NOON };
const created: TokenEvent = {
  type: 'TokenCreated',
  data: { ...facts, createdAt: NOON, expiresAt: '2023-05-03T12:00:00.000Z' },
};
const withdraw: TokenAct = { type: 'withdraw', reason: 'Laptop lost.', at: NOON };
const withdrawn: TokenEvent = { type: 'TokenWithdrawn', data: { withdrawnAt: NOON, reason: 'Laptop lost.' } };

describe('a token', () => {
  it('is made for so many days', () => {
    given().when(create, null).then(created);
    given(created).when(create, null).thenRefuses('token-there-already');
  });

  it.each([0, -1, 1.5, 367, Number.NaN])('does not last %p days', (days) => {
    given()
      .when({ ...create, days }, null)
      .thenRefuses('token-days');
  });

  it('is made for a program in a role that programs can have, and in no other', () => {
    const program = { kind: 'program', program: 'case-system', role: 'business-support' } as const;
    given()
      .when({ ...create, holder: program }, null)
      .thenAmong({ ...created, data: { ...created.data, holder: program } });
    for (const role of ['iro', 'director', 'inspector', 'president'] as unknown as ProgramRole[])
      given()
        .when({ ...create, holder: { ...program, role } }, null)
        .thenRefuses('not-a-role-of-programs');
  });

  it.each(['', 'x', 'Case-System', '-case', 'case system', 'program:x', 'é-case', 'a'.repeat(41)])(
    'is not made for a program called %p',
    (program) => {
      given()
        .when({ ...create, holder: { kind: 'program', program, role: 'administrator' } }, null)
        .thenRefuses('program-name');
    },
  );

  it('is withdrawn once, by anybody who asks', () => {
    given(created).when(withdraw, null).then(withdrawn);
    given(created, withdrawn).when(withdraw, null).thenNothing();
    given().when(withdraw, null).thenRefuses('no-such-token');
  });

  it('is valid until the moment it expires, and not once it is withdrawn', () => {
    const token = { holder, hash: 'a hash', expiresAt: NOON, withdrawn: false, madeBy: 'command-line' };
    expect(isValid(token, '2023-04-03T11:59:59.999Z')).toBe(true);
    expect(isValid(token, NOON)).toBe(false);
    expect(isValid({ ...token, withdrawn: true }, '2023-04-03T11:59:59.999Z')).toBe(false);
  });
});
