import { Get, Param, Post, Req, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import type { Permission } from '../access/access-table.js';
import type { Asker } from '../access/asker.js';
import { Asking } from '../access/asking.js';
import { Permits } from '../access/permission.js';
import { Sent, type SentWith } from '../access/sent.js';
import { Opens } from '../access/view-log/opens.js';
import { ReferencePipe } from '../platform/http/reference.js';
import type { SeeOther } from '../platform/http/see-other.js';
import type { Versioned, WrittenDto } from '../platform/http/written.dto.js';
import type { Form } from '../web/forms/form.js';
import { type Carrying, Forms, queryOf } from '../web/forms/forms.js';
import type { Typed } from '../web/forms/typed.js';
import { OtherPage, Page, PageRoute } from '../web/frame/page.js';
import { AcknowledgementDesk } from './acknowledgement-desk.js';
import { CorrectDto } from './correct/correct.dto.js';
import { correctForm } from './correct/correct.form.js';
import { CorrectAcknowledgementRoute } from './correct/correct.route.js';
import { THEME_CHOICES } from './give/theme-choices.js';
import { MoveToChildDto } from './move-to-child/move-to-child.dto.js';
import { moveToChildForm } from './move-to-child/move-to-child.form.js';
import { MoveAcknowledgementRoute } from './move-to-child/move-to-child.route.js';
import type { AcknowledgementDto } from './read/read.dto.js';
import { ReadAcknowledgement } from './read/read.query.js';
import { ThankDto } from './thank/thank.dto.js';
import { thankForm } from './thank/thank.form.js';
import { ThankAcknowledgementRoute } from './thank/thank.route.js';
import { WithdrawDto } from './withdraw/withdraw.dto.js';
import { withdrawForm } from './withdraw/withdraw.form.js';
import { WithdrawAcknowledgementRoute } from './withdraw/withdraw.route.js';

interface ActPage {
  readonly act: string;
  readonly form: Form;
  readonly body: Type;
  readonly route: Type;
  /** Name of the method of the route. */
  readonly method: string;
  /** What stands in the form when it is opened. */
  readonly begins?: (acknowledgement: AcknowledgementDto) => Typed;
}

const asItIs = ({
  children = [],
  people = [],
  theme,
  whatTheyDid,
  differenceForChild,
  wholeTeam,
}: AcknowledgementDto): Typed => ({
  children: children.map(({ id }) => id).join(', '),
  people: people.map(({ person, name, agency }) => ({ name: person?.name ?? name ?? '', agency: agency ?? '' })),
  wholeTeam: wholeTeam ? 'yes' : 'no',
  ...{ theme, whatTheyDid: whatTheyDid ?? '', differenceForChild: differenceForChild ?? '' },
});

/** Every act on an acknowledgement that is there, with its form and the route of the API that carries it out. */
export const ACKNOWLEDGEMENT_ACT_PAGES: readonly ActPage[] = [
  { act: 'thank', form: thankForm, body: ThankDto, route: ThankAcknowledgementRoute, method: 'thank' },
  {
    act: 'correct',
    form: correctForm,
    body: CorrectDto,
    route: CorrectAcknowledgementRoute,
    method: 'correct',
    begins: asItIs,
  },
  { act: 'withdraw', form: withdrawForm, body: WithdrawDto, route: WithdrawAcknowledgementRoute, method: 'withdraw' },
  {
    act: 'move-to-child',
    form: moveToChildForm,
    body: MoveToChildDto,
    route: MoveAcknowledgementRoute,
    method: 'move',
  },
];

type CarriesOut = (reference: string, body: object, sent: SentWith) => Promise<WrittenDto>;

const pageOf = ({ act, form, body, route, method, begins }: ActPage): Type => {
  const permission = `acknowledgement.${act}` as Permission;

  @PageRoute('acknowledgements')
  class PageOfAct {
    constructor(
      private readonly forms: Forms,
      private readonly queries: QueryBus,
      private readonly desk: AcknowledgementDesk,
      private readonly modules: ModuleRef,
    ) {}

    @Get(`:reference/${act}`)
    @Permits(permission)
    @Opens('page')
    @Page('web/forms/form')
    async show(
      @Param('reference', ReferencePipe) reference: string,
      @Asking() asker: Asker,
      @Req() request: FastifyRequest,
    ): Promise<OtherPage> {
      const acknowledgement = await this.read(reference, asker);
      if ((await this.desk.allowedActs(reference, asker)).includes(act))
        return this.forms.show(this.carrying(reference, asker, request), request, begins?.(acknowledgement));
      const model = { title: 'This cannot be done now', back: `/acknowledgements/${reference}`, reference };
      return new OtherPage('acknowledgements/not-now', model, 409);
    }

    @Post(`:reference/${act}`)
    @Permits(permission)
    @Page('web/forms/form')
    send(
      @Param('reference', ReferencePipe) reference: string,
      @Sent() sent: SentWith,
      @Req() request: FastifyRequest,
    ): Promise<OtherPage | SeeOther> {
      return this.forms.send(this.carrying(reference, sent.asker, request), sent, request);
    }

    private async read(reference: string, asker: Asker): Promise<AcknowledgementDto> {
      const query = new ReadAcknowledgement(reference, asker);
      return (await this.queries.execute<ReadAcknowledgement, Versioned<AcknowledgementDto>>(query)).body;
    }

    private carrying(reference: string, asker: Asker, request: FastifyRequest): Carrying {
      const path = `/acknowledgements/${reference}${queryOf(request)}`;
      return {
        pages: [form],
        body,
        around: async () => {
          const { revision } = await this.read(reference, asker);
          return { choices: THEME_CHOICES, back: path, caption: reference, revision };
        },
        carryOut: (given, sent) => {
          const routes: Record<string, CarriesOut> = this.modules.get(route, { strict: false });
          return routes[method]!(reference, given, sent);
        },
        follows: async () => [],
        leadsTo: () => path,
      };
    }
  }

  Object.defineProperty(PageOfAct, 'name', { value: `PageOf ${act} of an acknowledgement` });
  return PageOfAct;
};

export const acknowledgementActPages: Type[] = ACKNOWLEDGEMENT_ACT_PAGES.map(pageOf);
