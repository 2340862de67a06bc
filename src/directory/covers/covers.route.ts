import { Body, Inject, Param, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Permits } from '../../access/permission.js';
import { Writes } from '../../platform/http/docs.js';
import { IdPipe } from '../../platform/http/reference.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { DIRECTORY } from '../../platform/tokens.js';
import { coverDecider, coverStream } from '../cover.js';
import type { Directory } from '../directory.js';
import { DirectoryRoute } from '../directory-route.js';
import { Recorder } from '../record.js';
import { adviceOnBothAway } from './both-away.js';
import { ArrangeCoverDto, type CoversDto, EndCoverDto } from './covers.dto.js';
import { ListCoversToCome } from './covers.query.js';

@DirectoryRoute('covers')
export class CoversRoute {
  constructor(
    private readonly recorder: Recorder,
    private readonly queries: QueryBus,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  @Post()
  @Permits('cover.arrange')
  @Writes({ operationId: 'arrangeCover', summary: 'Arrange that somebody stands in for an IRO or a chair' })
  async arrange(@Body() { iro, by, from, to, reason }: ArrangeCoverDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const cover = { iro, by, from, to, reason: reason ?? null };
    const written = await this.recorder.record({ ...this.of(iro), act: { type: 'arrange', ...cover } }, sent);
    const { items } = await this.queries.execute<ListCoversToCome, CoversDto>(new ListCoversToCome());
    const nameOf = (person: string): string => this.directory.person(person)?.name ?? person;
    return written.withAdvice(adviceOnBothAway(cover, items, nameOf));
  }

  @Post(':id/end')
  @Permits('cover.arrange')
  @Writes({ operationId: 'endCover', summary: 'End the cover of an IRO or a chair early' })
  end(@Param('id', IdPipe) id: string, @Body() { on }: EndCoverDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    return this.recorder.change({ ...this.of(id), act: { type: 'end', on } }, sent);
  }

  private of(iro: string) {
    return { id: iro, stream: coverStream(iro), decider: coverDecider, permission: 'cover.arrange' as const };
  }
}
