import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { personName } from '../../../projections/names.js';
import { type AskedBy, seesAll } from '../../access/asker.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import type { Reading } from '../../reading/reading.js';
import { Readings } from '../../reading/readings.js';
import { visibleRecommendations } from '../../reviews/recommendations/visible-recommendations.js';
import { visibleChecks } from '../../reviews/visible-checks.js';
import { outstandingTo, standingTo } from '../../reviews/without-hidden.js';
import { countedFor } from '../counted-for.js';
import { NOT_COLLECTED, type Period, type RecordsKept, recordsKept, whyUnknown } from '../coverage.js';
import { namedInLists } from '../../disputes/list/visible-disputes.js';
import { openDisputes } from '../open-disputes/open-disputes.js';
import { periodsUpTo } from '../over-time/periods.js';
import { WITH_CASES } from '../themes/cases.js';
import {
  type Held,
  type Iro,
  type IroService,
  iroServiceOf,
  type QuarterKept,
  type RecordOfWork,
} from './iro-service.js';

/** The IRO service, IRO by IRO, with the records behind each figure: for those who lead it. */
export class ReadIroService extends Query<IroService> {
  constructor(readonly asker: AskedBy) {
    super();
  }
}

type Row = Omit<RecordOfWork, 'isOutstanding'> & { readonly outstanding: number };

@QueryHandler(ReadIroService)
export class ReadIroServiceHandler implements IQueryHandler<ReadIroService> {
  constructor(private readonly readings: Readings) {}

  async execute({ asker }: ReadIroService): Promise<IroService> {
    const whole = await this.readings.now();
    const reading = countedFor(asker, whole);
    const today = londonDate(reading.now);
    const kept = recordsKept(reading.readModels, today);
    const quarters = periodsUpTo(today).flatMap((period) =>
      period.quarter === null
        ? []
        : [{ ...period, quarter: period.quarter, whyUnknown: whyNothingIsKnown(period, kept) }],
    );
    const days = { first: quarters[0]!.from, last: quarters.at(-1)!.to };
    const records = [
      ...casesIn(days, reading),
      // These ask themselves which disputes are hidden, and would not find them in a reading without them.
      ...checksIn(days, asker, whole, today),
      ...recommendationsIn(days, asker, whole, today),
    ];
    const held = heldToday(asker, reading, today);
    const children = childrenToday(reading, today);
    const iros = irosOf([...records, ...held], [...children.keys()], reading, today);
    return iroServiceOf({ iros, records, held, children }, quarters, today);
  }
}

/** No register has checks and recommendations: these are known from when people worked in the service itself. */
const whyNothingIsKnown = (period: Period, kept: RecordsKept): QuarterKept['whyUnknown'] => {
  const beside = kept.recordedHere(period).extent === 'none' ? NOT_COLLECTED : null;
  return {
    informal: whyUnknown(['informal'], period, kept),
    formal: whyUnknown(['formal'], period, kept),
    acknowledgement: whyUnknown(['acknowledgement'], period, kept),
    check: beside,
    recommendations: beside,
  };
};

interface Days {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

const asRecord = ({ outstanding, ...row }: Row): RecordOfWork => ({ ...row, isOutstanding: outstanding === 1 });

/** Disputes and acknowledgements under the person who raised or gave them, as the themes count them. */
const casesIn = (days: Days, { readModels }: Reading): RecordOfWork[] =>
  readModels
    .all<Row>(
      `${WITH_CASES} SELECT reference, kind, iro, counted_on AS "on", 0 AS outstanding FROM counted
        WHERE counted_on BETWEEN :first AND :last ORDER BY counted_on, reference`,
      { ...days },
    )
    .map(asRecord);

const checksIn = (days: Days, asker: AskedBy, { readModels, directory }: Reading, today: LocalDate): RecordOfWork[] => {
  const visible = visibleChecks(asker, directory, today);
  const outstanding = outstandingTo(seesAll(asker) ? null : asker, today);
  return readModels
    .all<Row>(
      `SELECT checks.reference, 'check' AS kind, checks.iro, checks.held_on AS "on",
              max(${outstanding.sql} IS NOT NULL) AS outstanding
         FROM review_checks AS checks
        WHERE (${visible.sql}) AND NOT checks.withdrawn AND checks.held_on BETWEEN :first AND :last
        GROUP BY checks.reference ORDER BY checks.held_on, checks.reference`,
      { ...visible.parameters, ...outstanding.parameters, ...days },
    )
    .map(asRecord);
};

const recommendationsIn = (
  days: Days,
  asker: AskedBy,
  { readModels, directory }: Reading,
  today: LocalDate,
): RecordOfWork[] => {
  const visible = visibleRecommendations(asker, directory, today);
  const standing = standingTo(seesAll(asker) ? null : asker, today);
  return readModels
    .all<Row>(
      `SELECT sent.reference, 'recommendations' AS kind, sent.iro, sent.sent_on AS "on",
              ${standing.sql} IN ('awaiting-answer', 'to-decide') AS outstanding
         FROM recommendations AS sent
        WHERE (${visible.sql}) AND sent.standing <> 'withdrawn' AND sent.sent_on BETWEEN :first AND :last
        ORDER BY sent.sent_on, sent.reference`,
      { ...visible.parameters, ...standing.parameters, ...days },
    )
    .map(asRecord);
};

/** As the board has them. */
const heldToday = (asker: AskedBy, reading: Reading, today: LocalDate): Held[] => {
  const named = namedInLists(asker, reading.directory, today, [['board.read', 'outline']]);
  return openDisputes(reading, named, {}).map(({ reference, heldBy, due }) => ({
    ...{ reference, iro: heldBy?.id ?? null, isLate: due.late },
  }));
};

/** Alive, in care or after it, and allocated to an IRO today. */
const childrenToday = ({ readModels }: Reading, today: LocalDate): ReadonlyMap<string, number> =>
  new Map(
    readModels
      .all<{ iro: string; held: number }>(
        `SELECT allocated.iro, count(*) AS held FROM child_allocations AS allocated
           JOIN children AS held ON held.child = allocated.child
          WHERE allocated.iro IS NOT NULL
            AND allocated.number = (
              SELECT max(other.number) FROM child_allocations AS other
               WHERE other.child = allocated.child AND (other."from" IS NULL OR other."from" <= :today))
            AND (held.left_care_on IS NULL OR held.left_care_on >= :today)
            AND (held.died_on IS NULL OR held.died_on >= :today)
          GROUP BY allocated.iro`,
        { today },
      )
      .map(({ iro, held }) => [iro, held]),
  );

/** Those who hold the post today, and those of whom something is counted. */
const irosOf = (
  records: readonly { readonly iro: string | null }[],
  withChildren: readonly string[],
  { readModels, directory }: Reading,
  today: LocalDate,
): Iro[] => {
  const holding = [...directory.postsHeld('iro', today), ...directory.postsHeld('conference-chair', today)];
  const ids = new Set([...holding.flatMap(({ person }) => person ?? []), ...withChildren]);
  for (const { iro } of records) if (iro !== null) ids.add(iro);
  return readModels.all<Iro>(
    `SELECT asked.value AS id, ${personName('asked.value')} AS name FROM json_each(:ids) AS asked`,
    { ids: JSON.stringify([...ids]) },
  );
};
