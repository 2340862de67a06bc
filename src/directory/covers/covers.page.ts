import { Get, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { rowFor } from '../../access/access-table.js';
import { postThatMay } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { londonDate } from '../../calendar/dates.js';
import type { Clock } from '../../platform/clock/clock.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import type { Directory } from '../directory.js';
import type { CoversDto } from './covers.dto.js';
import { ListCoversToCome } from './covers.query.js';
import { type CoversAsRead, presentCovers } from './present-covers.js';

@PageRoute('covers')
export class CoversPage {
  constructor(
    private readonly queries: QueryBus,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permits('directory.read')
  @OpensNothing('Who stands in for whom.')
  @Page('directory/covers/covers', presentCovers)
  async read(@Asking() asker: Asker): Promise<CoversAsRead> {
    const { items } = await this.queries.execute<ListCoversToCome, CoversDto>(new ListCoversToCome());
    const name = (person: string): string => this.directory.person(person)?.name ?? person;
    const today = londonDate(this.clock.now());
    const arrangers = this.directory
      .everyPostHeld(today)
      .filter(({ kind }) => rowFor('cover.arrange', kind) !== undefined);
    return {
      arrangers: [...new Set(arrangers.flatMap(({ person }) => (person === null ? [] : [name(person)])))],
      items: items.map((each) => ({ ...each, iro: name(each.iro), by: name(each.by) })),
      today,
      mayArrange: postThatMay(asker, 'cover.arrange') !== undefined,
      mayHandOver: postThatMay(asker, 'caseload.hand-over') !== undefined,
    };
  }
}
