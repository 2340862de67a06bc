import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { type FileOfRecords, Opens, OpensNothing } from '../../access/view-log/opens.js';
import { asAttachment } from '../../platform/http/attachment.js';
import { Reads } from '../../platform/http/docs.js';
import { ExportedFileQuery, ExportQuery, RegisterExportDto } from './export.dto.js';
import { ListExportedFiles, ReadExportedFile } from './exported-files.query.js';

@ApiTags('Figures')
@Controller('api/v1/imports/export')
export class ExportApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('register.export')
  @OpensNothing('Counts of rows.')
  @Reads(
    { operationId: 'registerExport', summary: 'The files in which the register can be taken away' },
    RegisterExportDto,
  )
  list(@Query() query: ExportQuery, @Asking() asker: Asker): Promise<RegisterExportDto> {
    return this.queries.execute(new ListExportedFiles(asker, query));
  }

  @Get('file')
  @Permits('register.export')
  @Opens('export')
  @Reads({ operationId: 'exportedFile', summary: 'One file of the register' }, String)
  @ApiProduces('text/csv')
  async file(
    @Query() query: ExportedFileQuery,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FileOfRecords> {
    const file = await this.queries.execute(new ReadExportedFile(asker, query));
    void reply.headers(asAttachment(query.name));
    return file;
  }
}
