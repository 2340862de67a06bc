import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { whatMoves } from '../../deadlines/what-moves.js';
import { Recorder } from '../../directory/record.js';
import { visibleDisputes } from '../../disputes/list/visible-disputes.js';
import { Reads, Writes } from '../../platform/http/docs.js';
import { Executor } from '../../platform/executor.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import type { Directory } from '../../directory/directory.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { READ_MODELS } from '../../platform/store-tokens.js';
import { ProtocolLibrary } from '../../protocol/protocol-library.js';
import { RowsApart } from '../../work-over-rows.js';
import { calendarWarning } from '../bank-holidays.js';
import { CouncilCalendar } from '../council-calendar.js';
import { bankHolidaysIn, CALENDAR_STREAM, type CalendarAct, calendarDecider } from '../council-days.js';
import { londonDate } from '../dates.js';
import { CalendarDto, EnterBankHolidaysDto, SetClosingDaysDto, WhatMovesDto, WhatMovesQuery } from './calendar.dto.js';
import { calendarWith } from './proposed.js';

/** The council's calendar: which days are no working days, and what a day that is entered late moves. */
@ApiTags('Calendar')
@Controller('api/v1/calendar')
export class CalendarRoute {
  constructor(
    private readonly calendar: CouncilCalendar,
    private readonly recorder: Recorder,
    private readonly executor: Executor,
    private readonly protocols: ProtocolLibrary,
    private readonly troubles: RowsApart,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permits('calendar.read')
  @Reads({ operationId: 'readCalendar', summary: 'Bank holidays and the council’s own closing days' }, CalendarDto)
  async read(): Promise<CalendarDto> {
    const { known } = await this.calendar.current();
    const said = await this.calendar.said();
    return {
      knownFrom: known.from,
      knownTo: known.to,
      warning: calendarWarning(londonDate(this.clock.now()), known.to) ?? null,
      closingDays: [...said.closingDays],
      bankHolidays: bankHolidaysIn(said),
    };
  }

  @Get('what-moves')
  @Permits('calendar.set')
  @Reads(
    { operationId: 'readWhatMoves', summary: 'Which dates these days would move; nothing is recorded' },
    WhatMovesDto,
  )
  async whatMoves(@Query() query: WhatMovesQuery, @Asking() asker: Asker): Promise<WhatMovesDto> {
    const now = this.clock.now();
    const acts = actsIn(query);
    const proposed = await calendarWith(acts, this.calendar);
    const visible = visibleDisputes(asker, this.directory, londonDate(now));
    const { executor, readModels, troubles } = this;
    const protocols = await this.protocols.current();
    const found = await whatMoves(proposed, visible, { executor, readModels, protocols, troubles, now });
    return { moves: [...found.moves], notWorkedOut: [...found.notWorkedOut] };
  }

  @Post('closing-days')
  @Permits('calendar.set')
  @Writes({ operationId: 'setClosingDays', summary: 'Set all days on which the council is closed' })
  setClosingDays(@Body() { dates, reason }: SetClosingDaysDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    return this.record({ type: 'set-closing-days', dates, reason }, sent);
  }

  @Post('bank-holidays')
  @Permits('calendar.set')
  @Writes({ operationId: 'enterBankHolidays', summary: 'Enter bank holidays that the program does not know yet' })
  enterBankHolidays(
    @Body() { add, remove, reason }: EnterBankHolidaysDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const added = add.map(({ date, name }) => ({ date, name }));
    return this.record({ type: 'enter-bank-holidays', add: added, remove: remove ?? [], reason }, sent);
  }

  private record(act: CalendarAct, sent: SentWith): Promise<WrittenDto> {
    const thing = { id: 'council', stream: CALENDAR_STREAM, decider: calendarDecider };
    return this.recorder.record({ ...thing, act, permission: 'calendar.set' }, sent);
  }
}

const REASON = 'To see what moves';

const actsIn = ({ closingDays, addBankHolidays, removeBankHolidays }: WhatMovesQuery): CalendarAct[] => [
  ...(closingDays == null
    ? []
    : [{ type: 'set-closing-days' as const, dates: closingDays.split(','), reason: REASON }]),
  ...(addBankHolidays == null && removeBankHolidays == null
    ? []
    : [
        {
          type: 'enter-bank-holidays' as const,
          add: addBankHolidays?.split(',').map((date) => ({ date, name: REASON })) ?? [],
          remove: removeBankHolidays?.split(',') ?? [],
          reason: REASON,
        },
      ]),
];
