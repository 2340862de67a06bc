import { Body, HttpCode, Post } from '@nestjs/common';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import { DirectoryRoute } from '../directory-route.js';
import { DirectoryFiles } from './directory-files.js';
import { DirectoryReportDto, TryDirectoryFileDto } from './directory-files.dto.js';

/** It only reads, and is sent by POST, since a file is too long for an address. A file is read in on its page, or by the command line. */
@DirectoryRoute('directory/files')
export class TryDirectoryFileRoute {
  constructor(private readonly files: DirectoryFiles) {}

  @Post('try')
  @HttpCode(200)
  @Permits('directory.write', 'role.propose', 'child.write')
  @OpensNothing('Cells of a file that its sender has.')
  @Reads(
    {
      operationId: 'tryDirectoryFile',
      summary: 'What would come of a file of teams, people or children; nothing is recorded',
    },
    DirectoryReportDto,
  )
  try(@Body() { fileName, text }: TryDirectoryFileDto, @Sent() sent: SentWith): Promise<DirectoryReportDto> {
    return this.files.read({ fileName, text, dryRun: true }, sent);
  }
}
