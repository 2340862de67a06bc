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
import { pathOfImport } from '../imports/progress.js';
import { broughtInWords } from './brought-in-words.js';
import { type Answers, NOT_ANSWERED, toAnswer } from '../mapping/asked-of-mapping.js';
import { MappingByLists } from './mapping-by-lists.js';
import { type ListsOfMapping, presentLists } from './present-lists.js';
import { presentChoosing, presentMapping, presentTried, type Typing } from './present-bringing-in.js';
import { NOT_IMPORTED, AuthorisedRegisters } from './authorised-registers.js';
import { LONGEST_MAPPING } from './register-files.dto.js';

const CHOOSE = 'register/bringing-in/choose';
const MAPPING = 'register/bringing-in/mapping';
const LISTS = 'register/bringing-in/lists';
const TRIED = 'register/bringing-in/tried';
const WHY = 'Cells of files that the person chose themselves.';

/** Files of a register are chosen, a mapping is proposed and corrected, everything is tried, and only then something is read in. */
@PageRoute('imports/new')
export class BringInPage {
  constructor(
    private readonly authorised: AuthorisedRegisters,
    private readonly lists: MappingByLists,
  ) {}

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
    if (step === 'send') return this.bringIn(typing, sent, request);
    if (isOnLists(request)) return this.fromLists(typing, step, asker, request);
    if (step === 'try') return this.tried(typing, asker);
    // From there on the files go with the pages.
    const lists = await this.listsOf(typing, NOT_ANSWERED);
    return lists === null
      ? new OtherPage(MAPPING, presentMapping(await this.withMapping(typing), undefined))
      : new OtherPage(LISTS, presentLists({ ...lists, isTried: false }));
  }

  /** The choices made in lists are written into the mapping, which is tried, or shown as a file. */
  private async fromLists(typing: Typing, step: string, asker: Asker, request: FastifyRequest): Promise<OtherPage> {
    const lists = await this.listsOf(typing, (name) => chosenIn(bodyOf(request), name));
    if (lists === null) return new OtherPage(MAPPING, presentMapping(typing, undefined));
    if (step === 'as-file') return new OtherPage(MAPPING, presentMapping(lists.typing, undefined));
    if (toAnswer(lists.asked).length > 0)
      return new OtherPage(LISTS, presentLists({ ...lists, isTried: true }), HttpStatus.UNPROCESSABLE_ENTITY);
    return this.tried(lists.typing, asker);
  }

  /** Null where the mapping cannot be asked about in lists. */
  private async listsOf(typing: Typing, answers: Answers): Promise<Omit<ListsOfMapping, 'isTried'> | null> {
    const lists = await this.lists.of(typing.files.map(registerFile), typing.mapping, answers);
    return lists === null ? null : { ...lists, typing: { ...typing, mapping: lists.mapping } };
  }

  /** A choice of the person's own goes back to them, with the reason why it is refused. */
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
    const typed = typingIn(request);
    const lists = isOnLists(request) ? await this.listsOf(typed, (name) => chosenIn(bodyOf(request), name)) : null;
    const typing = lists?.typing ?? typed;
    if (problem.code !== NOT_IMPORTED) return new OtherPage(MAPPING, presentMapping(typing, problem), status);
    const tried = await this.authorised.tried(registerOf(typing), asker);
    return new OtherPage(TRIED, presentTried(tried, typing, problem), status);
  }

  private async bringIn(typing: Typing, sent: SentWith, request: FastifyRequest): Promise<SeeOther> {
    const typed = bodyOf(request);
    const leaveOutRefused = ticksAt(typed, 'leaveOutRefused').length > 0;
    const expectTotal = Number(textAt(typed, 'expectTotal'));
    const outcome = await this.authorised.bringIn(registerOf(typing), { leaveOutRefused, expectTotal }, sent);
    // The page of a long one says for itself how far it is.
    if (outcome.isUnderWay) return new SeeOther(pathOfImport(outcome.importId!));
    return new SeeOther('/imports', broughtInWords(outcome));
  }
}

const bodyOf = (request: FastifyRequest): Typed => (request.body ?? {}) as Typed;

/** Whether the mapping was chosen in lists, and not written as a file. */
const isOnLists = (request: FastifyRequest): boolean => textAt(bodyOf(request), '_lists') === 'yes';

const chosenIn = (typed: Typed, name: string): string | undefined => (name in typed ? textAt(typed, name) : undefined);

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
