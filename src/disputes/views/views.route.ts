import { Get, Inject, Param } from '@nestjs/common';
import { requirePost } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { ViewLog } from '../../access/view-log/view-log.js';
import type { Directory } from '../../directory/directory.js';
import { Known } from '../../directory/known.js';
import { namesFrom } from '../../directory/names.js';
import { Reads } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { DIRECTORY } from '../../platform/tokens.js';
import { DISPUTE_READS, DisputeDesk } from '../dispute-desk.js';
import { DisputeRoute } from '../dispute-route.js';
import { actorShown } from '../read/actor-shown.js';
import { ViewsDto } from './views.dto.js';

@DisputeRoute()
export class ViewsRoute {
  constructor(
    private readonly desk: DisputeDesk,
    private readonly views: ViewLog,
    private readonly known: Known,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  @Get(':reference/views')
  @Permits('dispute.read-views')
  @Reads({ operationId: 'readDisputeViews', summary: 'Who opened it while it was restricted' }, ViewsDto)
  async read(@Param('reference', ReferencePipe) reference: string, @Asking() asker: Asker): Promise<ViewsDto> {
    const { relationsFrom } = await this.desk.find(reference, asker);
    requirePost(asker, 'dispute.read-views', relationsFrom, DISPUTE_READS);
    const names = namesFrom(this.directory, this.known.today());
    const views = await this.views.of(reference);
    return {
      reference,
      items: views.map(({ data, metadata }) => ({
        viewedAt: metadata.occurredAt,
        by: actorShown(metadata.actor, names),
        what: data.what,
      })),
    };
  }
}
