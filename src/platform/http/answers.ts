import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, map } from 'rxjs';
import type { Position } from '../event-store/event-store.js';
import type { ReadModels } from '../projections/projection.js';
import type { Config } from '../config/config.js';
import { CONFIG, READ_MODELS } from '../tokens.js';
import { POSITION, positionCookie, positionInCookie } from './position-cookie.js';
import { malformed } from './problem.js';
import { Versioned, WrittenDto } from './written.dto.js';

/**
 * Puts the revision and the position into headers, and the position into a cookie for browsers. Whoever sends one back waits until this
 * instance has that write in its read models (1 s at most).
 */
@Injectable()
export class Answers implements NestInterceptor {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (request.notes.position !== undefined) {
      const reached = await this.readModels.waitFor(positionIn(request.notes.position));
      void reply.header('footprint-position-reached', String(reached));
    }
    return next.handle().pipe(map((answer: unknown) => this.finish(answer, request, reply)));
  }

  private finish(answer: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
    if (answer instanceof Versioned) {
      const tag = `"${answer.revision}"`;
      void reply.header('etag', tag);
      if (request.headers['if-none-match'] !== tag) return answer.body;
      void reply.status(304);
      return undefined;
    }
    if (answer instanceof WrittenDto) {
      void reply.header('etag', `"${answer.revision}"`);
      if (answer.position !== null) {
        const secure = this.config.site.startsWith('https://');
        void reply.headers({
          'footprint-position': answer.position,
          'set-cookie': positionCookie(latest(answer.position, positionInCookie(request.headers.cookie)), { secure }),
        });
      }
      Object.assign(request.notes, {
        reference: answer.reference,
        revision: answer.revision,
        repeated: answer.repeated,
      });
    }
    return answer;
  }
}

const positionIn = (sent: string): Position => {
  if (POSITION.test(sent)) return sent as Position;
  throw malformed('Footprint-Position', 'is not a position that a write gave: send it as it came, or leave it out');
};

/** A write that is repeated answers with the position it had the first time. */
const latest = (position: string, before: string | undefined): string =>
  before !== undefined && before > position ? before : position;
