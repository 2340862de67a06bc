import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { Recorder } from '../../directory/record.js';
import { Writes } from '../../platform/http/docs.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { COUNCIL_STREAM, councilDecider } from '../council.js';
import { NameCouncilDto, OpenCouncilDto } from './opening.dto.js';
import { AuthorisedOpening } from './authorised-opening.js';

@ApiTags('Roles')
@Controller('api/v1/council')
export class CouncilRoute {
  constructor(
    private readonly authorised: AuthorisedOpening,
    private readonly recorder: Recorder,
  ) {}

  @Post('name')
  @Permits('council.name')
  @Writes({ operationId: 'nameCouncil', summary: 'Say what the council is called' })
  name(@Body() { name }: NameCouncilDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const thing = { id: 'council', stream: COUNCIL_STREAM, decider: councilDecider };
    return this.recorder.record({ ...thing, act: { type: 'name', name }, permission: 'council.name' }, sent);
  }

  @Post('open')
  @Permits('council.open')
  @Writes({ operationId: 'openCouncil', summary: 'Open the council, having read who holds which post' })
  open(@Body() { list }: OpenCouncilDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    return this.authorised.open(list, sent);
  }
}
