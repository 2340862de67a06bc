import type { Instant } from '../../calendar/calendar.js';
import { refuse } from '../../platform/decider.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import type { Envelope, Execution, Executor } from '../../platform/executor.js';
import { freeReference } from '../../platform/free-reference.js';
import { hashOf } from '../../platform/secret.js';
import type { TokenHolder } from './events.js';
import { type Token, tokenDecider, tokenStream } from './token.js';
import { newTokenText, TOKEN_PREFIX } from './token-text.js';

/** A token as the person who made it sees it, this once. */
export interface TokenMade {
  /** `TOK-7K4M-2QXH` */
  readonly token: string;
  /** With it its holder signs in. Only its hash is kept. */
  readonly text: string;
  readonly expiresAt: Instant;
  readonly execution: Execution<Token | null>;
}

/**
 * Makes a token. A command that is sent again makes no second one, and cannot show the text of the first.
 * @param days for which it lasts
 * @throws Refusal `token-days`, `program-name`, `not-a-role-of-programs`, `token-made-already`
 */
export const makeToken = async (
  { holder, days }: { readonly holder: TokenHolder; readonly days: number },
  { executor, store }: { readonly executor: Executor; readonly store: EventStore },
  envelope: Envelope,
): Promise<TokenMade> => {
  const token = await freeReference(TOKEN_PREFIX, envelope.commandId, tokenStream, store);
  const text = newTokenText(token);
  const act = { type: 'create', token, holder, hash: hashOf(text), days, at: envelope.occurredAt } as const;
  // The request is the same each time, although the text of the token differs, so a repeat is recognised by the request.
  const asSent = { holder, days };
  const execution = await executor.execute(tokenStream(token), tokenDecider, act, null, { ...envelope, asSent });
  if (execution.repeated)
    refuse(
      'token-made-already',
      `Token ${token} was made already, and its text was shown that once. If nobody copied it, withdraw it and make another.`,
    );
  return { token, text, expiresAt: execution.state!.expiresAt, execution };
};
