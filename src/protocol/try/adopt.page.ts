import { Get, Post, Req } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import { Bodies } from '../../access/bodies.js';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { TakesFiles } from '../../platform/http/files-sent.js';
import type { Problem } from '../../platform/http/problem.js';
import { SeeOther } from '../../platform/http/see-other.js';
import { newSecret } from '../../platform/secret.js';
import { fileOfForm, type FileOfForm, hasFile, textOfFile } from '../../web/forms/file-of-form.js';
import { bodyFrom, textAt, type Typed } from '../../web/forms/typed.js';
import { onRefusal, OtherPage, Page, PageRoute } from '../../web/frame/page.js';
import { AdoptProtocolDto } from '../adopt/adopt.dto.js';
import { AdoptProtocolRoute } from '../adopt/adopt.route.js';
import { adoptForm, presentAdopting, presentTried } from './present-adopting.js';
import type { ProtocolTriedDto } from './try.dto.js';
import { TryProtocol } from './try.query.js';

const ADOPT = 'protocol/try/adopt';
const TRIED = 'protocol/try/tried';

/** A file of rules is uploaded, read beside the rules in force, and put in force or proposed. */
@PageRoute('protocol/new')
export class AdoptProtocolPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly bodies: Bodies,
    private readonly modules: ModuleRef,
  ) {}

  @Get()
  @Permits('protocol.adopt')
  @OpensNothing('The rules of the council.')
  @Page(ADOPT)
  open(): OtherPage {
    return new OtherPage(ADOPT, presentAdopting({}, undefined, false));
  }

  @Post()
  @Permits('protocol.adopt')
  @TakesFiles()
  @Page(ADOPT)
  async send(@Sent() sent: SentWith, @Req() request: FastifyRequest): Promise<OtherPage | SeeOther> {
    const typed = (request.body ?? {}) as Typed;
    onRefusal(request, async (problem) => this.again(typed, problem, hasFile(request)));
    const file = fileOfForm(request);
    const body = await this.bodyOf(typed, file);
    if (textAt(typed, '_step') === 'send') return this.adopt(body, sent);
    const tried = await this.queries.execute<TryProtocol, ProtocolTriedDto>(new TryProtocol(body.yaml, body.from));
    return new OtherPage(TRIED, presentTried(tried, { from: body.from, typed, file: file!, command: newSecret() }));
  }

  private async adopt(body: AdoptProtocolDto, sent: SentWith): Promise<SeeOther> {
    const route = this.modules.get(AdoptProtocolRoute, { strict: false });
    const { written, waits } = await route.adopting(body, sent);
    return new SeeOther(
      '/protocol',
      waits
        ? `Proposed as ${written.reference}. It comes into force once a second person agrees.`
        : 'The protocol is on record.',
      written,
    );
  }

  private async bodyOf(typed: Typed, file: FileOfForm | undefined): Promise<AdoptProtocolDto> {
    const text = file === undefined ? {} : { yaml: textOfFile(file) };
    return this.bodies.read({ ...bodyFrom(adoptForm.fields, typed), ...text }, AdoptProtocolDto);
  }

  private again(typed: Typed, problem: Problem, isChosen: boolean): OtherPage {
    return new OtherPage(
      ADOPT,
      presentAdopting(typed, problem, isChosen),
      problem.status === 400 ? 422 : problem.status,
    );
  }
}
