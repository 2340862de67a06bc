import { workedOut } from '../../platform/row-troubles.js';
import { RowsApart } from '../../work-over-rows.js';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { lastNotices } from '../../../projections/notices/notices.queries.js';
import type { NoticeRow } from '../../../projections/notices/notices.js';
import { postThatMay } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import type { Directory } from '../../directory/directory.js';
import type { Config } from '../../platform/config/config.js';
import { Reads } from '../../platform/http/docs.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { CONFIG, DIRECTORY } from '../../platform/tokens.js';
import { READ_MODELS } from '../../platform/store-tokens.js';
import type { NoticeLine } from '../events.js';
import { digestLetterOf, letterOf } from '../templates.js';
import { type NoticeDto, NoticesDto } from './notices.dto.js';

@ApiTags('Notices')
@Controller('api/v1/notices')
export class NoticesRoute {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CONFIG) private readonly config: Config,
    private readonly troubles: RowsApart,
  ) {}

  @Get()
  @Permits('notice.read', 'notice.read-all')
  @Reads(
    { operationId: 'listNotices', summary: 'The last 200 notices: your own, or for an administrator everybody’s' },
    NoticesDto,
  )
  list(@Asking() asker: Asker): NoticesDto {
    const everybodys = postThatMay(asker, 'notice.read-all') !== undefined;
    return { items: lastNotices(this.readModels, everybodys ? null : asker.person).map((row) => this.shown(row)) };
  }

  private shown(row: NoticeRow): NoticeDto {
    const { notice, about, standing, how, digest, failure } = row;
    const letter = workedOut(
      this.troubles,
      'notices shown',
      notice,
      () => (row.kind === 'digest' ? this.digestOf(row) : letterOf({ ...lineOf(row), notice }, this.config.site)),
      NOT_SHOWN,
    );
    return {
      notice,
      kind: row.kind,
      to: { id: row.to_person, name: this.directory.person(row.to_person)?.name ?? null },
      about,
      theirsToDo: row.theirs_to_do,
      how,
      ...letter,
      writtenAt: row.written_at,
      standing,
      settledAt: row.settled_at,
      provider: row.by_provider,
      failure,
      digest,
    };
  }

  private digestOf({ notice, to_person, written_at, lines }: NoticeRow) {
    return digestLetterOf({ notice, to: to_person, on: written_at.slice(0, 10), notices: lines }, this.config.site);
  }
}

/** Its own words could not be put together; the others are shown as they are. */
const NOT_SHOWN = { subject: 'This notice could not be worked out', text: 'Those who run the program are told.' };

const lineOf = (row: NoticeRow): NoticeLine => ({
  kind: row.kind as NoticeLine['kind'],
  about: row.about ?? '',
  called: row.called ?? '',
  dueOn: row.due_on,
  dueAt: row.due_at,
  actionId: row.action_id,
});
