import type { LocalDate } from '../calendar/calendar.js';
import { assertNever, type Decider, mustSay, notYours, Refusal, refuse } from '../platform/decider.js';
import type { RoleProposalEvent, WhatIsProposed } from './events.js';

/** Days for which a proposal waits. */
export const WAITS_FOR_DAYS = 30;

export const PROPOSAL_PREFIX = 'PRP';

export const proposalStream = (proposal: string): string => `roleProposal-${proposal}`;

/** A proposal as its events have left it; null until it is made. */
export interface ProposalState {
  readonly proposal: string;
  readonly what: WhatIsProposed;
  /** Id of the person who proposed it. */
  readonly by: string;
  readonly lapsesOn: LocalDate;
  readonly standing: 'waiting' | 'agreed' | 'refused' | 'taken-back';
  /** The person who agreed and on which day; null while nobody has. */
  readonly agreed: { readonly by: string; readonly on: LocalDate } | null;
}

/** Somebody who signed in, as a proposal asks who they are. */
export interface Signatory {
  readonly person: string;
  /** It is a program and no person. */
  readonly isProgram: boolean;
  /** On whose behalf, if anybody's. */
  readonly actingFor: string | null;
  /** The person who made the token with which they signed in; null where it was nobody of the directory. */
  readonly tokenMadeBy: string | null;
}

export type ProposalAct =
  | {
      readonly type: 'propose';
      readonly proposal: string;
      readonly what: WhatIsProposed;
      readonly by: Signatory;
      readonly lapsesOn: LocalDate;
    }
  | { readonly type: 'agree'; readonly by: Signatory; readonly on: LocalDate }
  | { readonly type: 'refuse'; readonly by: Signatory; readonly reason: string; readonly on: LocalDate }
  | { readonly type: 'take-back'; readonly by: Signatory; readonly reason: string; readonly on: LocalDate };

/** One proposal, from the person who makes it to another who agrees, refuses, or lets it lapse (docs/decisions/0023). */
export const proposalDecider: Decider<ProposalState | null, ProposalAct, RoleProposalEvent, null> = {
  initial: null,

  evolve: (state, event) => {
    if (event.type === 'RoleProposed') {
      const { proposal, what, by, lapsesOn } = event.data;
      return { proposal, what, by, lapsesOn, standing: 'waiting', agreed: null };
    }
    if (state === null) return state;
    switch (event.type) {
      case 'RoleProposalAgreed':
        return { ...state, standing: 'agreed', agreed: { by: event.metadata.actor.person, on: event.data.on } };
      case 'RoleProposalRefused':
        return { ...state, standing: 'refused' };
      case 'RoleProposalTakenBack':
        return { ...state, standing: 'taken-back' };
      default:
        return state;
    }
  },

  decide: (act, state) => {
    switch (act.type) {
      case 'propose':
        return propose(act, state);
      case 'agree':
        return agree(act, found(state));
      case 'refuse':
        return refuseIt(act, found(state));
      case 'take-back':
        return takeBack(act, found(state));
      default:
        return assertNever(act);
    }
  },
};

const found = (state: ProposalState | null): ProposalState => {
  if (state === null) throw new Refusal('not-found', 'not-found', 'There is no such proposal.');
  return state;
};

const propose = (
  { proposal, what, by, lapsesOn }: Extract<ProposalAct, { type: 'propose' }>,
  state: ProposalState | null,
): RoleProposalEvent[] => {
  mustBeThemselves(by);
  mustNotBeTheirOwn(by, whoGets(what));
  return state === null ? [{ type: 'RoleProposed', data: { proposal, what, by: by.person, lapsesOn } }] : [];
};

const agree = ({ by, on }: Extract<ProposalAct, { type: 'agree' }>, state: ProposalState): RoleProposalEvent[] => {
  mustBeThemselves(by);
  if (by.person === state.by)
    notYours('own-proposal', 'You proposed this, so somebody else must agree to it. You may take it back.');
  if (by.tokenMadeBy !== null && concerns(by.tokenMadeBy, state))
    notYours(
      'token-of-the-proposer',
      'The token with which you signed in was made by the person who proposed this or who gets the post. Sign in another way.',
    );
  mustNotBeTheirOwn(by, whoGets(state.what));
  mustWait(state, on);
  return [{ type: 'RoleProposalAgreed', data: { on } }];
};

const refuseIt = (
  { by, reason, on }: Extract<ProposalAct, { type: 'refuse' }>,
  state: ProposalState,
): RoleProposalEvent[] => {
  mustBeThemselves(by);
  if (by.person === state.by) notYours('own-proposal', 'You proposed this. Take it back, rather than refuse it.');
  mustSay(reason, 'why it is refused');
  mustWait(state, on);
  return [{ type: 'RoleProposalRefused', data: { reason } }];
};

const takeBack = (
  { by, reason, on }: Extract<ProposalAct, { type: 'take-back' }>,
  state: ProposalState,
): RoleProposalEvent[] => {
  mustBeThemselves(by);
  if (by.person !== state.by)
    notYours(
      'not-your-proposal',
      'Only the person who proposed this takes it back. Refuse it, if you may agree to it.',
    );
  mustSay(reason, 'why it is taken back');
  mustWait(state, on);
  return [{ type: 'RoleProposalTakenBack', data: { reason } }];
};

/** Whether it is this person who proposed it, or who gets something by it. */
const concerns = (person: string, { by, what }: ProposalState): boolean => person === by || person === whoGets(what);

/** Id of the person who gets something by it; null of rules and teams, which give it to posts. */
export const whoGets = (what: WhatIsProposed): string | null => ('person' in what ? what.person : null);

/** @throws Refusal `a-person-proposes`, `in-nobodys-place` (not-yours) */
const mustBeThemselves = ({ isProgram, actingFor }: Signatory): void => {
  if (isProgram)
    notYours(
      'a-person-proposes',
      'Who may read about children is proposed by one person and agreed to by another, never by a program. Sign in as yourself.',
    );
  if (actingFor !== null)
    notYours('in-nobodys-place', 'Nobody proposes or agrees in the place of another. Leave Footprint-Acting-For out.');
};

/**
 * Nobody decides alone what they themselves may see or do, whatever is read from the post. A token that they made is their own hand.
 * @throws Refusal `own-role` (not-yours)
 */
export const mustNotBeTheirOwn = (
  { person, tokenMadeBy }: Pick<Signatory, 'person' | 'tokenMadeBy'>,
  gets: string | null,
): void => {
  if (gets !== null && (person === gets || tokenMadeBy === gets))
    notYours(
      'own-role',
      'Nobody gives themselves a post, or an account that opens one, nor by a token of their making. Ask somebody else.',
    );
};

/** @throws Refusal `proposal-settled`, `proposal-lapsed` */
const mustWait = ({ standing, lapsesOn }: ProposalState, on: LocalDate): void => {
  if (standing !== 'waiting')
    refuse('proposal-settled', `This proposal is ${SETTLED[standing]} already. There is nothing left to decide.`);
  if (on > lapsesOn)
    refuse('proposal-lapsed', `This proposal lapsed after ${lapsesOn}, because nobody agreed to it. Propose it again.`);
};

const SETTLED = { agreed: 'agreed to', refused: 'refused', 'taken-back': 'taken back' } as const;
