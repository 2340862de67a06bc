import { Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import type { NoticesDto } from './notices.dto.js';
import { ListNotices } from './notices.query.js';
import { presentNotices } from './present-notices.js';

/** One's own notices; an administrator has those of everybody, without what they say, on a page of their own. */
@PageRoute('notices')
export class NoticesPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('notice.read', 'notice.read-all')
  @OpensNothing('A notice holds no word about a child.')
  @Page('notices/read/notices', presentNotices)
  list(@Asking() asker: Asker): Promise<NoticesDto> {
    return this.queries.execute(new ListNotices(asker, 'own'));
  }
}
