import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../access/permission.js';
import { Sent, type SentWith } from '../access/sent.js';
import { Writes } from '../platform/http/docs.js';
import { malformed } from '../platform/http/problem.js';
import { IdPipe } from '../platform/http/reference.js';
import { AuthorisedCaseloads } from './authorised-caseloads.js';
import { CaseloadHandedOverDto, HandOverCaseloadDto } from './hand-over.dto.js';

@ApiTags('Directory')
@Controller('api/v1/people')
export class HandOverCaseloadRoute {
  constructor(private readonly authorised: AuthorisedCaseloads) {}

  @Post(':id/hand-over-caseload')
  @Permits('caseload.hand-over')
  @Writes(
    { operationId: 'handOverCaseload', summary: 'Hand all that an IRO has over to another, or to several, in one act' },
    { answer: CaseloadHandedOverDto },
  )
  async handOver(
    @Param('id', IdPipe) id: string,
    @Body() { shares, reason }: HandOverCaseloadDto,
    @Sent() sent: SentWith,
  ): Promise<CaseloadHandedOverDto> {
    if (shares.length === 0) throw malformed('/shares', 'must have one at least: say who takes it');
    if (shares.filter(({ children, disputes }) => children == null && disputes == null).length > 1)
      throw malformed(
        '/shares',
        'Only one of those who take a part may have no list: list what each of the others takes.',
      );
    const asked = shares.map(({ toIro, children, disputes }) => ({
      toIro,
      children: children ?? null,
      records: disputes ?? null,
    }));
    return this.authorised.handOver(id, asked, reason, sent);
  }
}
