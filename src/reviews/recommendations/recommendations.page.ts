import { Get, Param, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import { rowFor } from '../../access/access-table.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { londonDate } from '../../calendar/dates.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { Readings } from '../../reading/readings.js';
import { queryOf } from '../../web/forms/forms.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { haveClock } from './clock-for-recommendations.js';
import { ListRecommendations } from './list-recommendations.query.js';
import {
  presentRecommendations,
  presentRecommendationsList,
  type RecommendationsAsRead,
  type RecommendationsListAsRead,
} from './present-recommendations.js';
import { ReadRecommendations } from './read-recommendations.query.js';
import type { RecommendationsDto, RecommendationsListDto } from './recommendations.dto.js';
import { AuthorisedRecommendations } from './authorised-recommendations.js';

@PageRoute('recommendations')
export class RecommendationsPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly authorised: AuthorisedRecommendations,
    private readonly readings: Readings,
  ) {}

  @Get()
  @Permits('recommendations.read', 'recommendations.read-outline')
  @Opens('list')
  @Page('reviews/recommendations/list', presentRecommendationsList)
  async list(@Asking() asker: Asker): Promise<RecommendationsListAsRead> {
    const query = new ListRecommendations(asker);
    const { items } = await this.queries.execute<ListRecommendations, RecommendationsListDto>(query);
    const { protocols, now } = await this.readings.now();
    return {
      items,
      maySend: asker.posts.some(({ kind }) => rowFor('recommendations.send', kind) !== undefined),
      haveClock: haveClock(protocols, londonDate(now)),
    };
  }

  @Get(':reference')
  @Permits('recommendations.read', 'recommendations.read-outline')
  @Opens('page')
  @Page('reviews/recommendations/recommendations', presentRecommendations)
  async read(
    @Param('reference', ReferencePipe) reference: string,
    @Asking() asker: Asker,
    @Req() request: FastifyRequest,
  ): Promise<RecommendationsAsRead> {
    const query = new ReadRecommendations(reference, asker);
    const recommendations = await this.queries.execute<ReadRecommendations, RecommendationsDto>(query);
    return {
      ...{ recommendations, reader: asker.person, query: queryOf(request) },
      may: await this.authorised.mayDo(reference, asker),
    };
  }
}
