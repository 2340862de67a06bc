import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../../access/permission.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import { Writes } from '../../../platform/http/docs.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisclosures } from './authorised-disclosures.js';
import { EnterDisclosureDto, EnterEditionDisclosedDto, WithdrawDisclosureDto } from './disclosure-acts.dto.js';

/** Entries of the disclosure log: whatever they say is known when the small numbers of a later report are hidden. */
@ApiTags('Published reports')
@Controller('api/v1')
export class DisclosuresRoute {
  constructor(private readonly authorised: AuthorisedDisclosures) {}

  @Post('disclosures')
  @Permits('disclosure.enter')
  @Writes({ operationId: 'enterDisclosure', summary: 'Enter figures that were given out otherwise than in a report' })
  enter(
    @Body() { kind, on, recipient, requestNumber, from, to, records, figures }: EnterDisclosureDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const told = figures.map(({ team, theme, quarter, number }) => ({
      ...{ team: team ?? null, theme: theme ?? null, quarter: quarter ?? null, number },
    }));
    return this.authorised.enter(
      { kind, on, recipient, requestNumber: requestNumber ?? null, from, to, records, figures: told },
      sent,
    );
  }

  @Post('published-reports/:reference/enter-disclosure')
  @Permits('disclosure.enter')
  @Writes({
    operationId: 'enterReportDisclosed',
    summary: 'Enter that its last published edition was given to others than its readers',
  })
  enterEdition(
    @Param('reference', ReferencePipe) report: string,
    @Body() { kind, on, recipient, requestNumber }: EnterEditionDisclosedDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.enterEdition(report, { kind, on, recipient, requestNumber: requestNumber ?? null }, sent);
  }

  @Post('disclosures/:reference/withdraw')
  @Permits('disclosure.withdraw')
  @Writes({ operationId: 'withdrawDisclosure', summary: 'Withdraw an entry that was wrong' })
  withdraw(
    @Param('reference', ReferencePipe) disclosure: string,
    @Body() { reason }: WithdrawDisclosureDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.withdraw(disclosure, reason, sent);
  }
}
