import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { Subjects } from '../../disputes/subject.js';
import { Writes } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { AuthorisedReviews } from '../authorised-reviews.js';
import { BeginCheck } from './begin-check.js';
import {
  BeginCheckDto,
  CheckStandardDto,
  CheckStandardsDto,
  DecideNotToRaiseDto,
  MoveCheckToChildDto,
  RaiseFromCheckDto,
  WithdrawCheckDto,
} from './check.dto.js';
import { RaiseFromCheck } from './raise-from-check.js';

@ApiTags('Reviews')
@Controller('api/v1/reviews')
export class CheckRoute {
  constructor(
    private readonly authorised: AuthorisedReviews,
    private readonly beginning: BeginCheck,
    private readonly raising: RaiseFromCheck,
    private readonly subjects: Subjects,
  ) {}

  @Post()
  @Permits('review.check')
  @Writes(
    { operationId: 'beginCheck', summary: 'Begin a preparation, a midway audit or an assessment' },
    { status: 201 },
  )
  begin(@Body() body: BeginCheckDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    return this.beginning.begin(body, sent);
  }

  @Post(':reference/check-standard')
  @Permits('review.check')
  @Writes({ operationId: 'checkStandard', summary: 'Say whether a standard is met' })
  check(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { standard, answer, note }: CheckStandardDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'check', standard, answer, note: note ?? null }, sent);
  }

  @Post(':reference/check-standards')
  @Permits('review.check')
  @Writes({ operationId: 'checkStandards', summary: 'Say of several standards whether they are met' })
  checkSeveral(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { answers }: CheckStandardsDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const said = answers.map(({ standard, answer, note }) => ({ standard, answer, note: note ?? null }));
    return this.authorised.act(reference, { type: 'check-several', answers: said }, sent);
  }

  @Post(':reference/decide-not-to-raise')
  @Permits('review.decide-not-to-raise')
  @Writes({ operationId: 'decideNotToRaise', summary: 'Write down why nothing is raised about a standard not met' })
  decideNotToRaise(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { standard, reason }: DecideNotToRaiseDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'decide-not-to-raise', standard, reason }, sent);
  }

  @Post(':reference/move-to-child')
  @Permits('review.move-to-child')
  @Writes({ operationId: 'moveCheckToChild', summary: 'Move it to the child whom it is about' })
  move(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: MoveCheckToChildDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const { childId, iro, bornOn } = this.subjects.childNamed(body.child, '/child');
    const act = {
      type: 'move-to-child' as const,
      to: childId,
      iro: iro ?? sent.asker.person,
      bornOn,
      reason: body.reason,
    };
    return this.authorised.act(reference, act, sent, body);
  }

  @Post(':reference/withdraw')
  @Permits('review.withdraw')
  @Writes({ operationId: 'withdrawCheck', summary: 'Withdraw a check that was begun by mistake' })
  withdraw(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { reason }: WithdrawCheckDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'withdraw', reason }, sent);
  }

  @Post(':reference/raise')
  @Permits('review.check')
  @Writes({ operationId: 'raiseFromCheck', summary: 'Raise a dispute about a standard not met' }, { status: 201 })
  raise(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: RaiseFromCheckDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.raising.raise(reference, body, sent);
  }
}
