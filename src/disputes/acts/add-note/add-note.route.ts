import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { AddNoteDto } from './add-note.dto.js';

@DisputeRoute()
export class AddNoteRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('add-note', 'Add a note')
  @Permits('dispute.add-note')
  addNote(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: AddNoteDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'add-note', text: body.text }, sent);
  }
}
