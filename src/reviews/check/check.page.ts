import { Get, Param, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import { rowFor } from '../../access/access-table.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { ChildLinks } from '../../directory/children/child-links.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { queryOf } from '../../web/forms/forms.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { AuthorisedReviews } from '../authorised-reviews.js';
import type { UnansweredStandardsDto } from '../unanswered/unanswered.dto.js';
import { ListUnansweredStandards } from '../unanswered/unanswered.query.js';
import type { CheckDto } from './check.dto.js';
import { ReadCheck } from './check.query.js';
import { type CheckAsRead, type ChecksAsRead, presentCheck, presentChecks } from './present-check.js';

@PageRoute('reviews')
export class CheckPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly authorised: AuthorisedReviews,
    private readonly childLinks: ChildLinks,
  ) {}

  @Get()
  @Permits('review.read', 'review.read-outline')
  @Opens('list')
  @Page('reviews/check/checks', presentChecks)
  async list(@Asking() asker: Asker): Promise<ChecksAsRead> {
    const query = new ListUnansweredStandards(asker);
    const { items } = await this.queries.execute<ListUnansweredStandards, UnansweredStandardsDto>(query);
    return { items, mayBegin: asker.posts.some(({ kind }) => rowFor('review.check', kind) !== undefined) };
  }

  @Get(':reference')
  @Permits('review.read', 'review.read-outline')
  @Opens('page')
  @Page('reviews/check/check', presentCheck)
  async read(
    @Param('reference', ReferencePipe) reference: string,
    @Asking() asker: Asker,
    @Req() request: FastifyRequest,
  ): Promise<CheckAsRead> {
    const check = await this.queries.execute<ReadCheck, CheckDto>(new ReadCheck(reference, asker));
    const childPages = await this.childLinks.to([check.child], asker);
    return {
      ...{ check, may: await this.authorised.mayDo(reference, asker), query: queryOf(request) },
      childPath: childPages[check.child.id] ?? null,
    };
  }
}
