import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../access/permission.js';
import { Sent, type SentWith } from '../access/sent.js';
import { Writes } from '../platform/http/docs.js';
import { readFormBody } from '../platform/http/form-body.js';
import { malformed, notFound } from '../platform/http/problem.js';
import { IdPipe } from '../platform/http/reference.js';
import { WrittenDto } from '../platform/http/written.dto.js';
import type { RevisionCondition } from '../platform/revision-condition.js';
import type { Draft } from './draft.js';
import { Drafts } from './drafts.js';
import { DraftAccess } from './draft-access.js';
import { DraftReaderDto, PassOnDraftDto, SaveDraftDto } from './drafts.dto.js';
import { formAt } from './form-at.js';

/** As ids are made here: a person who begins a draft chooses one that nobody can guess. */
const ID = /^[\w-]{16,64}$/;

@ApiTags('Drafts')
@Controller('api/v1/drafts')
export class DraftsRoute {
  constructor(
    private readonly drafts: Drafts,
    private readonly access: DraftAccess,
  ) {}

  @Post(':draft')
  @Permits('draft.write')
  @Writes({
    operationId: 'saveDraft',
    summary: 'Keep what was typed, under an id of 16 to 64 characters that you choose',
  })
  async save(
    @Param('draft', IdPipe) id: string,
    @Body() { address, fields }: SaveDraftDto,
    @Sent() { asker, commandId, ifRevision }: SentWith,
  ): Promise<WrittenDto> {
    if (!ID.test(id)) throw notFound();
    const form = { ...formAt(address), actingFor: asker.actingFor ?? null };
    if (!(await this.access.mayWrite(form, asker.person))) throw notFound();
    const pairs = fields.map(({ name, value }) => [name, value] as [string, string]);
    // The very reader of forms, so that what is kept is what a form would have sent.
    const typed = readFormBody(Buffer.from(new URLSearchParams(pairs).toString()));
    const lines = fields.map(({ name, value }) => ({ label: name, values: [value] }));
    return written(
      await this.drafts.save({
        ...{ id, writer: asker.person, read: revisionRead(ifRevision), form, command: commandId },
        content: { typed, lines },
      }),
    );
  }

  @Post(':draft/show')
  @Permits('draft.write')
  @Writes({ operationId: 'showDraft', summary: 'Let somebody read it, who may see what it is about' })
  async show(
    @Param('draft', IdPipe) id: string,
    @Body() { reader }: DraftReaderDto,
    @Sent() { asker }: SentWith,
  ): Promise<WrittenDto> {
    return written(await this.drafts.show(id, asker.person, reader));
  }

  @Post(':draft/hide')
  @Permits('draft.write')
  @Writes({ operationId: 'hideDraft', summary: 'Let somebody read it no more' })
  async hide(
    @Param('draft', IdPipe) id: string,
    @Body() { reader }: DraftReaderDto,
    @Sent() { asker }: SentWith,
  ): Promise<WrittenDto> {
    return written(await this.drafts.hide(id, asker.person, reader));
  }

  @Post(':draft/pass-on')
  @Permits('draft.write')
  @Writes({ operationId: 'passOnDraft', summary: 'Give it to somebody who goes on with it and sends it' })
  async passOn(
    @Param('draft', IdPipe) id: string,
    @Body() { person }: PassOnDraftDto,
    @Sent() { asker }: SentWith,
  ): Promise<WrittenDto> {
    const draft = await this.drafts.passOn(id, asker.person, person);
    return draft.writer === person ? written(draft) : written(draft).withAdvice([WITH_WHO_STANDS_IN]);
  }

  @Post(':draft/throw-away')
  @Permits('draft.write')
  @Writes({ operationId: 'throwDraftAway', summary: 'Throw it away, with what was typed' })
  async throwAway(@Param('draft', IdPipe) id: string, @Sent() { asker }: SentWith): Promise<WrittenDto> {
    return written(await this.drafts.throwAway(id, asker.person));
  }
}

const WITH_WHO_STANDS_IN = {
  code: 'passed-on-to-who-stands-in',
  message: 'The person you named is away. It is with whoever stands in, who sends it for them.',
  pointer: '/person',
};

const written = ({ id, revision }: Draft): WrittenDto => WrittenDto.beside(id, revision);

/** @throws Problem `not-valid` for anything but one revision: a draft is in the place of the one that was read */
const revisionRead = (condition: RevisionCondition | undefined): number => {
  if (condition === undefined) return 0;
  const [revision, ...others] = typeof condition === 'string' ? [] : [condition].flat();
  if (revision === undefined || others.length > 0)
    throw malformed('If-Match', 'must be the one ETag of the draft that you read; a new draft goes without');
  return revision;
};
