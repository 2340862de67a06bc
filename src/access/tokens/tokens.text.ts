import { londonDate } from '../../calendar/dates.js';
import type { TokenListed } from './tokens.query.js';

/** Tokens for people, a line each. */
export const tokensText = (tokens: readonly TokenListed[]): string =>
  tokens.length === 0
    ? 'There is no token yet. Make one with "footprint token create".'
    : tokens.map(tokenText).join('\n');

const tokenText = ({ token, standing, expiresAt, holder, role }: TokenListed): string =>
  `${token}  ${standing}  until ${londonDate(expiresAt)}  ${holder}${role === null ? '' : ` (${role})`}`;
