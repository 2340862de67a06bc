import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import type { FileOfRecords } from '../../access/view-log/opens.js';
import type { ExportedFileQuery, ExportQuery, RegisterExportDto } from './export.dto.js';
import { ExportedFiles } from './exported-files.js';

/** The files in which somebody may take the register away. */
export class ListExportedFiles extends Query<RegisterExportDto> {
  constructor(
    readonly asker: Asker,
    readonly asked: ExportQuery,
  ) {
    super();
  }
}

@QueryHandler(ListExportedFiles)
export class ListExportedFilesHandler implements IQueryHandler<ListExportedFiles> {
  constructor(private readonly files: ExportedFiles) {}

  execute({ asker, asked }: ListExportedFiles): Promise<RegisterExportDto> {
    return this.files.listed(asked, asker);
  }
}

/**
 * One of them.
 * @throws Problem `not-found` where there is no file of the name
 */
export class ReadExportedFile extends Query<FileOfRecords> {
  constructor(
    readonly asker: Asker,
    readonly asked: ExportedFileQuery,
  ) {
    super();
  }
}

@QueryHandler(ReadExportedFile)
export class ReadExportedFileHandler implements IQueryHandler<ReadExportedFile> {
  constructor(private readonly files: ExportedFiles) {}

  execute({ asker, asked }: ReadExportedFile): Promise<FileOfRecords> {
    return this.files.file(asked, asker);
  }
}
