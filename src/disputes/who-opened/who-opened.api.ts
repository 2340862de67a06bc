import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { OpeningsDto, WhoOpenedDto } from './who-opened.dto.js';
import { ReadWhoOpened } from './who-opened.query.js';

/** It only reads, and is sent by POST: an address stands in logs and histories, and would hold a record number. */
@ApiTags('Disputes')
@Controller('api/v1/views')
export class WhoOpenedApi {
  constructor(private readonly queries: QueryBus) {}

  @Post()
  @HttpCode(200)
  @Permits('views.read')
  @OpensNothing('Who opened what, by references: no child and no word.')
  @Reads({ operationId: 'readWhoOpenedWhat', summary: 'Who opened what, by record or by person' }, OpeningsDto)
  read(@Body() asked: WhoOpenedDto): Promise<OpeningsDto> {
    return this.queries.execute(new ReadWhoOpened(asked));
  }
}
