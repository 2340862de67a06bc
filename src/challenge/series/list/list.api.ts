import { Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Permits } from '../../../access/permission.js';
import { OpensNothing } from '../../../access/view-log/opens.js';
import { Reads } from '../../../platform/http/docs.js';
import { ChallengeRoute } from '../../challenge-route.js';
import { AllSeriesDto } from './list.dto.js';
import { ListSeries } from './list.query.js';

@ChallengeRoute('series')
export class ListSeriesApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('challenge.read', 'challenge.read-own', 'challenge.read-outline')
  @OpensNothing('Days of meetings.')
  @Reads({ operationId: 'listSeries', summary: 'The series of meetings, each with its next day' }, AllSeriesDto)
  list(): Promise<AllSeriesDto> {
    return this.queries.execute(new ListSeries());
  }
}
