import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { Documents } from '../../../documents/documents.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { MarkActionDoneDto } from './mark-action-done.dto.js';

@DisputeRoute()
export class MarkActionDoneRoute {
  constructor(
    private readonly authorised: AuthorisedDisputes,
    private readonly documents: Documents,
  ) {}

  @ActOn('mark-action-done', 'Mark an agreed action as done')
  @Permits('dispute.mark-action-done')
  markActionDone(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: MarkActionDoneDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const { actionId, evidence, doneOn } = body;
    return this.documents.attachedTo(body.documents, sent, (documents) =>
      this.authorised.act(
        reference,
        {
          ...{ type: 'mark-action-done', actionId, evidence, doneOn },
          ...(documents.length === 0 ? {} : { documents }),
        },
        sent,
      ),
    );
  }
}
