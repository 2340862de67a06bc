import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Envelope, type Execution, Executor } from '../../../platform/executor.js';
import { type DisclosureAct, disclosureDecider, type DisclosureState, disclosureStream } from './disclosure.js';

/** Every act on an entry of the disclosure log, whoever sends it. */
export class ActOnDisclosure extends Command<Execution<DisclosureState | null>> {
  constructor(
    readonly disclosure: string,
    readonly act: DisclosureAct,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(ActOnDisclosure)
export class ActOnDisclosureHandler implements ICommandHandler<ActOnDisclosure> {
  constructor(private readonly executor: Executor) {}

  execute({ disclosure, act, envelope }: ActOnDisclosure): Promise<Execution<DisclosureState | null>> {
    return this.executor.execute(disclosureStream(disclosure), disclosureDecider, act, null, envelope);
  }
}
