import { Body, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { Permits } from '../../access/permission.js';
import { Reads, Writes } from '../../platform/http/docs.js';
import { malformed } from '../../platform/http/problem.js';
import { IdPipe } from '../../platform/http/reference.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { DIRECTORY } from '../../platform/tokens.js';
import { READ_MODELS } from '../../platform/store-tokens.js';
import { coverDecider, coverStream } from '../cover.js';
import { type Directory, mayBeCovered } from '../directory.js';
import { DirectoryRoute } from '../directory-route.js';
import { Known } from '../known.js';
import { Recorder } from '../record.js';
import { OnDayQuery } from '../teams/teams.dto.js';
import { ArrangeCoverDto, CoverDto, CoversDto, EndCoverDto } from './covers.dto.js';

@DirectoryRoute('covers')
export class CoversRoute {
  constructor(
    private readonly recorder: Recorder,
    private readonly known: Known,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  @Get()
  @Permits('directory.read')
  @Reads({ operationId: 'listCovers', summary: 'Who stands in for whom on a day' }, CoversDto)
  list(@Query() { on }: OnDayQuery): CoversDto {
    const items = this.readModels.all<CoverDto>(
      `SELECT iro, covered_by AS "by", "from", "to" FROM covers WHERE "from" <= :on AND :on <= "to" ORDER BY iro`,
      { on: on ?? this.known.today() },
    );
    return { items };
  }

  @Post()
  @Permits('cover.arrange')
  @Writes({ operationId: 'arrangeCover', summary: 'Arrange that somebody stands in for an IRO or a chair' })
  arrange(@Body() { iro, by, from, to, reason }: ArrangeCoverDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const cover = { iro: this.chair(iro, '/iro'), by: this.chair(by, '/by'), from, to, reason: reason ?? null };
    return this.recorder.record({ ...this.of(iro), act: { type: 'arrange', ...cover } }, sent);
  }

  @Post(':id/end')
  @Permits('cover.arrange')
  @Writes({ operationId: 'endCover', summary: 'End the cover of an IRO or a chair early' })
  end(@Param('id', IdPipe) id: string, @Body() { on }: EndCoverDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    return this.recorder.change({ ...this.of(id), act: { type: 'end', on } }, sent);
  }

  private chair(person: string, pointer: string): string {
    const held = this.directory.postsHeldBy(this.known.person(person, pointer)!, this.known.today());
    if (!held.some(mayBeCovered)) throw malformed(pointer, 'is not an IRO or a conference chair today');
    return person;
  }

  private of(iro: string) {
    return { id: iro, stream: coverStream(iro), decider: coverDecider, permission: 'cover.arrange' as const };
  }
}
