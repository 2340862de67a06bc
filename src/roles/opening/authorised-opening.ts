import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { notYours, postThatMay } from '../../access/access.js';
import { actorFrom } from '../../access/asker.js';
import type { SentWith } from '../../access/sent.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import type { Clock } from '../../platform/clock/clock.js';
import { Executor } from '../../platform/executor.js';
import { envelopeOf } from '../../platform/http/envelope.js';
import { WrittenDto } from '../../platform/http/written.dto.js';
import { becomeCertain } from '../../platform/certainty.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { EVENT_STORE, READ_MODELS } from '../../platform/store-tokens.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { type CouncilView, ReadCouncil } from './council.query.js';
import { openForWork } from './opening.js';

/** Opens the council for a person who signed in as its IRO manager. */
@Injectable()
export class AuthorisedOpening {
  constructor(
    private readonly executor: Executor,
    private readonly queries: QueryBus,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-yours`; Refusal as {@link openForWork} */
  async open(list: string, sent: SentWith): Promise<WrittenDto> {
    const post = postThatMay(sent.asker, 'council.open');
    if (post === undefined) throw notYours('council.open');
    const now = this.clock.now();
    const readCouncil = async (): Promise<CouncilView> => {
      const head = await becomeCertain(this.store);
      if (head !== undefined) await this.readModels.waitFor(head);
      return this.queries.execute(new ReadCouncil());
    };
    const parts = { executor: this.executor, directory: this.directory, today: londonDate(now) };
    const envelope = envelopeOf(sent, actorFrom(sent.asker, post), now);
    return new WrittenDto('council', await openForWork({ by: sent.asker.person, list, readCouncil }, parts, envelope));
  }
}
