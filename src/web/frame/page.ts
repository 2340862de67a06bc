import { applyDecorators, Controller, SetMetadata } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Asker } from '../../access/asker.js';
import type { Instant } from '../../calendar/calendar.js';
import type { Problem } from '../../platform/http/problem.js';
import type { WordsOfPages } from './shared.js';

/** The facts that a presenter may know besides the model that it presents. */
export interface About {
  /** Undefined on a page that is open to all. */
  readonly asker: Asker | undefined;
  readonly words: WordsOfPages;
  /** Label of a theme, as this council gives it. */
  readonly theme: (code: string) => string;
  /** The moment as of which the page is drawn: of a day that is over, its last. */
  readonly now: Instant;
  /** Path and query of the page that is asked for. */
  readonly address: string;
}

/** Turns what a query answered into what a view is given. It is pure: it is tested without HTTP. */
export type Presenter<Answer> = (answer: Answer, about: About) => object;

interface PageDrawn {
  readonly view: string;
  readonly present: Presenter<never>;
}

const PAGE = Symbol('page');

/**
 * A handler whose answer is drawn as a page. It answers what the route of the API does, so that everything that looks at answers, such as
 * the log of who opened what, sees the same.
 * @param view path from `src`, without the ending
 */
export const Page = <Answer>(
  view: string,
  present: Presenter<Answer> = (answer) => answer as object,
): MethodDecorator => SetMetadata(PAGE, { view, present } satisfies PageDrawn);

/** Undefined where a handler answers programs. */
export const pageOf = (handler: object): PageDrawn | undefined =>
  Reflect.getMetadata(PAGE, handler) as PageDrawn | undefined;

/** A controller of pages. The description of the API leaves it out. */
export const PageRoute = (path = ''): ClassDecorator =>
  applyDecorators(ApiExcludeController(), Controller(path)) as ClassDecorator;

/** A page other than that of the handler, or with another status: a form drawn once more, with what is wrong in it. */
export class OtherPage {
  constructor(
    readonly view: string,
    readonly model: object,
    readonly status = 200,
  ) {}
}

const redraws = new WeakMap<FastifyRequest, (problem: Problem) => Promise<OtherPage>>();

/** Has a form drawn once more where what it sends is refused, so that nothing typed is lost. */
export const onRefusal = (request: FastifyRequest, redraw: (problem: Problem) => Promise<OtherPage>): void =>
  void redraws.set(request, redraw);

export const redrawOf = (request: FastifyRequest): ((problem: Problem) => Promise<OtherPage>) | undefined =>
  redraws.get(request);
