import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { defer, lastValueFrom, type Observable } from 'rxjs';
import { withCertainRefusals } from '../certainty.js';
import { restsOnWhatWasRead } from '../decider.js';
import type { EventStore } from '../event-store/event-store.js';
import type { ReadModels } from '../projections/projection.js';
import { catchUpWith } from './catching-up.js';
import { EVENT_STORE, READ_MODELS } from '../store-tokens.js';
import { Problem } from './problem.js';

/** Statuses by which a request is refused for what is, or is not, on record. */
const BY_WHAT_IS_ON_RECORD = [403, 404, 409, 412];

/**
 * No request is refused for what this instance, or the node that it asked, did not know yet: before a refusal is answered the log says how
 * far it has come, the read models come as far, and the request is carried out once more. An event that another instance acknowledged
 * before the request came is then known to every part of the decision: the stream, the rules and the calendar, other streams, the read
 * models, and the posts of the asker. If the read models do not come as far in time, nobody knows, and the answer is 503.
 *
 * A request of somebody who is not signed in is refused at once: nothing on record decides that, and nobody may have the nodes prove themselves for it.
 */
@Injectable()
export class CertainRefusals implements NestInterceptor {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { notes } = context.switchToHttp().getRequest<FastifyRequest>();
    if (notes.person === undefined) return next.handle();
    return defer(() =>
      withCertainRefusals(
        this.store,
        isRefusal,
        async (position) => {
          await catchUpWith(this.readModels, position);
          notes.askedAnew?.();
        },
        () => lastValueFrom(next.handle(), { defaultValue: undefined }),
      ),
    );
  }
}

/** Whether a request is refused for what is, or is not, on record. */
export const isRefusal = (error: unknown): boolean =>
  restsOnWhatWasRead(error) ||
  (error instanceof Problem && (BY_WHAT_IS_ON_RECORD.includes(error.status) || error.also.restsOnRecord === true));
