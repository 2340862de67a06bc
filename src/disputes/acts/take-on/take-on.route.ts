import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../../access/permission.js';
import { Writes } from '../../../platform/http/docs.js';
import { problemFrom } from '../../../platform/http/problem.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { TakeOnDto, TakenOnDto, TakeOnManyDto } from './take-on.dto.js';

@DisputeRoute()
export class TakeOnRoute {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('take-on', 'Take on an imported dispute that is still open')
  @Permits('dispute.take-on')
  takeOn(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { team }: TakeOnDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: 'take-on', addressee: { team: team ?? null, posts: [] } }, sent);
  }

  @Post('take-on')
  @Permits('dispute.take-on')
  @Writes({ operationId: 'takeOnDisputes', summary: 'Take on many imported disputes at once' }, { answer: TakenOnDto })
  async takeOnMany(@Body() { references }: TakeOnManyDto, @Sent() sent: SentWith): Promise<TakenOnDto> {
    const answer: TakenOnDto = { takenOn: [], refused: [] };
    for (const reference of references) {
      try {
        answer.takenOn.push(
          await this.authorised.act(reference, { type: 'take-on', addressee: { team: null, posts: [] } }, sent),
        );
      } catch (error) {
        const problem = problemFrom(error);
        if (problem === undefined || problem.status >= 500) throw error;
        answer.refused.push({ reference, code: problem.code, detail: problem.detail });
      }
    }
    return answer;
  }
}
