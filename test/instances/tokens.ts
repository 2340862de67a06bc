import { Executor } from '../../src/platform/executor.js';
import { referenceFor } from '../../src/platform/ids.js';
import { hashOf } from '../../src/platform/secret.js';
import { newTokenText, TOKEN_PREFIX } from '../../src/access/tokens/token-text.js';
import { tokenDecider, tokenStream } from '../../src/access/tokens/token.js';
import type { Council } from '../journeys/council.js';

/** A token for each of these people, which any instance takes. */
export const tokensFor = async (
  people: readonly string[],
  council: Council,
  at: string,
): Promise<ReadonlyMap<string, string>> => {
  const tokens = new Map<string, string>();
  for (const name of people) {
    const person = name.toLowerCase();
    const token = referenceFor(TOKEN_PREFIX, person);
    const text = newTokenText(token);
    await council.app
      .get(Executor)
      .execute(
        tokenStream(token),
        tokenDecider,
        { type: 'create', token, holder: { kind: 'person', person }, hash: hashOf(text), days: 30, at },
        null,
        { commandId: `token-${person}`, actor: { person: 'test', post: null, role: null }, occurredAt: at },
      );
    tokens.set(name, text);
  }
  return tokens;
};
