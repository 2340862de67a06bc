import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CHILD_HISTORY_ENTRIES } from '../../../projections/child-history/child-history.js';
import { type AskedBy, seesAll } from '../../access/asker.js';
import { type Condition, EVERY_ROW } from '../../access/scope.js';
import { visibleAcknowledgements } from '../../acknowledgements/list/visible-acknowledgements.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { keptFor } from '../../disputes/set-aside.js';
import { keptFromAmong, visibleAmong, visibleDisputes } from '../../disputes/list/visible-disputes.js';
import { after, limitOf, type PageAsked, pageOf, readCursor } from '../../platform/http/paging.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { disputesFoundNow, foundNow } from '../../reading/found-now.js';
import type { Reading } from '../../reading/reading.js';
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
    readonly asAt?: LocalDate,
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
  stage_name: string | null;
  other: string | null;
  imported: number;
  entry: string;
}

/** The name of the stage to which a dispute went up, as its own history has it. */
const STAGE_NAME = `CASE happened.what WHEN 'escalated' THEN (
  SELECT step.value ->> 'name' FROM dispute_register AS register, json_each(register.stage_history) AS step
    WHERE register.reference = happened.reference AND CAST(step.value ->> 'stage' AS text) = happened.detail LIMIT 1) END`;

const KEY = `happened.reference || printf(' %06d', happened.number)`;

@QueryHandler(ReadChildHistory)
export class ReadChildHistoryHandler implements IQueryHandler<ReadChildHistory> {
  constructor(private readonly readings: Readings) {}

  async execute({ child, page, asker, asAt }: ReadChildHistory): Promise<ChildHistoryDto> {
    if (asAt === undefined) {
      const now = this.readings.withoutRules();
      return historyOf({ child, page, asker }, now.readModels, now, asItIsNow(asker, now));
    }
    return this.readings.at(asAt, (then, now) =>
      historyOf({ child, page, asker }, then.readModels, now, asItWasThen({ child, asker }, then, now)),
    );
  }
}

interface Asked {
  readonly child: string;
  readonly page: PageAsked;
  readonly asker: AskedBy;
}

/** Conditions by which the reader of today sees rows of the moment that is read. */
interface Sight {
  readonly disputes: Condition;
  readonly acknowledgements: Condition;
  readonly checks: Condition;
  /** The other dispute that an entry names is hidden. */
  readonly hidesOther: Condition;
  /** An entry that is about the child. */
  readonly isTheirs: Condition;
}

type Now = Pick<Reading, 'readModels' | 'directory' | 'now'>;

const asItIsNow = (asker: AskedBy, { directory, now }: Now): Sight => {
  const today = londonDate(now);
  return {
    disputes: visibleDisputes(asker, directory, today),
    acknowledgements: visibleAcknowledgements(asker, directory, today),
    checks: visibleChecks(asker, directory, today),
    hidesOther: seesAll(asker)
      ? { sql: '0', parameters: {} }
      : { sql: isHidden('happened.other'), parameters: keptFor(asker, today) },
    isTheirs: EVERY_ROW,
  };
};

const asItWasThen = ({ child, asker }: Pick<Asked, 'child' | 'asker'>, then: Reading, now: Reading): Sight => {
  const sight = asItIsNow(asker, now);
  const { readModels } = now;
  const others = then.readModels.all<{ other: string }>(
    `WITH ${CHILD_HISTORY_ENTRIES}
      SELECT DISTINCT other FROM child_history_entries WHERE child = :child AND other IS NOT NULL`,
    { child },
  );
  const references = others.map(({ other }) => other);
  const hidden = [...keptFromAmong(references, asker, londonDate(now.now), readModels)];
  const cases = readModels.all<{ reference: string }>('SELECT reference FROM case_children WHERE child = :child', {
    child,
  });
  const about = JSON.stringify(cases.map(({ reference }) => reference));
  return {
    disputes: disputesFoundNow(sight.disputes, then, now),
    acknowledgements: foundNow(sight.acknowledgements, ACKNOWLEDGEMENTS, then, now),
    checks: foundNow(sight.checks, CHECKS, then, now),
    hidesOther: {
      sql: 'happened.other IN (SELECT value FROM json_each(:hiddenNow))',
      parameters: { hiddenNow: JSON.stringify(hidden) },
    },
    // An entry that was written for a wrong child is gone from that child's page, of every day.
    isTheirs: {
      sql: `(happened.case_kind = 'review' OR happened.reference IN (SELECT value FROM json_each(:aboutNow)))`,
      parameters: { aboutNow: about },
    },
  };
};

const ACKNOWLEDGEMENTS = { register: 'acknowledgement_register', alias: 'register' } as const;
const CHECKS = { register: 'review_checks', alias: 'checks' } as const;

const historyOf = (
  { child, page, asker }: Asked,
  readModels: ReadModels,
  { directory, now, readModels: ofToday }: Now,
  { disputes, acknowledgements, checks, hidesOther, isTheirs }: Sight,
): ChildHistoryDto => {
  const today = londonDate(now);
  childSeen(child, asker, directory, today);
  const sorting = { column: 'happened.happened_on', descending: true };
  const from = after(sorting, KEY, page.cursor ? readCursor(page.cursor) : undefined);
  const limit = limitOf(page);
  const rows = readModels.all<Row>(
    `WITH ${CHILD_HISTORY_ENTRIES}
      SELECT happened.*, ${KEY} AS entry,
        (SELECT register.theme FROM dispute_register AS register WHERE register.reference = happened.reference) AS theme,
        ${STAGE_NAME} AS stage_name
      FROM child_history_entries AS happened WHERE happened.child = :child AND ${from.where} AND ${isTheirs.sql}
        AND (happened.reference IN (SELECT register.reference FROM dispute_register AS register WHERE ${disputes.sql})
          OR happened.reference IN (
            SELECT register.reference FROM acknowledgement_register AS register WHERE ${acknowledgements.sql})
          OR happened.reference IN (SELECT checks.reference FROM review_checks AS checks WHERE ${checks.sql}))
        AND (happened.what <> 'raised-from-check' OR NOT ${hidesOther.sql})
      ORDER BY ${from.order} LIMIT :most`,
    {
      ...disputes.parameters,
      ...acknowledgements.parameters,
      ...checks.parameters,
      ...hidesOther.parameters,
      ...isTheirs.parameters,
      ...from.parameters,
      child,
      most: limit + 1,
    },
  );
  const others = rows.flatMap(({ other }) => other ?? []);
  const hides = keptFromAmong(others, asker, today, ofToday);
  const opens = visibleAmong(others, asker, directory, today, ofToday);
  const happened = pageOf(
    rows,
    limit,
    ({ happened_on, entry }) => ({ value: happened_on, key: entry }),
    (row) => listed({ ...row, detail: detailSeen(row, hides, opens) }),
  );
  return { childId: child, ...happened };
};

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
  stageName: row.stage_name,
  theme: row.theme,
  imported: row.imported === 1,
});
