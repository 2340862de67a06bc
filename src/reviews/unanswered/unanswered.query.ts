import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type AskedBy, seesAll } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import { namesFrom } from '../../directory/names.js';
import { Readings } from '../../reading/readings.js';
import { outstandingTo } from '../without-hidden.js';
import { visibleChecks } from '../visible-checks.js';
import type { UnansweredStandardDto, UnansweredStandardsDto } from './unanswered.dto.js';

/** The questions that are outstanding in the checks that the asker may see, the oldest check first. */
export class ListUnansweredStandards extends Query<UnansweredStandardsDto> {
  constructor(readonly asker: AskedBy) {
    super();
  }
}

@QueryHandler(ListUnansweredStandards)
export class ListUnansweredStandardsHandler implements IQueryHandler<ListUnansweredStandards> {
  constructor(private readonly readings: Readings) {}

  async execute({ asker }: ListUnansweredStandards): Promise<UnansweredStandardsDto> {
    const { readModels, directory, now } = this.readings.withoutRules();
    const today = londonDate(now);
    const visible = visibleChecks(asker, directory, today);
    const outstanding = outstandingTo(seesAll(asker) ? null : asker, today);
    const rows = readModels.all<Omit<UnansweredStandardDto, 'child'> & { child: string }>(
      `SELECT checks.reference, checks.kind, checks.child, checks.held_on AS heldOn, checks.standard, checks.text,
          ${outstanding.sql} AS outstanding
        FROM review_checks AS checks WHERE (${visible.sql}) AND ${outstanding.sql} IS NOT NULL
        ORDER BY checks.held_on, checks.reference, checks.standard`,
      { ...visible.parameters, ...outstanding.parameters },
    );
    const names = namesFrom(directory, today);
    return { items: rows.map((row) => ({ ...row, child: names.child(row.child) })) };
  }
}
