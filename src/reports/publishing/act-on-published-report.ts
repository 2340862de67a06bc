import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Envelope, type Execution, Executor } from '../../platform/executor.js';
import {
  type PublishedReportAct,
  publishedReportDecider,
  type PublishedReportState,
  publishedReportStream,
} from './published-report.js';

/** Every act on a report that is given out, whoever sends it. */
export class ActOnPublishedReport extends Command<Execution<PublishedReportState | null>> {
  constructor(
    readonly report: string,
    readonly act: PublishedReportAct,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(ActOnPublishedReport)
export class ActOnPublishedReportHandler implements ICommandHandler<ActOnPublishedReport> {
  constructor(private readonly executor: Executor) {}

  execute({ report, act, envelope }: ActOnPublishedReport): Promise<Execution<PublishedReportState | null>> {
    return this.executor.execute(publishedReportStream(report), publishedReportDecider, act, null, envelope);
  }
}
