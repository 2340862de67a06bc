import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import type { Directory } from '../../directory/directory.js';
import { Known } from '../../directory/known.js';
import { Reads } from '../../platform/http/docs.js';
import { after, limitOf, pageOf, readCursor } from '../../platform/http/paging.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { READ_MODELS } from '../../platform/store-tokens.js';
import { FROM_ANSWERS, IN_TIME, IN_TIME_BY_FIRST_DATE } from '../../../projections/answers/answers-due.js';
import { visibleDisputes } from '../list/visible-disputes.js';
import { AnswersPageDto, AnswersQuery } from './answers.dto.js';

interface Row {
  reference: string;
  round: number;
  stage: number | null;
  began_on: string;
  first_due_on: string | null;
  due_on: string | null;
  answered_on: string | null;
  in_time_by_first_date: number | null;
  in_time: number | null;
  agreement: string | null;
  extended: number;
  imported: number;
  entry: string;
}

@ApiTags('Disputes')
@Controller('api/v1/answers')
export class AnswersRoute {
  constructor(
    private readonly known: Known,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permits('dispute.read', 'dispute.read-outline', 'dispute.read-figures')
  @Reads({ operationId: 'listAnswers', summary: 'Rounds and their timeliness, newest first' }, AnswersPageDto)
  list(@Query() query: AnswersQuery, @Asking() asker: Asker): AnswersPageDto {
    const visible = visibleDisputes(asker, this.directory, this.known.today());
    const key = `answer.reference || ' ' || answer.round`;
    const from = after(
      { column: 'answer.began_on', descending: true },
      key,
      query.cursor ? readCursor(query.cursor) : undefined,
    );
    const limit = limitOf(query);
    const rows = this.readModels.all<Row>(
      `SELECT answer.*, ${IN_TIME_BY_FIRST_DATE} AS in_time_by_first_date, ${IN_TIME} AS in_time, ${key} AS entry
         ${FROM_ANSWERS} JOIN dispute_register AS register ON register.reference = answer.reference
        WHERE (${visible.sql}) AND ${from.where}
          AND (:stage IS NULL OR answer.stage = CAST(:stage AS INTEGER))
          AND (:inTime IS NULL OR ${IN_TIME} = (:inTime = 'true'))
        ORDER BY ${from.order} LIMIT :most`,
      {
        ...visible.parameters,
        ...from.parameters,
        stage: query.stage ?? null,
        inTime: query.inTime ?? null,
        now: this.clock.now(),
        most: limit + 1,
      },
    );
    return pageOf(
      rows,
      limit,
      ({ began_on, entry }) => ({ value: began_on, key: entry }),
      (row) => ({
        reference: row.reference,
        round: row.round,
        stage: row.stage,
        beganOn: row.began_on,
        firstDueOn: row.first_due_on,
        dueOn: row.due_on,
        answeredOn: row.answered_on,
        inTimeByFirstDate: yesNo(row.in_time_by_first_date),
        inTime: yesNo(row.in_time),
        agreement: row.agreement,
        extended: row.extended === 1,
        imported: row.imported === 1,
      }),
    );
  }
}

const yesNo = (kept: number | null): boolean | null => (kept === null ? null : kept === 1);
