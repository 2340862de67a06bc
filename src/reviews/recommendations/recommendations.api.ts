import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { ListRecommendations } from './list-recommendations.query.js';
import { ReadRecommendations } from './read-recommendations.query.js';
import { RecommendationsDto, RecommendationsListDto } from './recommendations.dto.js';

@ApiTags('Reviews')
@Controller('api/v1/recommendations')
export class RecommendationsApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('recommendations.read', 'recommendations.read-outline')
  @Opens('list')
  @Reads(
    { operationId: 'listRecommendations', summary: 'Recommendations that were sent, what is open first' },
    RecommendationsListDto,
  )
  list(@Asking() asker: Asker): Promise<RecommendationsListDto> {
    return this.queries.execute(new ListRecommendations(asker));
  }

  @Get(':reference')
  @Permits('recommendations.read', 'recommendations.read-outline')
  @Opens('page')
  @Reads(
    { operationId: 'readRecommendations', summary: 'The recommendations of one review, and what came of them' },
    RecommendationsDto,
  )
  read(@Param('reference', ReferencePipe) reference: string, @Asking() asker: Asker): Promise<RecommendationsDto> {
    return this.queries.execute(new ReadRecommendations(reference, asker));
  }
}
