import { Body, Param, Post } from '@nestjs/common';
import { Permits } from '../../access/permission.js';
import { Writes } from '../../platform/http/docs.js';
import { IdPipe } from '../../platform/http/reference.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { coverDecider, coverStream } from '../cover.js';
import { DirectoryRoute } from '../directory-route.js';
import { Recorder } from '../record.js';
import { ArrangeCoverDto, EndCoverDto } from './covers.dto.js';

@DirectoryRoute('covers')
export class CoversRoute {
  constructor(private readonly recorder: Recorder) {}

  @Post()
  @Permits('cover.arrange')
  @Writes({ operationId: 'arrangeCover', summary: 'Arrange that somebody stands in for an IRO or a chair' })
  arrange(@Body() { iro, by, from, to, reason }: ArrangeCoverDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const cover = { iro, by, from, to, reason: reason ?? null };
    return this.recorder.record({ ...this.of(iro), act: { type: 'arrange', ...cover } }, sent);
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
