import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Directory } from '../directory/directory.js';
import { DecisionContexts } from '../disputes/decision-contexts.js';
import { type Envelope, type Execution, Executor } from '../platform/executor.js';
import { type AcknowledgementState, acknowledgementDecider } from './acknowledgement.js';
import { DIRECTORY } from '../platform/tokens.js';
import type { AcknowledgementAct } from './acts.js';
import { stillGives } from './still-gives.js';

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
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  async execute({ reference, act, envelope }: ActOnAcknowledgement): Promise<Execution<AcknowledgementState>> {
    const { today, ...known } = await this.contexts.contextOf(envelope);
    const context = { ...known, today, stillGives: stillGives(this.directory, today) };
    return this.executor.execute(acknowledgementStream(reference), acknowledgementDecider, act, context, envelope);
  }
}
