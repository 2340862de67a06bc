import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { requirePost } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { ViewLog } from '../../access/view-log/view-log.js';
import { londonDate } from '../../calendar/dates.js';
import { namesFrom } from '../../directory/names.js';
import { Readings } from '../../reading/readings.js';
import { AuthorisedDisputes } from '../authorised-disputes.js';
import { DISPUTE_READS } from '../read/what-a-reader-sees.js';
import { viewShown } from './view-shown.js';
import type { ViewsDto } from './views.dto.js';

/** The people who opened one dispute, and the lists, agendas and papers in which it stood. */
export class ReadDisputeViews extends Query<ViewsDto> {
  constructor(
    readonly reference: string,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadDisputeViews)
export class ReadDisputeViewsHandler implements IQueryHandler<ReadDisputeViews> {
  constructor(
    private readonly authorised: AuthorisedDisputes,
    private readonly views: ViewLog,
    private readonly readings: Readings,
  ) {}

  /** @throws Problem `not-found`, `not-yours` */
  async execute({ reference, asker }: ReadDisputeViews): Promise<ViewsDto> {
    const { relationsFrom } = await this.authorised.find(reference, asker);
    requirePost(asker, 'dispute.read-views', relationsFrom, DISPUTE_READS);
    const { directory, now } = await this.readings.now();
    const names = namesFrom(directory, londonDate(now));
    return { reference, items: (await this.views.of(reference)).map((viewing) => viewShown(viewing, names)) };
  }
}
