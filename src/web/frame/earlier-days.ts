import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { getMetadataStorage } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { Problem } from '../../platform/http/problem.js';
import { AS_AT, dayOfThePage } from './as-it-stood.js';

/**
 * Refuses an earlier day where only how things stand now can be read. Without this a reading that knows nothing of days would answer as of
 * today, and its reader would take that for the answer of the day that they asked for.
 */
@Injectable()
export class EarlierDays implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, query } = context.switchToHttp().getRequest<FastifyRequest>();
    const isRead = method === 'GET' || method === 'HEAD';
    if (isRead && isAskedOf(query) && !knowsEarlierDays(context.getClass(), context.getHandler().name))
      throw noEarlierDay();
    return next.handle();
  }
}

const SENTENCE = 'Only how this stands now can be read. Leave asAt out of the address.';

const noEarlierDay = (): Problem =>
  new Problem(400, 'no-earlier-day', SENTENCE, { errors: [{ pointer: `/${AS_AT}`, message: SENTENCE }] });

/** A form that is sent with an empty day asks for today. */
const isAskedOf = (query: unknown): boolean => {
  const { [AS_AT]: asked = '' } = (query ?? {}) as { readonly [AS_AT]?: unknown };
  return asked !== '';
};

/** Whether a handler can be asked of an earlier day: its query has the field, or it is a page that takes the day. */
export const knowsEarlierDays = (controller: object, handler: string): boolean => {
  const { prototype } = controller as { readonly prototype: object };
  const given = Object.values(
    (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as Record<string, { factory?: unknown }>,
  );
  const classes = (Reflect.getMetadata('design:paramtypes', prototype, handler) ?? []) as unknown[];
  return given.some(({ factory }) => factory === dayOfThePage) || classes.some(hasTheDay);
};

const hasTheDay = (type: unknown): boolean =>
  typeof type === 'function' &&
  getMetadataStorage()
    .getTargetValidationMetadatas(type, '', true, false)
    .some(({ propertyName }) => propertyName === AS_AT);
