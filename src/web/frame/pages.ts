import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { PAGE_SESSIONS, type PageSessions } from '../../access/page-session.js';
import { OUTWARD, type Outward, problemOutward } from '../../platform/http/outward.js';
import { problemFrom } from '../../platform/http/problem.js';
import { SeeOther } from '../../platform/http/see-other.js';
import { Versioned } from '../../platform/http/written.dto.js';
import { Drawing } from './drawing.js';
import { offersNoDay } from './as-it-stood.js';
import { OtherPage, pageOf, redrawOf } from './page.js';

/**
 * Draws what the handler of a page answers. It stands around all other interceptors, so that they see the answer and not the page, and
 * so that a refusal is certain before the form that was refused is drawn again.
 */
@Injectable()
export class Pages implements NestInterceptor {
  constructor(
    private readonly drawing: Drawing,
    @Inject(PAGE_SESSIONS) private readonly sessions: PageSessions,
    @Inject(OUTWARD) private readonly words: Outward,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (pageOf(context.getHandler()) === undefined) return next.handle();
    return from(this.answer(context, next));
  }

  private async answer(context: ExecutionContext, next: CallHandler): Promise<string> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const answer = await this.answerOf(next, request);
    if (answer instanceof SeeOther) {
      if (answer.flash !== undefined) await this.sessions.say(request, JSON.stringify(answer.flash));
      void reply.status(303).header('location', answer.location);
      return '';
    }
    if (answer instanceof OtherPage) {
      void reply.status(answer.status);
      offersNoDay(request);
      return this.drawing.page(request, reply, answer.view, answer.model);
    }
    void reply.status(200);
    const { view, present } = pageOf(context.getHandler())!;
    const body = answer instanceof Versioned ? answer.body : answer;
    const model = present(body as never, await this.drawing.about(request));
    return this.drawing.page(request, reply, view, model);
  }

  /** @throws what no form can be drawn again for */
  private async answerOf(next: CallHandler, request: FastifyRequest): Promise<unknown> {
    try {
      return await lastValueFrom(next.handle(), { defaultValue: undefined });
    } catch (error) {
      const problem = problemFrom(error);
      const redraw = redrawOf(request);
      if (problem === undefined || redraw === undefined) throw error;
      request.notes.refusedAs = problem.code;
      return redraw(problemOutward(problem, this.words.lastKnown()));
    }
  }
}
