import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DecisionContexts } from '../disputes/decision-contexts.js';
import { type Envelope, type Execution, Executor } from '../platform/executor.js';
import { type AcknowledgementState, acknowledgementDecider } from './acknowledgement.js';
import type { AcknowledgementAct } from './acts.js';

/** Every act on a practice acknowledgement, whoever or whatever sends it. */
export class ActOnAcknowledgement extends Command<Execution<AcknowledgementState>> {
  constructor(
    readonly reference: string,
    readonly act: AcknowledgementAct,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

export const acknowledgementStream = (reference: string): string => `acknowledgement-${reference}`;

@CommandHandler(ActOnAcknowledgement)
export class ActOnAcknowledgementHandler implements ICommandHandler<ActOnAcknowledgement> {
  constructor(
    private readonly executor: Executor,
    private readonly contexts: DecisionContexts,
  ) {}

  async execute({ reference, act, envelope }: ActOnAcknowledgement): Promise<Execution<AcknowledgementState>> {
    const context = await this.contexts.contextOf(envelope);
    return this.executor.execute(acknowledgementStream(reference), acknowledgementDecider, act, context, envelope);
  }
}
