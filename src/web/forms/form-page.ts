import { Get, Post, Req, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { type Query, QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import type { Permission } from '../../access/access-table.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { KeepsDrafts, Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { notFound } from '../../platform/http/problem.js';
import { TakesFiles } from '../../platform/http/files-sent.js';
import { readReference } from '../../platform/ids.js';
import type { SeeOther } from '../../platform/http/see-other.js';
import { OtherPage, Page, PageRoute } from '../frame/page.js';
import type { Carrying } from './carrying.js';
import { Forms } from './forms.js';
import type { Typed } from './typed.js';

/** The request for the page of a form. */
export interface AskedForForm {
  readonly asker: Asker;
  readonly request: FastifyRequest;
  /** The thing that its address names: a reference in its one form, or an id; empty where the form begins something. */
  readonly id: string;
  /** A controller or a provider of the program. */
  get<Thing>(type: Type<Thing> | symbol): Thing;
  ask<Answer>(query: Query<Answer>): Promise<Answer>;
}

/** The page of one form, which the route of the API carries out. */
export interface FormPage {
  /** `recommendations/:reference/agree` */
  readonly path: string;
  /** The row of the access table of that route. */
  readonly permits: Permission;
  /** The matters of children that its form shows: `Opens('page')`, or `OpensNothing` with the reason. */
  readonly opens: MethodDecorator;
  /** Whether files can be chosen on one of its pages. */
  readonly hasFiles?: boolean;
  carrying(asked: AskedForForm): Carrying;
  /** The contents of the form when it is opened; or the page in its place, where it cannot be done now. */
  begins?(asked: AskedForForm): Promise<Typed | OtherPage>;
}

/** The controller of a form: it is shown by GET, and checked and sent by POST to the same address. */
export const formPageOf = (page: FormPage): Type => {
  @PageRoute()
  class PageOfForm {
    constructor(
      private readonly forms: Forms,
      private readonly queries: QueryBus,
      private readonly modules: ModuleRef,
    ) {}

    @Get(page.path)
    @Permits(page.permits)
    @page.opens
    @Page('web/forms/form')
    async show(@Asking() asker: Asker, @Req() request: FastifyRequest): Promise<OtherPage> {
      const asked = this.asked(asker, request);
      const begun = await page.begins?.(asked);
      return begun instanceof OtherPage ? begun : this.forms.show(page.carrying(asked), request, begun ?? {});
    }

    @Post(page.path)
    @Permits(page.permits)
    @KeepsDrafts()
    @TakesFiles(page.hasFiles ?? false)
    @Page('web/forms/form')
    send(@Sent() sent: SentWith, @Req() request: FastifyRequest): Promise<OtherPage | SeeOther> {
      return this.forms.send(page.carrying(this.asked(sent.asker, request)), sent, request);
    }

    private asked(asker: Asker, request: FastifyRequest): AskedForForm {
      return {
        ...{ asker, request, id: idIn(request) },
        get: (type) => this.modules.get(type, { strict: false }),
        ask: (query) => this.queries.execute(query),
      };
    }
  }

  Object.defineProperty(PageOfForm, 'name', { value: `PageOf ${page.path}` });
  return PageOfForm;
};

const idIn = ({ params }: FastifyRequest): string => {
  const { reference, meeting, series, id } = params as Readonly<Partial<Record<string, string>>>;
  const named = reference ?? meeting ?? series;
  if (named === undefined) return id ?? '';
  const written = readReference(named);
  if (written === undefined) throw notFound();
  return written;
};

/** The page in the place of a form that does not fit how a thing stands. @param back path of the page of the thing */
export const notNow = (back: string, why?: string): OtherPage =>
  new OtherPage('web/forms/not-now', { title: 'This cannot be done now', back, why }, 409);
