import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import { notFound } from '../../platform/http/problem.js';
import { digestOf, newestEdition } from './edition.js';
import type { FileHashed, ReportPublished } from './events.js';
import { type FileAsked, type FileMade, fileOf, filesHashed } from './files-of-edition.js';
import { editionAsked, FindPublishedReport, FindReadableReport } from './published-reports.query.js';

export type { FileAsked, FileMade } from './files-of-edition.js';

/**
 * A file of an edition. It is drawn from what is printed, and the same edition gives the same bytes whenever it is made.
 * @throws Problem `not-found` where there is no such edition or table, or it has no figures yet
 */
export class MakeReportFile extends Query<FileMade> {
  constructor(
    readonly report: string,
    readonly askedBy: AskedBy,
    readonly edition: number | undefined,
    readonly asked: FileAsked,
  ) {
    super();
  }
}

@QueryHandler(MakeReportFile)
export class MakeReportFileHandler implements IQueryHandler<MakeReportFile> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ report, askedBy, edition: number, asked }: MakeReportFile): Promise<FileMade> {
    const found = await this.queries.execute(new FindReadableReport(report, askedBy));
    const { drafted, edition } = editionAsked(found, number);
    const made = await fileOf(drafted, edition, asked);
    if (made === null) throw notFound();
    return made;
  }
}

/** The files of the edition that is to be published, and the digest of what they were drawn from. */
export interface FilesToPublish {
  readonly drawnFrom: string;
  readonly files: FileHashed[];
}

/** Draws every file as it is given out, by its hash. @throws Problem `not-found` */
export class DrawFilesToPublish extends Query<FilesToPublish> {
  constructor(
    readonly report: string,
    readonly publication: Pick<ReportPublished, 'on' | 'address'>,
  ) {
    super();
  }
}

@QueryHandler(DrawFilesToPublish)
export class DrawFilesToPublishHandler implements IQueryHandler<DrawFilesToPublish> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ report, publication }: DrawFilesToPublish): Promise<FilesToPublish> {
    const { state } = await this.queries.execute(new FindPublishedReport(report));
    if (state === null) throw notFound();
    const edition = newestEdition(state);
    // What nobody approved is not published: nothing is drawn for it.
    const files = edition.approvedBy === null ? [] : await filesHashed(state.drafted, edition, publication);
    return { drawnFrom: digestOf(state.drafted, edition), files };
  }
}
