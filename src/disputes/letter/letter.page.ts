import { Get, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import type { Clock } from '../../platform/clock/clock.js';
import { asSavedFile } from '../../platform/http/attachment.js';
import { notFound } from '../../platform/http/problem.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { CLOCK } from '../../platform/tokens.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { ReadLetter } from './letter.query.js';
import { chosenIn, type LetterChosen, letterOf, type LetterShown, presentLetter } from './present-letter.js';

/** A letter to the child or young person: its sentences are chosen, and it is printed or saved. The program sends none. */
@PageRoute('disputes')
export class LetterPage {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':reference/letter')
  @Permits('dispute.read-letter')
  @Opens('copy')
  @Page('disputes/letter/letter', presentLetter)
  async choose(
    @Param('reference', ReferencePipe) reference: string,
    @Query() query: unknown,
    @Asking() asker: Asker,
  ): Promise<LetterChosen> {
    return { letter: await this.queries.execute(new ReadLetter(reference, asker)), chosen: chosenIn(query) };
  }

  @Get(':reference/letter/pdf')
  @Permits('dispute.read-letter')
  @Opens('copy')
  async asPdf(
    @Param('reference', ReferencePipe) reference: string,
    @Query() query: unknown,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const letter = await this.letter(reference, query, asker);
    // The PDF library is loaded when it is first needed, so that the program starts sooner.
    const { letterPdf } = await import('./letter-pdf.js');
    const bytes = await letterPdf(letter, this.clock.now());
    void reply.headers(asSavedFile(`letter-${reference}.pdf`, 'application/pdf', bytes.length));
    return bytes;
  }

  @Get(':reference/letter/docx')
  @Permits('dispute.read-letter')
  @Opens('copy')
  async asDocx(
    @Param('reference', ReferencePipe) reference: string,
    @Query() query: unknown,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const letter = await this.letter(reference, query, asker);
    const { DOCX, letterDocx } = await import('./letter-docx.js');
    const bytes = await letterDocx(letter);
    void reply.headers(asSavedFile(`letter-${reference}.docx`, DOCX, bytes.length));
    return bytes;
  }

  /** @throws Problem `not-found` where nobody can read it any more */
  private async letter(reference: string, query: unknown, asker: Asker): Promise<LetterShown> {
    const letter = await this.queries.execute(new ReadLetter(reference, asker));
    if (letter.hasDied) throw notFound();
    return letterOf(letter, chosenIn(query));
  }
}
