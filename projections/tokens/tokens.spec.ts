import { expect, it } from '@jest/globals';
import type { TokenEvent } from '../../src/access/tokens/events.js';
import { readModelsOf, rowsAfter } from '../../test/support/read-models.js';
import { everyToken } from './tokens.queries.js';
import { tokens } from './tokens.js';

const created = (token: string, at: string, holder: object): TokenEvent =>
  ({
    type: 'TokenCreated',
    data: { token, holder, hash: `hash of ${token}`, createdAt: at, expiresAt: '2023-05-03T12:00:00.000Z' },
  }) as TokenEvent;
const iris = created('TOK-1', '2023-04-03T12:00:00.000Z', { kind: 'person', person: 'iris' });
const feed = created('TOK-2', '2023-04-04T12:00:00.000Z', { kind: 'program', program: 'feed', role: 'administrator' });
const withdrawn: TokenEvent = {
  type: 'TokenWithdrawn',
  data: { withdrawnAt: '2023-04-05T12:00:00.000Z', reason: 'Laptop lost.' },
};

it('says for whom a token is, in which role, until when, and whether it was withdrawn', () => {
  expect(rowsAfter(tokens, { stream: 'token-TOK-1', events: [iris, withdrawn] })).toEqual([
    {
      token: 'TOK-1',
      kind: 'person',
      held_by: 'iris',
      role: null,
      created_at: '2023-04-03T12:00:00.000Z',
      expires_at: '2023-05-03T12:00:00.000Z',
      withdrawn_at: '2023-04-05T12:00:00.000Z',
    },
  ]);
});

it('lists every token, the newest first, and the hash of none', async () => {
  const readModels = await readModelsOf(
    { stream: 'token-TOK-1', events: [iris] },
    { stream: 'token-TOK-2', events: [feed] },
  );
  const rows = everyToken(readModels);
  expect(rows).toMatchObject([
    { token: 'TOK-2', kind: 'program', held_by: 'feed', role: 'administrator', withdrawn_at: null },
    { token: 'TOK-1', kind: 'person', held_by: 'iris', role: null, withdrawn_at: null },
  ]);
  expect(JSON.stringify(rows)).not.toContain('hash');
  await readModels.close();
});
