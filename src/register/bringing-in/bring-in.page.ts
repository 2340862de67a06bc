import { Get, HttpCode, HttpStatus, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { asAttachment } from '../../platform/http/attachment.js';
import { TakesFiles } from '../../platform/http/files-sent.js';
import { notValid, type Problem } from '../../platform/http/problem.js';
import { SeeOther } from '../../platform/http/see-other.js';
import { decode } from '../../platform/separated-text/encoding.js';
import type { FileOfForm } from '../../web/forms/file-of-form.js';
import { filesOfForm } from '../../web/forms/files-of-form.js';
import { textAt, ticksAt, type Typed } from '../../web/forms/typed.js';
import { onRefusal, OtherPage, Page, PageRoute } from '../../web/frame/page.js';
import { fileOfBytes } from '../reading/register-file.js';
import { broughtInWords } from './brought-in-words.js';
import { presentChoosing, presentMapping, presentTried, type Typing } from './present-bringing-in.js';
import { NOT_IMPORTED, AuthorisedRegisters } from './authorised-registers.js';
import { LONGEST_MAPPING } from './register-files.dto.js';

const CHOOSE = 'register/bringing-in/choose';
const MAPPING = 'register/bringing-in/mapping';
const TRIED = 'register/bringing-in/tried';
const WHY = 'Cells of files that the person chose themselves.';

/** Files of a register are chosen, a mapping is proposed and corrected, everything is tried, and only then something is read in. */
@PageRoute('imports/new')
export class BringInPage {
  constructor(private readonly authorised: AuthorisedRegisters) {}

  @Get()
  @Permits('import.write')
  @OpensNothing(WHY)
  @Page(CHOOSE)
  open(): OtherPage {
    return new OtherPage(CHOOSE, presentChoosing(undefined));
  }

  @Post()
  @Permits('import.write')
  @TakesFiles()
  @Page(CHOOSE)
  async send(
    @Sent() sent: SentWith,
    @Asking() asker: Asker,
    @Req() request: FastifyRequest,
  ): Promise<OtherPage | SeeOther> {
    onRefusal(request, (problem) => this.again(request, asker, problem));
    const typing = typingIn(request);
    const step = textAt(bodyOf(request), '_step');
    if (step === 'try') return this.tried(typing, asker);
    if (step === 'send') return this.bringIn(typing, sent, request);
    // From there on the files go with the pages.
    return new OtherPage(MAPPING, presentMapping(await this.withMapping(typing), undefined));
  }

  /** What the person chose themselves goes back to them, with why it is refused. */
  @Post('refused')
  @HttpCode(HttpStatus.OK)
  @Permits('import.write')
  @TakesFiles()
  @OpensNothing(WHY)
  async refused(
    @Asking() asker: Asker,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const rows = await this.authorised.refusedRows(
      registerOf(typingIn(request)),
      textAt(bodyOf(request), 'refusedOf'),
      asker,
    );
    void reply.headers(asAttachment('refused-rows.csv'));
    return rows;
  }

  /** The mapping that was chosen among the files or corrected before; else one that is proposed. */
  private async withMapping(typing: Typing): Promise<Typing> {
    if (typing.mapping !== '') return typing;
    return { ...typing, mapping: await this.authorised.propose(typing.files.map(registerFile)) };
  }

  private async tried(typing: Typing, asker: Asker): Promise<OtherPage> {
    const tried = await this.authorised.tried(registerOf(typing), asker);
    return new OtherPage(TRIED, presentTried(tried, typing));
  }

  /**
   * With what is wrong: on the first page where it is about the files, on what would come of them where somebody must say more, and on that
   * of the mapping where it is about anything else.
   */
  private async again(request: FastifyRequest, asker: Asker, problem: Problem): Promise<OtherPage> {
    const status = problem.status === 400 ? 422 : problem.status;
    const isOfFiles =
      problem.status === 413 || problem.also.errors?.some(({ pointer }) => pointer === '/files') === true;
    if (isOfFiles) return new OtherPage(CHOOSE, presentChoosing(problem), status);
    const typing = typingIn(request);
    if (problem.code !== NOT_IMPORTED) return new OtherPage(MAPPING, presentMapping(typing, problem), status);
    const tried = await this.authorised.tried(registerOf(typing), asker);
    return new OtherPage(TRIED, presentTried(tried, typing, problem), status);
  }

  private async bringIn(typing: Typing, sent: SentWith, request: FastifyRequest): Promise<SeeOther> {
    const typed = bodyOf(request);
    const leaveOutRefused = ticksAt(typed, 'leaveOutRefused').length > 0;
    const expectTotal = Number(textAt(typed, 'expectTotal'));
    const outcome = await this.authorised.bringIn(registerOf(typing), { leaveOutRefused, expectTotal }, sent);
    return new SeeOther('/imports', broughtInWords(outcome));
  }
}

const bodyOf = (request: FastifyRequest): Typed => (request.body ?? {}) as Typed;

/** A mapping that was written before is chosen together with the files, and is none of them. */
const typingIn = (request: FastifyRequest): Typing => {
  const typed = bodyOf(request);
  const all = filesOfForm(request);
  const ofMapping = all.find(isMapping);
  const written = textAt(typed, 'mapping');
  return {
    files: all.filter((file) => !isMapping(file)),
    mapping: ofMapping === undefined ? written : mappingIn(ofMapping),
    covers: textAt(typed, 'covers'),
  };
};

const isMapping = ({ name }: FileOfForm): boolean => /\.ya?ml$/i.test(name);

const mappingIn = ({ bytes }: FileOfForm): string => {
  const text = decode(bytes);
  if (text.length > LONGEST_MAPPING)
    throw notValid([
      { pointer: '/files', message: 'The mapping is longer than any that is read. Choose another file' },
    ]);
  return text;
};

const registerFile = ({ name, bytes }: FileOfForm) => fileOfBytes(name, bytes);

const registerOf = ({ files, mapping, covers }: Typing) => ({ files: files.map(registerFile), mapping, covers });
