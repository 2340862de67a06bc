import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { ViewLog } from '../../access/view-log/view-log.js';
import { londonDate } from '../../calendar/dates.js';
import { namesFrom } from '../../directory/names.js';
import { viewShown } from '../../disputes/views/view-shown.js';
import type { ViewsDto } from '../../disputes/views/views.dto.js';
import { Readings } from '../../reading/readings.js';
import { AuthorisedReviews } from '../authorised-reviews.js';

/**
 * The people who opened one check, and the lists in which it stood.
 * @throws Problem `not-found`
 */
export class ReadCheckViews extends Query<ViewsDto> {
  constructor(
    readonly reference: string,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadCheckViews)
export class ReadCheckViewsHandler implements IQueryHandler<ReadCheckViews> {
  constructor(
    private readonly authorised: AuthorisedReviews,
    private readonly views: ViewLog,
    private readonly readings: Readings,
  ) {}

  async execute({ reference, asker }: ReadCheckViews): Promise<ViewsDto> {
    await this.authorised.find(reference, asker, 'review.read-views');
    const { directory, now } = this.readings.withoutRules();
    const names = namesFrom(directory, londonDate(now));
    return { reference, items: (await this.views.of(reference)).map((viewing) => viewShown(viewing, names)) };
  }
}
