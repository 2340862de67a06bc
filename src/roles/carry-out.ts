import { postDecider, postStream } from '../directory/post.js';
import type { Envelope, Execution, Executor } from '../platform/executor.js';
import { derivedId } from '../platform/ids.js';
import { adoptionDecider, PROTOCOL_STREAM } from '../protocol/adoption.js';
import { accountDecider, accountStream } from '../sign-in/accounts/account.js';
import type { Agreed } from './events.js';
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
  const envelope = { ...acting, commandId: derivedId('role-agreed', proposal) };
  if (what.kind === 'post') {
    const { post, person } = what;
    const take = { type: 'take', person, from: inOfficeFrom(what, agreed.on), agreed: on } as const;
    return executor.execute(postStream(post), postDecider, take, null, envelope);
  }
  if (what.kind === 'account') {
    const tie = { type: 'tie', person: what.person, agreed: on } as const;
    return executor.execute(accountStream(what.account), accountDecider, tie, null, envelope);
  }
  const { from, protocol, fileSha256, warnings } = what;
  const adopt = { type: 'adopt-protocol', from, protocol, fileSha256, warnings, agreed: on } as const;
  return executor.execute(PROTOCOL_STREAM, adoptionDecider, adopt, null, envelope);
};
