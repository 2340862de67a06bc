import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, map } from 'rxjs';
import type { Position } from '../event-store/event-store.js';
import type { ReadModels } from '../projections/projection.js';
import { READ_MODELS } from '../tokens.js';
import { malformed } from './problem.js';
import { Versioned, WrittenDto } from './written.dto.js';

/** Puts the revision and the position into headers, and makes a reader wait for the write it wants to see (1 s at most). */
@Injectable()
export class Answers implements NestInterceptor {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (request.method === 'GET' && request.notes.position !== undefined) {
      const reached = await this.readModels.waitFor(positionIn(request.notes.position));
      void reply.header('footprint-position-reached', String(reached));
    }
    return next.handle().pipe(map((answer: unknown) => finish(answer, request, reply)));
  }
}

const POSITION = /^[\w.:/-]{1,64}$/;

const positionIn = (sent: string): Position => {
  if (POSITION.test(sent)) return sent as Position;
  throw malformed('Footprint-Position', 'is not a position that a write gave: send it as it came, or leave it out');
};

const finish = (answer: unknown, request: FastifyRequest, reply: FastifyReply): unknown => {
  if (answer instanceof Versioned) {
    const tag = `"${answer.revision}"`;
    void reply.header('etag', tag);
    if (request.headers['if-none-match'] !== tag) return answer.body;
    void reply.status(304);
    return undefined;
  }
  if (answer instanceof WrittenDto) {
    void reply.header('etag', `"${answer.revision}"`);
    if (answer.position !== null) void reply.header('footprint-position', answer.position);
    Object.assign(request.notes, { reference: answer.reference, revision: answer.revision, repeated: answer.repeated });
  }
  return answer;
};
