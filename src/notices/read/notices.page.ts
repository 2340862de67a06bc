import { Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { postThatMay } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import type { NoticesDto } from './notices.dto.js';
import { ListNotices } from './notices.query.js';
import { type NoticesOfPage, presentNotices } from './present-notices.js';

/** One's own notices; an administrator has those of everybody, without what they say, on a page of their own. */
@PageRoute('notices')
export class NoticesPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('notice.read', 'notice.read-all')
  @OpensNothing('A notice holds no word about a child.')
  @Page('notices/read/notices', presentNotices)
  async list(@Asking() asker: Asker): Promise<NoticesOfPage> {
    const { items } = await this.queries.execute<ListNotices, NoticesDto>(new ListNotices(asker, 'own'));
    return { items, may: (permission) => postThatMay(asker, permission) !== undefined };
  }
}
