import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { Writes } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { RaiseOverDisagreement } from './raise-over-disagreement.js';
import {
  AgreeDto,
  DisagreeDto,
  LetStandDto,
  RaiseOverDisagreementDto,
  SendRecommendationsDto,
  TakeBackAnswerDto,
  WithdrawRecommendationsDto,
} from './recommendations.dto.js';
import { AuthorisedRecommendations } from './authorised-recommendations.js';
import { SendRecommendations } from './send-recommendations.js';

@ApiTags('Reviews')
@Controller('api/v1/recommendations')
export class RecommendationsRoute {
  constructor(
    private readonly authorised: AuthorisedRecommendations,
    private readonly sending: SendRecommendations,
    private readonly raising: RaiseOverDisagreement,
  ) {}

  @Post()
  @Permits('recommendations.send')
  @Writes(
    { operationId: 'sendRecommendations', summary: 'Send the recommendations of a review; silence will mean agreed' },
    { status: 201 },
  )
  send(@Body() body: SendRecommendationsDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    return this.sending.send(body, sent);
  }

  @Post(':reference/agree')
  @Permits('recommendations.answer')
  @Writes({ operationId: 'agreeToRecommendations', summary: 'Agree' })
  agree(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { note }: AgreeDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'agree', note: note ?? null }, sent);
  }

  @Post(':reference/disagree')
  @Permits('recommendations.answer')
  @Writes({ operationId: 'disagreeWithRecommendations', summary: 'Disagree, with the reason; late too' })
  disagree(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { reason }: DisagreeDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'disagree', reason }, sent);
  }

  @Post(':reference/raise')
  @Permits('recommendations.decide')
  @Writes({ operationId: 'raiseOverDisagreement', summary: 'Raise a dispute over a disagreement' }, { status: 201 })
  raise(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: RaiseOverDisagreementDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.raising.raise(reference, body, sent);
  }

  @Post(':reference/let-stand')
  @Permits('recommendations.let-stand')
  @Writes({ operationId: 'letDisagreementStand', summary: 'Write down why nothing is raised over a disagreement' })
  letStand(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { reason }: LetStandDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'let-stand', reason }, sent);
  }

  @Post(':reference/take-back-answer')
  @Permits('recommendations.answer')
  @Writes({ operationId: 'takeBackAnswerToRecommendations', summary: 'Take back an answer that was a mistake' })
  takeBackAnswer(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { reason }: TakeBackAnswerDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'take-back-answer', reason }, sent);
  }

  @Post(':reference/withdraw')
  @Permits('recommendations.withdraw')
  @Writes({ operationId: 'withdrawRecommendations', summary: 'Withdraw what was sent by mistake' })
  withdraw(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { reason }: WithdrawRecommendationsDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'withdraw', reason }, sent);
  }
}
