import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, map } from 'rxjs';
import type { Position } from '../event-store/event-store.js';
import { isPosition } from '../event-store/positions.js';
import type { ReadModels } from '../projections/projection.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../tokens.js';
import { READ_MODELS } from '../store-tokens.js';
import { mustStandAt } from '../revision-condition.js';
import { conditionOf, namesTag, tagOfReading, tagOfRevision, tagsIn } from './entity-tags.js';
import { positionCookie, positionInCookie } from './position-cookie.js';
import { isPageAddress } from './pages.js';
import { Places } from './places.js';
import { malformed, Problem } from './problem.js';
import { SeeOther } from './see-other.js';
import { Versioned, WrittenDto } from './written.dto.js';

/** Requests that wait for a write at once, on one instance. */
export const MOST_WAITING = 1_000;

/**
 * Puts the tag of a reading, the revision and the position of a write into headers, and the position into a cookie for browsers. A client
 * that sends one back waits until this instance has that write in its read models (1 s at most). Nobody waits who has not signed in: they
 * see nothing that was written.
 */
@Injectable()
export class Answers implements NestInterceptor {
  private readonly waiting = new Places(MOST_WAITING);

  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { position, person } = request.notes;
    if (position !== undefined && person !== undefined) {
      const reached = await this.reached(positionIn(position), person);
      void reply.header('footprint-position-reached', String(reached));
    }
    return next.handle().pipe(map((answer: unknown) => this.finish(answer, request, reply)));
  }

  /** @throws Problem 503 where too many wait already, or too many of this person */
  private async reached(position: Position, person: string): Promise<boolean> {
    if (!this.waiting.take(person)) throw tooManyWait();
    try {
      return await this.readModels.waitFor(position);
    } finally {
      this.waiting.leave(person);
    }
  }

  private finish(answer: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
    // A page is drawn from it, and is never answered from what a browser kept.
    if (answer instanceof Versioned && !isPageAddress(request.url)) return tagged(answer, request, reply);
    const written = answer instanceof SeeOther ? answer.written : answer;
    if (written instanceof WrittenDto) {
      void reply.header('etag', tagOfRevision(written.revision));
      if (written.position !== null) {
        const secure = this.config.site.startsWith('https://');
        void reply.headers({
          'footprint-position': written.position,
          'set-cookie': positionCookie(latest(written.position, positionInCookie(request.headers.cookie)), { secure }),
        });
      }
      Object.assign(request.notes, {
        reference: written.reference,
        revision: written.revision,
        repeated: written.repeated,
      });
    }
    return answer;
  }
}

/**
 * A reading leaves with the tag of the bytes that this reader is sent. `If-Match` is looked at first, as RFC 9110 (13.2.2) has it.
 * @throws Problem 400 for a condition that cannot be read
 * @throws Refusal answered with 412
 */
const tagged = (
  { body, revision }: Versioned<unknown>,
  { headers }: FastifyRequest,
  reply: FastifyReply,
): string | undefined => {
  const ifNoneMatch = tagsIn('If-None-Match', headers['if-none-match']);
  mustStandAt(conditionOf(tagsIn('If-Match', headers['if-match'])), revision);
  const text = JSON.stringify(body);
  const tag = tagOfReading(revision, text);
  void reply.headers({ etag: tag, vary: 'Footprint-Post, Footprint-Acting-For' });
  if (namesTag(ifNoneMatch, tag)) {
    void reply.status(304);
    return undefined;
  }
  void reply.type('application/json; charset=utf-8');
  return text;
};

const positionIn = (sent: string): Position => {
  if (isPosition(sent)) return sent;
  throw malformed('Footprint-Position', 'is not a position that a write gave: send it as it came, or leave it out');
};

/** A write that is repeated answers with the position it had the first time. */
const latest = (position: string, before: string | undefined): string =>
  before !== undefined && before > position ? before : position;

const tooManyWait = (): Problem =>
  new Problem(
    503,
    'too-busy',
    'Too many requests wait for a write to be readable: this was not carried out. Send it again in a moment, with the same Idempotency-Key if it has one.',
    { headers: { 'retry-after': '2' } },
  );
