import { Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../../access/asker.js';
import { Asking } from '../../../access/asking.js';
import { Permits } from '../../../access/permission.js';
import { OpensNothing } from '../../../access/view-log/opens.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Page, PageRoute } from '../../../web/frame/page.js';
import { ListDisclosures, ReadDisclosure } from './disclosures.query.js';
import {
  type DisclosureAsRead,
  type DisclosuresAsListed,
  presentDisclosure,
  presentDisclosures,
} from './present-disclosures.js';

const NO_CHILD = 'Counts that were given out already.';

/** The disclosure log: figures that were given out otherwise than in a report. */
@PageRoute('disclosures')
export class DisclosuresPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('disclosure.read')
  @OpensNothing(NO_CHILD)
  @Page('reports/publishing/disclosure-log/disclosures', presentDisclosures)
  async list(@Asking() asker: Asker): Promise<DisclosuresAsListed> {
    return { ...(await this.queries.execute(new ListDisclosures())), asker };
  }

  @Get(':reference')
  @Permits('disclosure.read')
  @OpensNothing(NO_CHILD)
  @Page('reports/publishing/disclosure-log/disclosure', presentDisclosure)
  async read(@Param('reference', ReferencePipe) disclosure: string, @Asking() asker: Asker): Promise<DisclosureAsRead> {
    return { disclosure: await this.queries.execute(new ReadDisclosure(disclosure)), asker };
  }
}
