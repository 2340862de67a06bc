import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CHILD_HISTORY_ENTRIES } from '../../../projections/child-history/child-history.js';
import { type AskedBy, seesAll } from '../../access/asker.js';
import { visibleAcknowledgements } from '../../acknowledgements/list/visible-acknowledgements.js';
import { londonDate } from '../../calendar/dates.js';
import { keptFor } from '../../disputes/set-aside.js';
import { keptFromAmong, visibleAmong, visibleDisputes } from '../../disputes/list/visible-disputes.js';
import { after, limitOf, type PageAsked, pageOf, readCursor } from '../../platform/http/paging.js';
import { Readings } from '../../reading/readings.js';
import { isHidden } from '../../reviews/without-hidden.js';
import { visibleChecks } from '../../reviews/visible-checks.js';
import { childSeen } from './child.query.js';
import type { ChildHistoryEntryDto, ChildHistoryDto } from './children.dto.js';

/**
 * The events for a child, newest first: of the disputes, acknowledgements and checks that the asker may see.
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
  theme: string | null;
  other: string | null;
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
    const hidden = seesAll(asker) ? '0' : isHidden('happened.other');
    const sorting = { column: 'happened.happened_on', descending: true };
    const from = after(sorting, KEY, page.cursor ? readCursor(page.cursor) : undefined);
    const limit = limitOf(page);
    const rows = readModels.all<Row>(
      `WITH ${CHILD_HISTORY_ENTRIES}
        SELECT happened.*, ${KEY} AS entry,
          (SELECT register.theme FROM dispute_register AS register WHERE register.reference = happened.reference) AS theme FROM child_history_entries AS happened WHERE happened.child = :child AND ${from.where}
          AND (happened.reference IN (SELECT register.reference FROM dispute_register AS register WHERE ${disputes.sql})
            OR happened.reference IN (
              SELECT register.reference FROM acknowledgement_register AS register WHERE ${acknowledgements.sql})
            OR happened.reference IN (SELECT checks.reference FROM review_checks AS checks WHERE ${checks.sql}))
          AND (happened.what <> 'raised-from-check' OR NOT ${hidden})
        ORDER BY ${from.order} LIMIT :most`,
      {
        ...disputes.parameters,
        ...acknowledgements.parameters,
        ...checks.parameters,
        ...(seesAll(asker) ? {} : keptFor(asker, today)),
        ...from.parameters,
        child,
        most: limit + 1,
      },
    );
    const others = rows.flatMap(({ other }) => other ?? []);
    const hides = keptFromAmong(others, asker, today, readModels);
    const opens = visibleAmong(others, asker, directory, today, readModels);
    const happened = pageOf(
      rows,
      limit,
      ({ happened_on, entry }) => ({ value: happened_on, key: entry }),
      (row) => listed({ ...row, detail: detailSeen(row, hides, opens) }),
    );
    return { childId: child, ...happened };
  }
}

/** Without the reference of another dispute that the asker may not open, and without a word of one that is hidden from them. */
const detailSeen = (
  { what, detail, other }: Row,
  hides: ReadonlySet<string>,
  opens: ReadonlySet<string>,
): string | null => {
  if (other === null) return detail;
  if (what === 'voided' && hides.has(other)) return 'raised-in-error';
  return detail === other && !opens.has(other) ? null : detail;
};

const listed = (row: Row): ChildHistoryEntryDto => ({
  reference: row.reference,
  kind: row.case_kind,
  what: row.what,
  happenedOn: row.happened_on,
  detail: row.detail,
  theme: row.theme,
  imported: row.imported === 1,
});
