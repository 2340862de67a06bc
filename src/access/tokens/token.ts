import type { Instant } from '../../calendar/calendar.js';
import { addHours } from '../../calendar/dates.js';
import { assertNever, type Decider, refuse } from '../../platform/decider.js';
import { isProgramRole, PROGRAM_ROLES } from '../access-table.js';
import type { TokenEvent, TokenHolder } from './events.js';

/** A token as its events make it. */
export interface Token {
  readonly holder: TokenHolder;
  readonly hash: string;
  readonly expiresAt: Instant;
  readonly withdrawn: boolean;
  /** Id of the person who made it, or what made it: the command line. */
  readonly madeBy: string;
}

export type TokenAct =
  | {
      readonly type: 'create';
      readonly token: string;
      readonly holder: TokenHolder;
      readonly hash: string;
      readonly days: number;
      readonly at: Instant;
    }
  | { readonly type: 'withdraw'; readonly reason: string | null; readonly at: Instant };

/** Longest life of a token: a person who still needs it then is asked again. */
export const MOST_DAYS = 366;
const HOURS_A_DAY = 24;
const PROGRAM_NAME = /^[a-z][a-z0-9-]{1,39}$/;

export const tokenStream = (token: string): string => `token-${token}`;

/** One token from making to withdrawal. It cannot be changed or prolonged: another is made. */
export const tokenDecider: Decider<Token | null, TokenAct, TokenEvent, null> = {
  initial: null,

  evolve: (token, event) => {
    switch (event.type) {
      case 'TokenCreated': {
        const { holder, hash, expiresAt } = event.data;
        return { holder, hash, expiresAt, withdrawn: false, madeBy: event.metadata.actor.person };
      }
      case 'TokenWithdrawn':
        return token && { ...token, withdrawn: true };
      default:
        return token;
    }
  },

  decide: (act, token) => {
    switch (act.type) {
      case 'create':
        return create(act, token);
      case 'withdraw':
        return withdraw(act, token);
      default:
        return assertNever(act);
    }
  },
};

/** Whether it signs its holder in at this moment. */
export const isValid = (token: Pick<Token, 'withdrawn' | 'expiresAt'>, now: Instant): boolean =>
  !token.withdrawn && now < token.expiresAt;

const create = (
  { token, holder, hash, days, at }: Extract<TokenAct, { type: 'create' }>,
  before: Token | null,
): TokenEvent[] => {
  if (before !== null) refuse('token-there-already', 'A token with this id was made before. Make another.');
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    refuse('token-days', `A token lasts from 1 to ${MOST_DAYS} whole days. Choose a number of days between.`);
  if (holder.kind === 'program') mustBeAProgram(holder);
  return [
    { type: 'TokenCreated', data: { token, holder, hash, createdAt: at, expiresAt: addHours(at, days * HOURS_A_DAY) } },
  ];
};

const mustBeAProgram = ({ program, role }: Extract<TokenHolder, { kind: 'program' }>): void => {
  if (!PROGRAM_NAME.test(program))
    refuse(
      'program-name',
      'A program is called by 2 to 40 small letters, digits and hyphens, a letter first: case-system.',
    );
  if (!isProgramRole(role))
    refuse('not-a-role-of-programs', `A program can be given one of these roles: ${PROGRAM_ROLES.join(', ')}.`);
};

const withdraw = ({ reason, at }: Extract<TokenAct, { type: 'withdraw' }>, token: Token | null): TokenEvent[] => {
  if (token === null)
    return refuse('no-such-token', 'No token has this id. "footprint token list" shows those there are.');
  return token.withdrawn ? [] : [{ type: 'TokenWithdrawn', data: { withdrawnAt: at, reason } }];
};
