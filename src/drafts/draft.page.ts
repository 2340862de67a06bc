import { Get, Inject, Param, Post, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import type { Asker } from '../access/asker.js';
import { Asking } from '../access/asking.js';
import { Bodies } from '../access/bodies.js';
import { Permits } from '../access/permission.js';
import { Opens } from '../access/view-log/opens.js';
import type { Problem } from '../platform/http/problem.js';
import { IdPipe } from '../platform/http/reference.js';
import { SeeOther } from '../platform/http/see-other.js';
import type { Versioned } from '../platform/http/written.dto.js';
import { onRefusal, OtherPage, Page, PageRoute } from '../web/frame/page.js';
import { SHARED_BY_PAGES, type SharedByPages } from '../web/frame/shared.js';
import { Drafts } from './drafts.js';
import { type DraftDto, DraftReaderDto, PassOnDraftDto } from './drafts.dto.js';
import { ReadDraft } from './drafts.query.js';
import { presentDraft } from './present-draft.js';

const VIEW = 'drafts/draft';

/** One draft to read, to show, to pass on and to throw away. It is written in at the page of its form. */
@PageRoute('drafts')
export class DraftPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly drafts: Drafts,
    private readonly bodies: Bodies,
    @Inject(SHARED_BY_PAGES) private readonly shared: SharedByPages,
  ) {}

  @Get(':draft')
  @Permits('work.read')
  @Opens('list')
  @Page(VIEW, presentDraft)
  read(@Param('draft', IdPipe) id: string, @Asking() asker: Asker): Promise<Versioned<DraftDto>> {
    return this.queries.execute<ReadDraft, Versioned<DraftDto>>(new ReadDraft(id, asker));
  }

  @Post(':draft/show')
  @Permits('draft.write')
  @Page(VIEW)
  async show(
    @Param('draft', IdPipe) id: string,
    @Asking() asker: Asker,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther> {
    this.drawnAgain(id, asker, request, 'reader');
    const { reader } = await this.bodies.read(namedIn(request, 'reader'), DraftReaderDto);
    await this.drafts.show(id, asker.person, reader);
    return new SeeOther(`/drafts/${id}`, 'They may read it now, and find it among their drafts.');
  }

  @Post(':draft/hide')
  @Permits('draft.write')
  @Page(VIEW)
  async hide(
    @Param('draft', IdPipe) id: string,
    @Asking() asker: Asker,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther> {
    const { reader } = await this.bodies.read(namedIn(request, 'reader'), DraftReaderDto);
    await this.drafts.hide(id, asker.person, reader);
    return new SeeOther(`/drafts/${id}`, 'They may not read it any more.');
  }

  @Post(':draft/pass-on')
  @Permits('draft.write')
  @Page(VIEW)
  async passOn(
    @Param('draft', IdPipe) id: string,
    @Asking() asker: Asker,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther> {
    this.drawnAgain(id, asker, request, 'person');
    const { person } = await this.bodies.read(namedIn(request, 'person'), PassOnDraftDto);
    const { writer } = await this.drafts.passOn(id, asker.person, person);
    return new SeeOther(
      '/my-work?tab=drafts',
      writer === person
        ? 'Passed on. It is theirs to send now, and you cannot see it any more.'
        : 'Passed on to whoever stands in, as the person you named is away. You cannot see it any more.',
    );
  }

  @Post(':draft/throw-away')
  @Permits('draft.write')
  @Page(VIEW)
  async throwAway(@Param('draft', IdPipe) id: string, @Asking() asker: Asker): Promise<SeeOther> {
    await this.drafts.throwAway(id, asker.person);
    return new SeeOther('/my-work?tab=drafts', 'The draft was thrown away.');
  }

  /** With what is wrong beside the box in which somebody was named. */
  private drawnAgain(id: string, asker: Asker, request: FastifyRequest, box: string): void {
    onRefusal(request, async (problem: Problem) => {
      const { body } = await this.queries.execute<ReadDraft, Versioned<DraftDto>>(new ReadDraft(id, asker));
      const text = problem.also.errors?.some(({ pointer }) => pointer === `/${box}`)
        ? 'Enter the name of one person in office, as the directory has it'
        : problem.detail;
      const wrong = { box, text, value: namedIn(request, box)[box] ?? '' };
      return new OtherPage(
        VIEW,
        { ...presentDraft(body, { words: await this.shared.words() }), wrong, errors: [{ text, href: `#${box}` }] },
        problem.status === 400 ? 422 : problem.status,
      );
    });
  }
}

/** The people whom a form names, without its other fields; a blank field is left out. */
const namedIn = ({ body }: FastifyRequest, box: string): Record<string, string> => {
  const value = (body as Readonly<Record<string, unknown>> | undefined)?.[box];
  return typeof value === 'string' && value.trim() !== '' ? { [box]: value.trim() } : {};
};
