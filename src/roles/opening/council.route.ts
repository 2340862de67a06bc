import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { Writes } from '../../platform/http/docs.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { OpenCouncilDto } from './opening.dto.js';
import { AuthorisedOpening } from './authorised-opening.js';

@ApiTags('Roles')
@Controller('api/v1/council')
export class CouncilRoute {
  constructor(private readonly authorised: AuthorisedOpening) {}

  @Post('open')
  @Permits('council.open')
  @Writes({ operationId: 'openCouncil', summary: 'Open the council, having read who holds which post' })
  open(@Body() { list }: OpenCouncilDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    return this.authorised.open(list, sent);
  }
}
