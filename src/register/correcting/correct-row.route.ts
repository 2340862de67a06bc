import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { Writes } from '../../platform/http/docs.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { AuthorisedRegisters } from '../bringing-in/authorised-registers.js';
import { CorrectRowDto } from './correct-row.dto.js';

@ApiTags('Figures')
@Controller('api/v1/imports')
export class CorrectRowRoute {
  constructor(private readonly authorised: AuthorisedRegisters) {}

  @Post('correct-row')
  @Permits('import.write')
  @Writes({ operationId: 'correctRow', summary: 'Correct a row of a register that nobody has taken on' })
  correct(@Body() { row, cells, reason }: CorrectRowDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    return this.authorised.correct({ reference: row, cells, reason }, sent);
  }
}
