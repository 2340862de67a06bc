import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Instant, LocalDate } from '../../calendar/calendar.js';
import { addDays, isLocalDate, lastMomentOf, londonDate } from '../../calendar/dates.js';
import { dayInWords } from '../../calendar/in-words.js';
import { notValid } from '../../platform/http/problem.js';

/** The parameter of an address with the day at the end of which something is shown. */
export const AS_AT = 'asAt';

/** Pages that can be looked at as they stood on an earlier day, with the day that was chosen; undefined of today. */
const offered = new WeakMap<FastifyRequest, LocalDate | undefined>();

/** The day in an address. @throws Problem `not-valid` where it is none */
const dayIn = (query: unknown): LocalDate | undefined => {
  const { [AS_AT]: asked } = (query ?? {}) as { readonly [AS_AT]?: unknown };
  if (asked === undefined || asked === '') return undefined;
  if (isLocalDate(asked)) return asked;
  throw notValid([{ pointer: `/${AS_AT}`, message: 'must be a day that exists, written YYYY-MM-DD, as 2026-03-31' }]);
};

/** The day that a page is asked for. A handler that takes it is known by this function to know of earlier days. */
export const dayOfThePage = (_: unknown, context: ExecutionContext): LocalDate | undefined => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const day = dayIn(request.query);
  offered.set(request, day);
  return day;
};

/**
 * Gives the handler of a page the day at the end of which its page is to be shown; undefined of today. Such a page offers a day to
 * choose, and says on every sheet which one it shows (docs/decisions/0038).
 */
export const AsAt = createParamDecorator(dayOfThePage);

/** A page that is drawn in place of the one that was asked for shows no day. */
export const offersNoDay = (request: FastifyRequest): void => void offered.delete(request);

/** The last moment of the day that a page shows; undefined of one that shows today. */
export const momentShown = (request: FastifyRequest): Instant | undefined => {
  const day = offered.get(request);
  return day === undefined ? undefined : lastMomentOf(day);
};

export interface AsItStood {
  /** In words; null where the page shows today. */
  readonly day: string | null;
  readonly chosen: LocalDate | '';
  /** The latest day that is over. */
  readonly latest: LocalDate;
  readonly path: string;
  /** Parameters of the address that the choice of a day leaves as they are. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  /** The same page of today. */
  readonly today: string;
}

/** The sentence of the frame about the day that a page shows; undefined of a page that has no other day. */
export const asItStood = (request: FastifyRequest, now: Instant): AsItStood | undefined => {
  if (!offered.has(request)) return undefined;
  const day = offered.get(request);
  const path = request.url.split('?')[0]!;
  const query = Object.entries((request.query ?? {}) as Record<string, unknown>);
  const hidden = query.flatMap(([name, value]) =>
    name === AS_AT || typeof value !== 'string' ? [] : [{ name, value }],
  );
  const others = new URLSearchParams(Object.fromEntries(hidden.map(({ name, value }) => [name, value]))).toString();
  return {
    day: day === undefined ? null : dayInWords(day),
    chosen: day ?? '',
    latest: addDays(londonDate(now), -1),
    ...{ path, hidden },
    today: others === '' ? path : `${path}?${others}`,
  };
};

/** An address that goes on with the day of the page on which it stands. */
export const onThatDay = (address: string, day: LocalDate | undefined): string =>
  day === undefined ? address : `${address}${address.includes('?') ? '&' : '?'}${AS_AT}=${day}`;
