import type { Asker } from '../access/asker.js';
import { addDays } from '../calendar/dates.js';
import { freeReference } from '../platform/free-reference.js';
import type { EventStore } from '../platform/event-store/event-store.js';
import type { Envelope, Execution } from '../platform/executor.js';
import type { WhatIsProposed } from './events.js';
import { mustFit, type Surroundings } from './fits.js';
import {
  mustNotBeTheirOwn,
  PROPOSAL_PREFIX,
  proposalDecider,
  proposalStream,
  type ProposalState,
  type Signatory,
  WAITS_FOR_DAYS,
  whoGets,
} from './proposal.js';

export interface Proposing extends Surroundings {
  readonly store: EventStore;
}

export interface Proposed {
  readonly proposal: string;
  readonly execution: Execution<ProposalState | null>;
}

/**
 * Makes a proposal, which then waits for a second person.
 * @throws Refusal where it does not fit (see {@link mustFit}) or the proposer may not make it (see {@link proposalDecider})
 */
export const propose = async (
  what: WhatIsProposed,
  by: Signatory,
  parts: Proposing,
  envelope: Envelope,
): Promise<Proposed> => {
  const proposal = await proposalOf(envelope.commandId, parts.store);
  const stream = proposalStream(proposal);
  if ((await parts.store.read(stream)).length === 0) {
    mustNotBeTheirOwn(by, whoGets(what));
    await mustFit(what, parts);
  }
  const lapsesOn = addDays(parts.today, WAITS_FOR_DAYS);
  const act = { type: 'propose', proposal, what, by, lapsesOn } as const;
  return { proposal, execution: await parts.executor.execute(stream, proposalDecider, act, null, envelope) };
};

/** The reference of the proposal that a command makes, or has made. */
export const proposalOf = (commandId: string, store: EventStore): Promise<string> =>
  freeReference(PROPOSAL_PREFIX, commandId, proposalStream, store);

/** Whether a command has made a proposal before: sent again, it gets the same answer whatever has become of it. */
export const hasProposed = async (commandId: string, store: EventStore): Promise<boolean> =>
  (await store.read(proposalStream(await proposalOf(commandId, store)))).length > 0;

/** Somebody who sent a request, as a proposal asks who they are. */
export const signatoryOf = ({ person, isProgram = false, actingFor, tokenMadeBy }: Asker): Signatory => ({
  person,
  isProgram,
  actingFor: actingFor ?? null,
  tokenMadeBy: tokenMadeBy ?? null,
});
