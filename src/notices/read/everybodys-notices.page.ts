import { Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { postThatMay } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { notFound } from '../../platform/http/problem.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import type { NoticesDto } from './notices.dto.js';
import { ListNotices } from './notices.query.js';
import { presentEverybodysNotices } from './present-everybodys-notices.js';

/** Whether notices go, for those who see to it: to whom by number, when, and what came of it; no name, no reference and no word. */
@PageRoute('notices/everybody')
export class EverybodysNoticesPage {
  constructor(private readonly queries: QueryBus) {}

  /** @throws Problem `not-found` for somebody who may read their own notices alone */
  @Get()
  @Permits('notice.read', 'notice.read-all')
  @OpensNothing('Whether notices went, without what they say.')
  @Page('notices/read/everybodys-notices', presentEverybodysNotices)
  async list(@Asking() asker: Asker): Promise<NoticesDto> {
    if (postThatMay(asker, 'notice.read-all') === undefined) throw notFound();
    return this.queries.execute(new ListNotices(asker));
  }
}
