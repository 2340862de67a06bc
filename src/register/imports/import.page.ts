import { Get, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { InBackground, Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import type { Clock } from '../../platform/clock/clock.js';
import { notFound } from '../../platform/http/problem.js';
import { IdPipe } from '../../platform/http/reference.js';
import { showingNothing } from '../../platform/http/shows-nothing.js';
import { CLOCK } from '../../platform/tokens.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { type ImportDto, type ImportsDto, ProgressQuery } from './imports.dto.js';
import { ListImports } from './imports.query.js';
import { type ImportOfPage, presentImport } from './present-import.js';
import { type Progress, progressOf, queryOf } from './progress.js';

/** The answer to the question that the open page of an import asks every so often. */
export interface ProgressNow {
  readonly sentence: string;
  readonly done: number;
  readonly all: number;
  readonly isUnderWay: boolean;
  /** The query of the next look. */
  readonly next: string;
}

/** One import: how many of its rows are there while they are read in, or taken back. */
@PageRoute('imports')
export class ImportPage {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':id')
  @Permits('import.read')
  @OpensNothing('Names of files, and counts of their rows.')
  @Page('register/imports/import', presentImport)
  async read(@Param('id', IdPipe) id: string, @Query() query: ProgressQuery): Promise<ImportOfPage> {
    const item = await this.importOf(id);
    return { item, progress: this.progress(item, query) };
  }

  @Get(':id/progress')
  @Permits('import.read')
  @InBackground()
  @OpensNothing('Counts of rows.')
  async progressNow(
    @Param('id', IdPipe) id: string,
    @Query() query: ProgressQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProgressNow> {
    const { seen, ...progress } = this.progress(await this.importOf(id), query);
    void reply.header('cache-control', 'no-store');
    return showingNothing({ ...progress, next: queryOf(seen) });
  }

  private async importOf(id: string): Promise<ImportDto> {
    const { items } = await this.queries.execute<ListImports, ImportsDto>(new ListImports());
    const found = items.find(({ importId }) => importId === id);
    if (found === undefined) throw notFound();
    return found;
  }

  private progress(item: ImportDto, { rows, since }: ProgressQuery): Progress {
    const seen = rows === undefined || since === undefined ? null : { rows: Number(rows), since };
    return progressOf(item, seen, this.clock.now());
  }
}
