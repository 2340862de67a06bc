import { Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../../access/asker.js';
import { Asking } from '../../../access/asking.js';
import { Permits } from '../../../access/permission.js';
import { Opens } from '../../../access/view-log/opens.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Page, PageRoute } from '../../../web/frame/page.js';
import type { Pack } from './pack.js';
import { ReadMeetingPack } from './pack.query.js';
import { presentPapers } from './present-papers.js';

/** The papers of a meeting as a page to print: a front with one pack for all, and each separate sheet on pages of its own. */
@PageRoute('challenge/meetings')
export class PapersPage {
  constructor(private readonly queries: QueryBus) {}

  @Get(':meeting/papers')
  @Permits('challenge.read')
  @Opens('pack')
  @Page('challenge/meeting/pack/papers', presentPapers)
  read(@Param('meeting', ReferencePipe) id: string, @Asking() asker: Asker): Promise<Pack> {
    return this.queries.execute<ReadMeetingPack, Pack>(new ReadMeetingPack(id, asker));
  }
}
