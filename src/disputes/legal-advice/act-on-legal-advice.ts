import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Envelope, type Execution, Executor } from '../../platform/executor.js';
import type { LegalAdvice } from './events.js';
import {
  type LegalAdviceContext,
  legalAdviceDecider,
  legalAdviceStream,
  type RecordLegalAdvice,
} from './legal-advice.js';

export class ActOnLegalAdvice extends Command<Execution<readonly LegalAdvice[]>> {
  constructor(
    readonly dispute: string,
    readonly act: RecordLegalAdvice,
    readonly context: LegalAdviceContext,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(ActOnLegalAdvice)
export class ActOnLegalAdviceHandler implements ICommandHandler<ActOnLegalAdvice> {
  constructor(private readonly executor: Executor) {}

  execute({ dispute, act, context, envelope }: ActOnLegalAdvice): Promise<Execution<readonly LegalAdvice[]>> {
    return this.executor.execute(legalAdviceStream(dispute), legalAdviceDecider, act, context, envelope);
  }
}
