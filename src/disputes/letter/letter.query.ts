import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { requirePost } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import type { Versioned } from '../../platform/http/written.dto.js';
import { Readings } from '../../reading/readings.js';
import { AuthorisedDisputes } from '../authorised-disputes.js';
import type { DisputeDto } from '../read/dispute.dto.js';
import { ReadDispute } from '../read/read.query.js';
import { DISPUTE_READS } from '../read/what-a-reader-sees.js';
import type { LetterDto } from './letter.dto.js';
import { letterSentences } from './letter-sentences.js';

/** The sentences of a letter about a dispute to the child or young person whom it is about. */
export class ReadLetter extends Query<LetterDto> {
  constructor(
    readonly reference: string,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadLetter)
export class ReadLetterHandler implements IQueryHandler<ReadLetter> {
  constructor(
    private readonly authorised: AuthorisedDisputes,
    private readonly queries: QueryBus,
    private readonly readings: Readings,
  ) {}

  /** @throws Problem `not-found`; `not-yours` for those who may know of it and are not its IRO */
  async execute({ reference, asker }: ReadLetter): Promise<LetterDto> {
    const { relationsFrom } = await this.authorised.find(reference, asker);
    requirePost(asker, 'dispute.read-letter', relationsFrom, DISPUTE_READS);
    const { body: dispute } = await this.queries.execute<ReadDispute, Versioned<DisputeDto>>(
      // As for the child's file, so that nothing of Cafcass and no legal advice is in it.
      new ReadDispute(reference, asker, 'for-the-childs-file'),
    );
    const { directory, now } = this.readings.withoutRules();
    const today = londonDate(now);
    const children = dispute.children ?? [];
    const hasDied = children.length > 0 && children.every(({ id }) => directory.child(id, today)?.diedOn != null);
    return {
      ...{ reference, from: dispute.heldBy, children: children.length, hasDied, writtenOn: today },
      sentences: hasDied ? [] : letterSentences(dispute),
    };
  }
}
