import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { Get, Param, Post, Req, type Type } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Permission } from '../../access/access-table.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { KeepsDrafts, Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { Opens, OpensNothing } from '../../access/view-log/opens.js';
import { TakesFiles } from '../../platform/http/files-sent.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import type { SeeOther } from '../../platform/http/see-other.js';
import { takesFiles } from '../../web/forms/drawn-form.js';
import { type OtherPage, Page, PageRoute } from '../../web/frame/page.js';
import type { ActForm } from './act-form.js';
import { ActForms, type ActPage } from './act-forms.js';

/** The controller of the page of one act: `/disputes/:reference/<act>`. Its row of the access table is that of the route of the API. */
export const actPageOf = (page: ActPage): Type => {
  const { act } = page;
  const permission = `dispute.${act}` as Permission;

  @PageRoute('disputes')
  class PageOfAct {
    constructor(private readonly forms: ActForms) {}

    @Get(`:reference/${act}`)
    @Permits(permission)
    @(page.form.isForTheHidden ? OpensNothing('A form that shows nothing of the record.') : Opens('page'))
    @Page('web/forms/form')
    show(
      @Param('reference', ReferencePipe) reference: string,
      @Asking() asker: Asker,
      @Req() request: FastifyRequest,
    ): Promise<OtherPage> {
      return this.forms.show(page, reference, asker, request);
    }

    @Post(`:reference/${act}`)
    @Permits(permission)
    @TakesFiles(takesFiles(page.form))
    @KeepsDrafts()
    @Page('web/forms/form')
    send(
      @Param('reference', ReferencePipe) reference: string,
      @Sent() sent: SentWith,
      @Req() request: FastifyRequest,
    ): Promise<OtherPage | SeeOther> {
      return this.forms.send(page, reference, sent, request);
    }
  }

  Object.defineProperty(PageOfAct, 'name', { value: `PageOf ${act}` });
  return PageOfAct;
};

/**
 * The page of an act, from its form and the module of its route, of which it takes the method that answers
 * `POST /disputes/:reference/<act>`.
 * @throws Error where there is none
 */
export const actPageFrom = (act: string, form: ActForm, ofRoute: unknown): ActPage => {
  for (const route of Object.values(ofRoute as Record<string, Type>)) {
    for (const method of Object.getOwnPropertyNames(route.prototype)) {
      const handler = (route.prototype as Record<string, object>)[method]!;
      const isRoute = typeof handler === 'function' && Reflect.getMetadata(METHOD_METADATA, handler) !== undefined;
      if (!isRoute || Reflect.getMetadata(PATH_METADATA, handler) !== `:reference/${act}`) continue;
      const [, body] = Reflect.getMetadata('design:paramtypes', route.prototype as object, method) as Type[];
      if (body !== undefined) return { act, form, route, method, body };
    }
  }
  throw new Error(`The act ${act} has no route that its form could be sent by.`);
};
