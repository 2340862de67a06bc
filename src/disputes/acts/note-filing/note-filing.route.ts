import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { NoteFilingDto } from './note-filing.dto.js';

@DisputeRoute()
export class NoteFilingRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('note-filing', 'Note that a copy was filed on the child’s record')
  @Permits('dispute.note-filing')
  noteFiling(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: NoteFilingDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(
      reference,
      { type: 'note-filing', child: body.child, where: body.where, filedOn: body.filedOn },
      sent,
    );
  }
}
