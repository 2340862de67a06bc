import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { notYours, requirePost } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import { namesFrom } from '../../directory/names.js';
import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import { Readings } from '../../reading/readings.js';
import { AuthorisedDisputes } from '../authorised-disputes.js';
import { isAboutTheirPractice } from '../own-practice.js';
import { actorShown } from '../read/actor-shown.js';
import { DISPUTE_READS } from '../read/what-a-reader-sees.js';
import type { AdviceAloneDto } from './advice-alone.dto.js';
import { AuthorisedLegalAdvice } from './authorised-legal-advice.js';
import type { LegalAdvice } from './events.js';

/** The legal advice about one dispute alone, to print. */
export class ReadAdviceAlone extends Query<AdviceAloneDto> {
  constructor(
    readonly reference: string,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadAdviceAlone)
export class ReadAdviceAloneHandler implements IQueryHandler<ReadAdviceAlone> {
  constructor(
    private readonly authorised: AuthorisedDisputes,
    private readonly legalAdvice: AuthorisedLegalAdvice,
    private readonly readings: Readings,
  ) {}

  /**
   * Whoever may read no advice is answered the same whether there is any.
   * @throws Problem `not-found`; `not-yours` for those who may know of the dispute and read no advice
   */
  async execute({ reference, asker }: ReadAdviceAlone): Promise<AdviceAloneDto> {
    const { state, relationsFrom } = await this.authorised.find(reference, asker);
    requirePost(asker, 'dispute.read-legal-advice', relationsFrom, DISPUTE_READS);
    if (isAboutTheirPractice(state, asker)) throw notYours('dispute.read-legal-advice');
    const { directory, now } = this.readings.withoutRules();
    const names = namesFrom(directory, londonDate(now));
    return {
      reference,
      classification: 'OFFICIAL-SENSITIVE',
      advice: (await this.legalAdvice.eventsOf(reference, now)).map((event) => ({
        ...takenIn(event),
        recordedBy: actorShown(event.metadata.actor, names),
        recordedAt: event.recordedAt,
      })),
      printedBy: { id: asker.person, name: asker.name },
      printedAt: now,
    };
  }
}

const takenIn = ({ data }: RecordedEvent): LegalAdvice => {
  const { takenOn, advice } = data as unknown as LegalAdvice;
  return { takenOn, advice };
};
