import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { showsNothing } from '../../platform/http/shows-nothing.js';
import { Versioned } from '../../platform/http/written.dto.js';
import { type Permission, rowFor } from '../access-table.js';
import { actorFrom, type Asker } from '../asker.js';
import { askerOf } from '../asking.js';
import { OPEN_TO_ALL, type RouteAccess, SIGNED_IN } from '../permission.js';
import type { MattersOpened } from './events.js';
import { mattersIn } from './matters.js';
import { FileOfRecords, type Opening, openingOf } from './opens.js';
import { ViewLog } from './view-log.js';

/** Puts on record who opens what, for every route that reads, before the answer leaves. */
@Injectable()
export class Openings implements NestInterceptor {
  constructor(private readonly views: ViewLog) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { permits }: RouteAccess = request.routeOptions.config ?? {};
    if (permits === undefined) return next.handle();
    if (permits === OPEN_TO_ALL || permits === SIGNED_IN) return next.handle();
    const opening = openingOf(context.getHandler());
    // A command shows nothing; a reading that is sent by POST, so that its address says nothing, says what it opens.
    if (request.method === 'POST' && opening === undefined) return next.handle();
    if (opening === undefined) throw new Error('A route that reads says @Opens or @OpensNothing.');
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        if (!showsNothing(answer)) await this.record(opening, answer, request, permits);
        return answer instanceof FileOfRecords ? answer.text : answer;
      }),
    );
  }

  private async record(
    opening: Opening,
    answer: unknown,
    request: FastifyRequest,
    permits: readonly Permission[],
  ): Promise<void> {
    const asker = askerOf(request);
    const opened = openedBy(asker, { opening, body: bodyOf(answer), params: request.params as Params, permits });
    if (opened === null) return;
    const by = request.routeOptions.url ?? '';
    await this.views.record({ ...opened, by }, actorFrom(asker, asker.posts[0]!), request.notes.correlationId);
  }
}

/** The part of an answer that is searched for the records that it is about. */
const bodyOf = (answer: unknown): unknown => {
  if (answer instanceof Versioned) return answer.body;
  if (answer instanceof StreamableFile) return undefined;
  if (answer instanceof FileOfRecords) return answer.references.map((reference) => ({ reference }));
  return answer;
};

type Params = Readonly<Record<string, string>>;

interface Reading {
  readonly opening: Opening;
  /** The answer that the reader is sent. */
  readonly body: unknown;
  readonly params: Params;
  readonly permits: readonly Permission[];
}

/** The records that a reader has opened; null where no word about a child and no initials stand in the answer, and no inspector reads it. */
export const openedBy = (
  asker: Asker,
  { opening, body, params, permits }: Reading,
): Omit<MattersOpened, 'by'> | null => {
  const isInspected = asker.posts.some(({ kind }) => kind === 'inspector');
  const opened =
    'nothing' in opening || isForCounting(asker, permits, body) ? null : openedIn(opening.what, body, params);
  if (opened !== null && opened.references.length + opened.children.length > 0) return opened;
  return isInspected ? { what: 'figures', references: [], children: [] } : null;
};

/** Somebody whom only the rows for figures let in is shown neither words nor initials, unless initials stand there all the same. */
const isForCounting = (asker: Asker, permits: readonly Permission[], body: unknown): boolean =>
  permits
    .filter((permission) => asker.posts.some(({ kind }) => rowFor(permission, kind) !== undefined))
    .every((permission) => permission.startsWith('figures.') || permission.endsWith('-figures')) &&
  !mattersIn(body).hasInitials;

const OF_ONE_MATTER: readonly string[] = ['page', 'history', 'copy', 'document'];

/** A page is of the thing in its address, whatever else it names; everything else is of all that stands in it. */
const openedIn = (
  what: Exclude<Opening, { nothing: string }>['what'],
  body: unknown,
  { reference, meeting, id }: Params,
): Omit<MattersOpened, 'by'> => {
  const own = reference ?? meeting;
  const isOfTheChild = own === undefined && id !== undefined && (what === 'child' || what === 'copy');
  if (!isOfTheChild && OF_ONE_MATTER.includes(what))
    return { what, references: own === undefined ? [] : [own], children: [] };
  const { references, children } = mattersIn(body);
  return {
    what,
    references: [...new Set([...(own === undefined ? [] : [own]), ...references])],
    children: [...new Set([...(isOfTheChild ? [id] : []), ...children])],
  };
};
