import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  FIRST_DUE_ON,
  FROM_ANSWERS,
  IN_TIME,
  IN_TIME_BY_FIRST_DATE,
} from '../../../projections/answers/answers-due.js';
import type { AskedBy } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import { after, limitOf, pageOf, readCursor } from '../../platform/http/paging.js';
import { Readings } from '../../reading/readings.js';
import { visibleDisputes } from '../list/visible-disputes.js';
import type { AnswersPageDto, AnswersQuery } from './answers.dto.js';

/** The rounds of the disputes that the asker may see, with their timeliness, the newest first. */
export class ListAnswers extends Query<AnswersPageDto> {
  constructor(
    readonly query: AnswersQuery,
    readonly asker: AskedBy,
  ) {
    super();
  }
}

interface Row {
  reference: string;
  round: number;
  stage: number | null;
  began_on: string;
  first_date: string | null;
  due_on: string | null;
  answered_on: string | null;
  in_time_by_first_date: number | null;
  in_time: number | null;
  agreement: string | null;
  extended: number;
  imported: number;
  entry: string;
}

const KEY = `answer.reference || ' ' || answer.round || ' ' || answer.team`;

@QueryHandler(ListAnswers)
export class ListAnswersHandler implements IQueryHandler<ListAnswers> {
  constructor(private readonly readings: Readings) {}

  async execute({ query, asker }: ListAnswers): Promise<AnswersPageDto> {
    const { readModels, directory, now } = await this.readings.now();
    const visible = visibleDisputes(asker, directory, londonDate(now));
    const from = after(
      { column: 'answer.began_on', descending: true },
      KEY,
      query.cursor ? readCursor(query.cursor) : undefined,
    );
    const limit = limitOf(query);
    const rows = readModels.all<Row>(
      `SELECT answer.*, ${FIRST_DUE_ON} AS first_date, ${IN_TIME_BY_FIRST_DATE} AS in_time_by_first_date, ${IN_TIME} AS in_time, ${KEY} AS entry
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
        now,
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
        firstDueOn: row.first_date,
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
