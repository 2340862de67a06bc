import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CHILD_HISTORY_ENTRIES } from '../../../projections/child-history/child-history.js';
import type { AskedBy } from '../../access/asker.js';
import { visibleAcknowledgements } from '../../acknowledgements/list/visible-acknowledgements.js';
import { londonDate } from '../../calendar/dates.js';
import { visibleDisputes } from '../../disputes/list/visible-disputes.js';
import { after, limitOf, type PageAsked, pageOf, readCursor } from '../../platform/http/paging.js';
import { Readings } from '../../reading/readings.js';
import { visibleChecks } from '../../reviews/visible-checks.js';
import { childSeen } from './child.query.js';
import type { ChildHistoryEntryDto, ChildHistoryDto } from './children.dto.js';

/**
 * What happened for a child, newest first: of the disputes, acknowledgements and checks that the asker may see.
 * @throws Problem `not-found` where there is no such child, or none for the asker to know of
 */
export class ReadChildHistory extends Query<ChildHistoryDto> {
  constructor(
    readonly child: string,
    readonly page: PageAsked,
    readonly asker: AskedBy,
  ) {
    super();
  }
}

interface Row {
  reference: string;
  case_kind: string;
  what: string;
  happened_on: string;
  detail: string | null;
  imported: number;
  entry: string;
}

const KEY = `happened.reference || printf(' %06d', happened.number)`;

@QueryHandler(ReadChildHistory)
export class ReadChildHistoryHandler implements IQueryHandler<ReadChildHistory> {
  constructor(private readonly readings: Readings) {}

  async execute({ child, page, asker }: ReadChildHistory): Promise<ChildHistoryDto> {
    const { readModels, directory, now } = this.readings.withoutRules();
    const today = londonDate(now);
    childSeen(child, asker, directory, today);
    const disputes = visibleDisputes(asker, directory, today);
    const acknowledgements = visibleAcknowledgements(asker, directory, today);
    const checks = visibleChecks(asker, directory, today);
    const sorting = { column: 'happened.happened_on', descending: true };
    const from = after(sorting, KEY, page.cursor ? readCursor(page.cursor) : undefined);
    const limit = limitOf(page);
    const rows = readModels.all<Row>(
      `WITH ${CHILD_HISTORY_ENTRIES}
        SELECT happened.*, ${KEY} AS entry FROM child_history_entries AS happened WHERE happened.child = :child AND ${from.where}
          AND (happened.reference IN (SELECT register.reference FROM dispute_register AS register WHERE ${disputes.sql})
            OR happened.reference IN (
              SELECT register.reference FROM acknowledgement_register AS register WHERE ${acknowledgements.sql})
            OR happened.reference IN (SELECT checks.reference FROM review_checks AS checks WHERE ${checks.sql}))
        ORDER BY ${from.order} LIMIT :most`,
      {
        ...disputes.parameters,
        ...acknowledgements.parameters,
        ...checks.parameters,
        ...from.parameters,
        child,
        most: limit + 1,
      },
    );
    const happened = pageOf(rows, limit, ({ happened_on, entry }) => ({ value: happened_on, key: entry }), listed);
    return { childId: child, ...happened };
  }
}

const listed = (row: Row): ChildHistoryEntryDto => ({
  reference: row.reference,
  kind: row.case_kind,
  what: row.what,
  happenedOn: row.happened_on,
  detail: row.detail,
  imported: row.imported === 1,
});
