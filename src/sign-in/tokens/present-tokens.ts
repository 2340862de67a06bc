import type { TokenMade } from '../../access/tokens/make-token.js';
import type { TokenListed } from '../../access/tokens/tokens.query.js';
import { londonDate } from '../../calendar/dates.js';
import { dayInWords, shortDay } from '../../calendar/in-words.js';
import { postInWords } from '../../protocol/posts-in-words.js';

const STANDING: Readonly<Record<TokenListed['standing'], { readonly text: string; readonly tag: string }>> = {
  valid: { text: 'Opens', tag: 'green' },
  expired: { text: 'Ran out', tag: 'grey' },
  withdrawn: { text: 'Withdrawn', tag: 'grey' },
};

export interface TokensAsRead {
  readonly tokens: readonly TokenListed[];
  /** Whether the reader makes and withdraws them. */
  readonly mayMake: boolean;
  /** Number of the only one that is shown; left out where all are. */
  readonly one?: string;
}

export const presentTokens = ({ tokens, mayMake, one }: TokensAsRead): object => ({
  title: one === undefined ? 'Tokens' : `Token ${one}`,
  isOne: one !== undefined,
  mayMake,
  tokens: tokens.map((each) => ({
    token: each.token,
    holder: each.holder,
    role: each.role === null ? 'what their posts open' : postInWords(each.role),
    madeOn: shortDay(londonDate(each.createdAt)),
    until: shortDay(londonDate(each.withdrawnAt ?? each.expiresAt)),
    standing: STANDING[each.standing],
    withdraw: mayMake && each.standing === 'valid' ? `/tokens/${each.token}/withdraw` : null,
  })),
});

/** The only page on which the text of a token ever stands. */
export const presentMade = ({ token, text, expiresAt }: TokenMade): object => ({
  title: 'Copy the token now',
  token,
  text,
  until: dayInWords(londonDate(expiresAt)),
});
