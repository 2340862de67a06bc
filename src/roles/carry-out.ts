import { postDecider, postStream } from '../directory/post.js';
import { teamDecider, teamStream } from '../directory/team.js';
import { assertNever } from '../platform/decider.js';
import type { Envelope, Execution, Executor } from '../platform/executor.js';
import { derivedId } from '../platform/ids.js';
import { adoptionDecider, PROTOCOL_STREAM } from '../protocol/adoption.js';
import { accountDecider, accountStream } from '../sign-in/accounts/account.js';
import type { Agreed, WhatIsProposed } from './events.js';
import { inOfficeFrom } from './fits.js';
import type { ProposalState } from './proposal.js';

/** Does what a proposal proposes that somebody has agreed to. Doing it again does nothing: the id of the command follows from the proposal. */
export const carryOut = async (
  { proposal, what, agreed }: ProposalState,
  executor: Executor,
  acting: Pick<Envelope, 'actor' | 'occurredAt' | 'correlationId'>,
): Promise<Execution<unknown>> => {
  if (agreed === null) throw new Error('Nobody has agreed to this proposal.');
  const on: Agreed = { how: 'second-person', by: agreed.by, proposal };
  const envelope = { ...acting, commandId: commandCarryingOut(proposal) };
  switch (what.kind) {
    case 'post': {
      const { post, person } = what;
      const take = { type: 'take', person, from: inOfficeFrom(what, agreed.on), agreed: on } as const;
      return executor.execute(postStream(post), postDecider, take, null, envelope);
    }
    case 'protocol': {
      const { from, protocol, file, fileSha256, warnings } = what;
      const adopt = { type: 'adopt-protocol', from, protocol, file, fileSha256, warnings, agreed: on } as const;
      return executor.execute(PROTOCOL_STREAM, adoptionDecider, adopt, null, envelope);
    }
    case 'account': {
      const tie = { type: 'tie', person: what.person, agreed: on } as const;
      return executor.execute(accountStream(what.account), accountDecider, tie, null, envelope);
    }
    case 'team':
      return executor.execute(teamStream(what.team), teamDecider, { ...what.change, agreed: on }, null, envelope);
    default:
      return assertNever(what);
  }
};

/** Id of the command that does what a proposal proposes. */
export const commandCarryingOut = (proposal: string): string => derivedId('role-agreed', proposal);

/** The reference of the record in which it was carried out. */
export const streamChangedBy = (what: WhatIsProposed): string => {
  switch (what.kind) {
    case 'post':
      return postStream(what.post);
    case 'protocol':
      return PROTOCOL_STREAM;
    case 'account':
      return accountStream(what.account);
    case 'team':
      return teamStream(what.team);
    default:
      return assertNever(what);
  }
};
