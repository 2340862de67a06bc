import { Get, Inject, Param, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../../../access/asker.js';
import { Asking } from '../../../access/asking.js';
import { OpenToAll, Permits } from '../../../access/permission.js';
import { personAsking } from '../../../access/person-asking.js';
import { OpensNothing } from '../../../access/view-log/opens.js';
import { londonDate } from '../../../calendar/dates.js';
import type { Directory } from '../../../directory/directory.js';
import type { Clock } from '../../../platform/clock/clock.js';
import type { Config } from '../../../platform/config/config.js';
import { notFound } from '../../../platform/http/problem.js';
import { CLOCK, CONFIG, DIRECTORY } from '../../../platform/tokens.js';
import { Page, PageRoute } from '../../../web/frame/page.js';
import { SHARED_BY_PAGES, type SharedByPages } from '../../../web/frame/shared.js';
import { ReadMyWork } from '../my-work.query.js';
import type { MyWork } from '../work.js';
import { DueDatesAddresses } from './due-dates-addresses.js';
import { dueDatesCalendar } from './due-dates-calendar.js';
import type { DueDatesAddressDto } from './due-dates.dto.js';
import { ReadDueDatesAddress } from './due-dates.query.js';

const presentDueDates = ({ address }: DueDatesAddressDto): object => ({
  title: 'Your due dates in your calendar',
  address,
});

/** The due dates of one person, for their calendar. */
@PageRoute('due-dates')
export class DueDatesPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly addresses: DueDatesAddresses,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(SHARED_BY_PAGES) private readonly shared: SharedByPages,
  ) {}

  @Get()
  @Permits('work.follow')
  @OpensNothing('A secret address of one’s own.')
  @Page('reports/my-work/due-dates/due-dates', presentDueDates)
  read(@Asking() { person }: Asker): Promise<DueDatesAddressDto> {
    return this.queries.execute(new ReadDueDatesAddress(person));
  }

  /** A calendar signs in nowhere: the address says whose dates it wants. The dates are asked of that person’s posts each time. */
  @Get('feed/:whose/:secret/due-dates.ics')
  @OpenToAll()
  async feed(
    @Param('whose') whose: string,
    @Param('secret') secret: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.addresses.personAt(whose, secret);
    const now = this.clock.now();
    const asker = person === undefined ? undefined : personAsking(person, this.directory, londonDate(now));
    if (asker === undefined || asker.posts.length === 0) throw notFound();
    const { items } = await this.queries.execute<ReadMyWork, MyWork>(new ReadMyWork(asker));
    void reply.headers({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'no-store' });
    return dueDatesCalendar(items, { words: await this.shared.words(), site: this.config.site, now });
  }
}
