import { Get, Post, Req } from '@nestjs/common';
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
import { DirectoryFiles } from './directory-files.js';
import type { DirectoryFileKind } from './import-directory.js';
import { doneInWords, presentChoosing, presentFileTried } from './present-directory-files.js';

const CHOOSE = 'directory/import/choose';
const TRIED = 'directory/import/tried';
/** The list in which the rows of a file are found. Children are listed to nobody before the council is open, so that the next file may follow. */
const LISTED: Readonly<Record<DirectoryFileKind, string>> = {
  teams: '/directory?show=teams',
  people: '/directory?show=people',
  children: '/directory/files',
};
const WHY = 'Cells of a file that the person chose themselves.';

/** A file of teams, people or children is tried first, and read in by a second button. */
@PageRoute('directory/files')
export class DirectoryFilesPage {
  constructor(private readonly files: DirectoryFiles) {}

  @Get()
  @Permits('directory.write', 'role.propose', 'child.write')
  @OpensNothing(WHY)
  @Page(CHOOSE)
  open(): OtherPage {
    return new OtherPage(CHOOSE, presentChoosing(undefined));
  }

  @Post()
  @Permits('directory.write', 'role.propose', 'child.write')
  @TakesFiles()
  @Page(CHOOSE)
  async send(@Sent() sent: SentWith, @Req() request: FastifyRequest): Promise<OtherPage | SeeOther> {
    onRefusal(request, async (problem) => {
      const status = problem.status === 400 ? 422 : problem.status;
      return new OtherPage(CHOOSE, presentChoosing(problem), status);
    });
    const file = fileOfForm(request);
    if (file === undefined) throw notValid([{ pointer: '/text', message: 'Choose a file' }]);
    const dryRun = textAt((request.body ?? {}) as Typed, '_step') !== 'send';
    const report = await this.files.read({ fileName: file.name, text: decode(file.bytes), dryRun }, sent);
    if (report.written) return new SeeOther(LISTED[report.holds], doneInWords(report));
    return new OtherPage(TRIED, presentFileTried(report, file, newSecret()), report.refused.length > 0 ? 422 : 200);
  }
}
