import { Get, Post, Req } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { TakesFiles } from '../../platform/http/files-sent.js';
import { notValid } from '../../platform/http/problem.js';
import { SeeOther } from '../../platform/http/see-other.js';
import { newSecret } from '../../platform/secret.js';
import { decode } from '../../platform/separated-text/encoding.js';
import { fileOfForm } from '../../web/forms/file-of-form.js';
import { textAt, type Typed } from '../../web/forms/typed.js';
import { onRefusal, OtherPage, Page, PageRoute } from '../../web/frame/page.js';
import { OtherCouncilsRoute } from './other-councils.route.js';
import { presentChoosingFigures, presentFiguresTried } from './present-figures-file.js';

const CHOOSE = 'reports/other-councils/choose';
const TRIED = 'reports/other-councils/tried';

/** A file of figures that other councils have published is tried first, and entered by a second button. */
@PageRoute('reports/other-councils/file')
export class FiguresFilePage {
  constructor(private readonly modules: ModuleRef) {}

  /** The route of the API, called as a function. */
  private route(): OtherCouncilsRoute {
    return this.modules.get(OtherCouncilsRoute, { strict: false });
  }

  @Get()
  @Permits('figures.write')
  @OpensNothing('Names of columns.')
  @Page(CHOOSE)
  open(): OtherPage {
    return new OtherPage(CHOOSE, presentChoosingFigures(undefined));
  }

  @Post()
  @Permits('figures.write')
  @TakesFiles()
  @Page(CHOOSE)
  async send(@Sent() sent: SentWith, @Req() request: FastifyRequest): Promise<OtherPage | SeeOther> {
    onRefusal(request, async (problem) => {
      const status = problem.status === 400 ? 422 : problem.status;
      return new OtherPage(CHOOSE, presentChoosingFigures(problem), status);
    });
    const file = fileOfForm(request);
    if (file === undefined) throw notValid([{ pointer: '/text', message: 'Choose a file' }]);
    const read = this.route().try({ text: decode(file.bytes) });
    if (read.refused.length > 0) return new OtherPage(TRIED, presentFiguresTried(read, file, newSecret()), 422);
    const isSent = textAt((request.body ?? {}) as Typed, '_step') === 'send';
    // Tried by the same rules as it is entered: a number that is entered already as another is refused on this page, too.
    await this.route().enter(read, isSent ? sent : { ...sent, trial: () => undefined });
    return isSent
      ? new SeeOther('/reports/other-councils', `Entered: ${read.figures.length} figures.`)
      : new OtherPage(TRIED, presentFiguresTried(read, file, newSecret()));
  }
}
