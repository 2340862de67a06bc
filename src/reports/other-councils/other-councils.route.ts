import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { londonDate, yearWritten } from '../../calendar/dates.js';
import { Recorder } from '../../directory/record.js';
import type { Clock } from '../../platform/clock/clock.js';
import { Reads, Writes } from '../../platform/http/docs.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { CLOCK } from '../../platform/tokens.js';
import type { OtherCouncilFigure } from './events.js';
import { OTHER_COUNCILS, type OtherCouncilsAct, otherCouncilsDecider, otherCouncilsStream } from './other-councils.js';
import {
  CorrectOtherCouncilFigureDto,
  EnterOtherCouncilFiguresDto,
  FiguresFileReadDto,
  type OtherCouncilFigureDto,
  TryFiguresFileDto,
  WithdrawOtherCouncilFigureDto,
} from './other-councils.dto.js';
import { readFiguresFile } from './read-figures-file.js';

/** Figures that other councils have published, entered to stand beside one's own. */
@ApiTags('Figures')
@Controller('api/v1/reports/other-councils')
export class OtherCouncilsRoute {
  constructor(
    private readonly recorder: Recorder,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Permits('figures.write')
  @Writes({ operationId: 'enterOtherCouncilFigures', summary: 'Enter figures that other councils have published' })
  enter(@Body() { figures }: EnterOtherCouncilFiguresDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    return this.say({ type: 'enter', figures: figures.map(figureOf) }, sent);
  }

  @Post('correct')
  @Permits('figures.write')
  @Writes({ operationId: 'correctOtherCouncilFigure', summary: 'Correct a figure of another council' })
  correct(@Body() body: CorrectOtherCouncilFigureDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    return this.say({ type: 'correct', ...figureOf(body), reason: body.reason }, sent);
  }

  @Post('withdraw')
  @Permits('figures.write')
  @Writes({ operationId: 'withdrawOtherCouncilFigure', summary: 'Withdraw a figure of another council' })
  withdraw(
    @Body() { council, year, measure, reason }: WithdrawOtherCouncilFigureDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.say({ type: 'withdraw', council, year: yearWritten(year), measure, reason }, sent);
  }

  /** It only reads, and is sent by POST, since a file is too long for an address. */
  @Post('try-file')
  @HttpCode(200)
  @Permits('figures.write')
  @OpensNothing('Figures that are published.')
  @Reads(
    {
      operationId: 'tryFiguresFile',
      summary: 'What would come of a file of figures that other councils have published; nothing is recorded',
    },
    FiguresFileReadDto,
  )
  try(@Body() { text }: TryFiguresFileDto): FiguresFileReadDto {
    return readFiguresFile(text) as FiguresFileReadDto;
  }

  private say(act: OtherCouncilsAct, sent: SentWith): Promise<WrittenDto> {
    return this.recorder.record(
      {
        ...{ id: OTHER_COUNCILS, stream: otherCouncilsStream, decider: otherCouncilsDecider, act },
        ...{ context: { today: londonDate(this.clock.now()) }, permission: 'figures.write' },
      },
      sent,
    );
  }
}

const figureOf = ({
  council,
  year,
  measure,
  value,
  children,
  source,
  publishedOn,
  definition,
}: OtherCouncilFigureDto): OtherCouncilFigure => ({
  ...{ council, year: yearWritten(year), measure, value, children: children ?? null },
  ...{ source, publishedOn, definition },
});
