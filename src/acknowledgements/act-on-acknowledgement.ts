import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Deciding } from '../disputes/deciding.js';
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
    private readonly deciding: Deciding,
  ) {}

  async execute({ reference, act, envelope }: ActOnAcknowledgement): Promise<Execution<AcknowledgementState>> {
    const context = await this.deciding.contextOf(envelope);
    return this.executor.execute(acknowledgementStream(reference), acknowledgementDecider, act, context, envelope);
  }
}
