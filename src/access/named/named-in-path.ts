import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { defer, lastValueFrom, type Observable } from 'rxjs';
import { londonDate } from '../../calendar/dates.js';
import { calledSo, isAnId } from '../../directory/called.js';
import type { Directory } from '../../directory/directory.js';
import type { Clock } from '../../platform/clock/clock.js';
import { categoryOf } from '../../platform/event-store/event-store.js';
import { readReference } from '../../platform/ids.js';
import { notFound, Problem } from '../../platform/http/problem.js';
import { isReading } from '../../platform/http/reading.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { postThatMay, whyNot } from '../access.js';
import { type Permission, type Relation, rowFor } from '../access-table.js';
import type { Asker } from '../asker.js';
import { askerIfKnown } from '../asking.js';
import { OPEN_TO_ALL, SIGNED_IN } from '../permission.js';
import { choicesOffered, isCalledByName, standsFor } from './by-name.js';
import { begunBy, namedInPath, type NamedInPath } from './addresses.js';
import { eventsOf } from './repeats.js';
import { FINDERS, type Finders, type Found, type KindOfThing } from './things.js';
import { whileSent } from './under-way.js';

/**
 * Before anything else of a command is looked at, its body and its conditions too: a person who may not see what its address names is
 * answered as if there were none, and a person who may see it and not do this is told so. Readings answer so by themselves.
 */
@Injectable()
export class NamedInPathInterceptor implements NestInterceptor {
  constructor(
    @Inject(FINDERS) private readonly finders: Finders,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const asker = askerIfKnown(request);
    if (asker === undefined || isReading(request.method)) return next.handle();
    return defer(async () => {
      const route = request.routeOptions.url ?? '';
      const commandId = commandIdOf(request);
      const named = namedInPath(route);
      const target = named && (await this.targetOf(named, request, asker, commandId));
      const begins = begunBy(route);
      await this.mustSeeWhatItBegan(begins, asker, commandId);
      const command = { asker, commandId, target, begins };
      return whileSent(command, () => lastValueFrom(next.handle(), { defaultValue: undefined }));
    });
  }

  /** @throws Problem `not-found`, `not-yours`, `say-for-whom` */
  private async targetOf(
    { kind, isPrivate, parameter }: NamedInPath,
    request: FastifyRequest,
    asker: Asker,
    commandId: string | undefined,
  ): Promise<Found | undefined> {
    const written = (request.params as Record<string, string>)[parameter] ?? '';
    const id = isByReference(kind) ? readReference(written) : this.idOf(kind, written);
    if (id === undefined) throw notFound();
    if (isCalledByName(kind)) (request.params as Record<string, string>)[parameter] = id;
    const found = await this.finders[kind].find(id, asker);
    if (!isPrivate || (!found.isKnown && mayAskForTheHidden(request, asker))) return found;
    const refused = found.isKnown ? notToDo(request, asker, found) : notFound();
    if (refused === undefined || (await found.answersAgain(commandId))) return found;
    throw refused;
  }

  /**
   * A command that began something and is sent again is answered again while its sender may see what it began.
   * @throws Problem `not-found` where that has been hidden from them since
   */
  private async mustSeeWhatItBegan(
    begins: KindOfThing | undefined,
    asker: Asker,
    commandId: string | undefined,
  ): Promise<void> {
    if (begins === undefined || commandId === undefined || !isByReference(begins)) return;
    const begun = eventsOf((await this.finders[begins].begun?.(commandId, {})) ?? [], asker, commandId);
    if (begun.length === 0) return;
    const { stream } = begun[0]!;
    const found = await this.finders[begins].find(stream.slice(categoryOf(stream).length + 1), asker);
    if (!(await found.answersAgain(commandId))) throw notFound();
  }

  /**
   * The id of a post, team or person that an address names as people call it, in office or not; anything else as it is written.
   * @throws Problem `several-of-this-name`, with the choices
   */
  private idOf(kind: KindOfThing, written: string): string {
    const today = londonDate(this.clock.now());
    if (!isCalledByName(kind) || isAnId(kind, written, this.directory, today)) return written;
    const meant = standsFor(calledSo(kind, written, this.directory, today), false);
    if (meant.is === 'to-choose')
      throw new Problem(
        400,
        'several-of-this-name',
        `What the address names ${choicesOffered(kind, meant, this.directory, today)}.`,
        { restsOnRecord: true },
      );
    return meant.is === 'one' ? meant.id : written;
  }
}

/**
 * Emergency access is for those from whom a record is hidden, and asking to read is for those who see no more than where it stands; and those who answer for the IRO service,
 * or leaders in their place, may have to give away one that they may not read. Whether it is there, and theirs to ask for, its `Authorised…` class settles once the form of what they send is right, so that nothing
 * that is wrong with it tells a hidden record from an absent one.
 */
const mayAskForTheHidden = ({ routeOptions }: FastifyRequest, { posts }: Asker): boolean => {
  const permits = (routeOptions.config.permits ?? []) as readonly string[];
  const hasPost = (permission: Permission, relation?: Relation): boolean =>
    permits.includes(permission) &&
    posts.some(({ kind }) => {
      const relations = rowFor(permission, kind);
      return relations !== undefined && (relation === undefined || relations.includes(relation));
    });
  return (
    hasPost('dispute.take-emergency-access') ||
    hasPost('dispute.ask-to-read') ||
    hasPost('dispute.hand-over', 'any') ||
    hasPost('dispute.hand-over', 'fallen') ||
    hasPost('dispute.restrict', 'any')
  );
};

/** The reason why somebody who may see it may not do to it what the route is for. Undefined if they may. */
const notToDo = (
  { routeOptions }: FastifyRequest,
  asker: Asker,
  { relationsFrom, addressedTo }: Found,
): Problem | undefined => {
  const { permits } = routeOptions.config;
  if (permits === undefined || permits === OPEN_TO_ALL || permits === SIGNED_IN) return undefined;
  if (permits.some((permission) => postThatMay(asker, permission, relationsFrom) !== undefined)) return undefined;
  return whyNot(asker, permits[0]!, relationsFrom, addressedTo);
};

/** The directory gives its own ids, an import has one that follows from its rows, and children have the council’s record numbers. */
const isByReference = (kind: KindOfThing): boolean => !['child', 'person', 'post', 'team', 'import'].includes(kind);

const commandIdOf = ({ headers }: FastifyRequest): string | undefined => {
  const sent = headers['idempotency-key'];
  return typeof sent === 'string' ? sent : undefined;
};
