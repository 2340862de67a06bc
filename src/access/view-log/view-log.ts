import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../platform/clock/clock.js';
import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import { Executor } from '../../platform/executor.js';
import { newId } from '../../platform/new-id.js';
import { CLOCK } from '../../platform/tokens.js';
import { actorFrom, type Asker } from '../asker.js';
import type { RestrictedRecordViewed, ViewLogEvent } from './events.js';
import { viewLogDecider, viewLogStream } from './views.js';

/** Keeps who opened a restricted record. It is written before the record is shown: what cannot be logged is not shown. */
@Injectable()
export class ViewLog {
  constructor(
    private readonly executor: Executor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws StoreUnavailable where it could not be written; the record must then not be shown */
  async record(viewed: RestrictedRecordViewed, asker: Asker): Promise<void> {
    const [post] = asker.posts;
    if (post === undefined) throw new Error('Nobody without a post sees a record.');
    await this.executor.execute(viewLogStream(viewed.reference), viewLogDecider, viewed, null, {
      commandId: newId(),
      actor: actorFrom(asker, post),
      occurredAt: this.clock.now(),
    });
  }

  async of(reference: string): Promise<readonly (RecordedEvent & ViewLogEvent)[]> {
    const { events } = await this.executor.load(viewLogStream(reference), viewLogDecider);
    return events as unknown as readonly (RecordedEvent & ViewLogEvent)[];
  }
}
