import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Envelope, type Execution, Executor } from '../platform/executor.js';
import type { DisputeAct } from './acts/all-acts.js';
import { disputeDecider } from './decide.js';
import { DecisionContexts } from './decision-contexts.js';
import type { DisputeState } from './dispute.js';

/** Every act on a dispute, whoever or whatever sends it. */
export class ActOnDispute extends Command<Execution<DisputeState>> {
  constructor(
    readonly reference: string,
    readonly act: DisputeAct,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

export const disputeStream = (reference: string): string => `dispute-${reference}`;

@CommandHandler(ActOnDispute)
export class ActOnDisputeHandler implements ICommandHandler<ActOnDispute> {
  constructor(
    private readonly executor: Executor,
    private readonly contexts: DecisionContexts,
  ) {}

  async execute({ reference, act, envelope }: ActOnDispute): Promise<Execution<DisputeState>> {
    const context = await this.contexts.contextOf(envelope);
    return this.executor.execute(disputeStream(reference), disputeDecider, act, context, envelope);
  }
}
