import { Body, Controller, Inject, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../../access/permission.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import { quarterWritten } from '../../../calendar/dates.js';
import { Recorder } from '../../../directory/record.js';
import type { Chance } from '../../../platform/chance.js';
import { Writes } from '../../../platform/http/docs.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { CHANCE } from '../../../platform/tokens.js';
import { dipSampleDecider, dipSampleStream, drawnFrom, SIZE_OF_SAMPLE } from './dip-sample.js';
import { DrawSampleDto } from './sheet.dto.js';
import { ListToDrawFrom } from './sheet.query.js';

/** Drawing what a supervisor reads of an IRO’s quarter: chance chooses, and it stays on record who had it drawn. */
@ApiTags('Figures')
@Controller('api/v1/iro-service')
export class DrawSampleRoute {
  constructor(
    private readonly queries: QueryBus,
    private readonly recorder: Recorder,
    @Inject(CHANCE) private readonly chance: Chance,
  ) {}

  @Post('samples')
  @Permits('supervision.draw-sample')
  @Writes({
    operationId: 'drawSample',
    summary: 'Three disputes of an IRO’s quarter, chosen at random; the same ones again unless a reason is given',
  })
  async draw(@Body() { iro, quarter: written, reason }: DrawSampleDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const quarter = quarterWritten(written);
    const disputes = await this.queries.execute<ListToDrawFrom, readonly string[]>(new ListToDrawFrom(iro, quarter));
    const drawn = drawnFrom(disputes, SIZE_OF_SAMPLE, this.chance);
    return this.recorder.record(
      {
        ...{ id: iro, stream: dipSampleStream(iro, quarter), decider: dipSampleDecider },
        permission: 'supervision.draw-sample',
        act: { type: 'draw', iro, quarter, disputes, drawn, reason: reason ?? null },
        // Sent again, it is the same command, whatever chance would choose now.
        asSent: { iro, quarter, reason },
      },
      sent,
    );
  }
}
