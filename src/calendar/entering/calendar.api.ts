import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { Reads } from '../../platform/http/docs.js';
import type { CalendarAct } from '../council-days.js';
import { CalendarDto, WhatMovesDto, WhatMovesQuery } from './calendar.dto.js';
import { ReadCalendar } from './calendar.query.js';
import { ReadWhatMoves } from './what-moves.query.js';

/** The council's calendar: which days are no working days, and what a day that is entered late would move. */
@ApiTags('Calendar')
@Controller('api/v1/calendar')
export class CalendarApi {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('calendar.read')
  @OpensNothing('Bank holidays and closing days.')
  @Reads({ operationId: 'readCalendar', summary: 'Bank holidays and the council’s own closing days' }, CalendarDto)
  read(): Promise<CalendarDto> {
    return this.queries.execute(new ReadCalendar());
  }

  @Get('what-moves')
  @Permits('calendar.set')
  @OpensNothing('References and days: no initials and no word.')
  @Reads(
    { operationId: 'readWhatMoves', summary: 'Which dates these days would move; nothing is recorded' },
    WhatMovesDto,
  )
  async whatMoves(@Query() query: WhatMovesQuery, @Asking() asker: Asker): Promise<WhatMovesDto> {
    const { moves, notWorkedOut } = await this.queries.execute(new ReadWhatMoves(actsIn(query), asker));
    return { moves: [...moves], notWorkedOut: [...notWorkedOut] };
  }
}

const REASON = 'To see what moves';

const actsIn = ({ closingDays, addBankHolidays, removeBankHolidays }: WhatMovesQuery): CalendarAct[] => [
  ...(closingDays == null
    ? []
    : [{ type: 'set-closing-days' as const, dates: closingDays === '' ? [] : closingDays.split(','), reason: REASON }]),
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
