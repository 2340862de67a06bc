import { Permits } from '../../../access/permission.js';
import { Body, Param } from '@nestjs/common';
import { Documents } from '../../../documents/documents.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { notValid } from '../../../platform/http/problem.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { wantedActions } from '../wanted-action.dto.js';
import type { WantedResponse } from '../../events.js';
import { AnswerDto } from './answer.dto.js';
import { isWithoutReason } from './responses.js';

@DisputeRoute()
export class AnswerRoute {
  constructor(
    private readonly authorised: AuthorisedDisputes,
    private readonly documents: Documents,
  ) {}

  @ActOn('answer', 'Answer the stage the dispute is at')
  @Permits('dispute.answer')
  answer(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: AnswerDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const responses = responsesIn(body);
    return this.documents.attachedTo(body.documents, sent, (documents) =>
      this.authorised.act(
        reference,
        {
          type: 'answer',
          agreement: body.agreement,
          reasons: body.reasons,
          ...(responses.length === 0 ? {} : { responses }),
          actions: wantedActions(body.actions),
          evidence: body.evidence ?? null,
          ...(documents.length === 0 ? {} : { documents }),
          ...(body.forTeams ? { forTeams: body.forTeams } : {}),
        },
        sent,
      ),
    );
  }
}

/** @throws Problem `not-valid` where one is changed or declined and no reason is given */
const responsesIn = ({ responses }: AnswerDto): WantedResponse[] => {
  const given = (responses ?? []).map(({ wanted, response, reason }) => ({ wanted, response, reason: reason ?? null }));
  const errors = given.flatMap((each, index) =>
    isWithoutReason(each)
      ? [{ pointer: `/responses/${index}/reason`, message: 'is needed where an action is changed or declined' }]
      : [],
  );
  if (errors.length > 0) throw notValid(errors);
  return given;
};
