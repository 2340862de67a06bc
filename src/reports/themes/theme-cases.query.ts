import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type AskedBy, seesAll } from '../../access/asker.js';
import type { Condition } from '../../access/scope.js';
import { visibleAcknowledgements } from '../../acknowledgements/list/visible-acknowledgements.js';
import type { DisputeRow } from '../../../projections/dispute-register/dispute-row.js';
import { ladderIn } from '../../protocol/ladder.js';
import { MAIN_LADDER } from '../../protocol/protocol.js';
import type { FinancialYear } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { visibleDisputes } from '../../disputes/list/visible-disputes.js';
import type { Reading } from '../../reading/reading.js';
import { Readings } from '../../reading/readings.js';
import { countedFor } from '../counted-for.js';
import { countsEvery, STANDING } from '../visible-references.js';
import { mustBeFor } from './by-person.js';
import type { CaseFilters } from './cases.js';
import { type ThemeCase, themeCases } from './theme-figures.js';

export interface ThemeCasesView {
  /** Null where they are of the days from one to another. */
  readonly year: FinancialYear | null;
  /** How many there are in all. */
  readonly count: number;
  /** Those that the asker may see, or of which they see where they stand; newest first. */
  readonly items: readonly CaseListed[];
}

/** A record behind a figure, as its reader may go on from it. */
export interface CaseListed extends Omit<ThemeCase, 'iro'> {
  /** All that its reader may read of it, or where it stands; null where there is no more to see of it than this. */
  readonly opens: 'whole' | 'outline' | null;
  /** The name that its protocol gives the highest stage that it has reached; null where it has none. */
  readonly stageName: string | null;
}

/**
 * The records behind a count, under the same filters.
 * @throws Problem `not-yours` where records of one IRO are asked for by somebody who may not read figures by person
 */
export class ListThemeCases extends Query<ThemeCasesView> {
  constructor(
    readonly asker: AskedBy,
    readonly year: FinancialYear | null,
    readonly filters: CaseFilters,
  ) {
    super();
  }
}

@QueryHandler(ListThemeCases)
export class ListThemeCasesHandler implements IQueryHandler<ListThemeCases> {
  constructor(private readonly readings: Readings) {}

  async execute({ asker, year, filters }: ListThemeCases): Promise<ThemeCasesView> {
    mustBeFor(asker, false, filters.iro);
    return { year, ...listedFor(asker, { year, filters }, await this.readings.now()) };
  }
}

/** The records of a figure, by their references, that its reader may know of, each once: whatever their year and kind. */
export class ListRecordsBehind extends Query<readonly CaseListed[]> {
  constructor(
    readonly asker: AskedBy,
    readonly references: readonly string[],
  ) {
    super();
  }
}

@QueryHandler(ListRecordsBehind)
export class ListRecordsBehindHandler implements IQueryHandler<ListRecordsBehind> {
  constructor(private readonly readings: Readings) {}

  async execute({ asker, references }: ListRecordsBehind): Promise<readonly CaseListed[]> {
    const filters = { among: JSON.stringify(references) };
    const { items } = listedFor(asker, { year: null, filters }, await this.readings.now());
    // Of a dispute that is counted as two, the part with which it goes on comes first, as the later one.
    return items.filter(({ reference }, at) => items.findIndex((other) => other.reference === reference) === at);
  }
}

const listedFor = (
  asker: AskedBy,
  asked: Pick<ListThemeCases, 'year' | 'filters'>,
  now: Reading,
): Pick<ThemeCasesView, 'count' | 'items'> => {
  const reading = countedFor(asker, now);
  const cases = themeCases(asked, reading.readModels);
  const opening = openedBy(asker, reading);
  const named = stagesNamed(reading);
  return {
    count: cases.length,
    items: cases.flatMap(({ iro: _iro, ...shown }): CaseListed[] => {
      const opens = opening(shown);
      return opens === undefined ? [] : [{ ...shown, opens, stageName: named(shown) }];
    }),
  };
};

type StageRow = Pick<DisputeRow, 'reference' | 'current_stage' | 'stage_name' | 'protocol_version'>;

/** How a stage that a dispute has reached is called: as the dispute says, or its protocol of one that it has gone back from. */
const stagesNamed = ({
  readModels,
  protocols,
}: Reading): ((of: Pick<ThemeCase, 'reference' | 'ladder' | 'stage'>) => string | null) => {
  const sql = 'SELECT reference, current_stage, stage_name, protocol_version FROM dispute_register';
  const rows = new Map(readModels.all<StageRow>(sql, {}).map((row) => [row.reference, row]));
  return ({ reference, ladder, stage }) => {
    const row = rows.get(reference);
    if (row === undefined || stage === null) return null;
    if (row.current_stage === stage) return row.stage_name;
    if (row.protocol_version === null) return null;
    const rungs = ladderIn(protocols.version(row.protocol_version).protocol, ladder ?? MAIN_LADDER);
    return rungs?.stages.find(({ number }) => number === stage)?.name ?? null;
  };
};

type Opening = (shown: Pick<ThemeCase, 'reference' | 'kind'>) => CaseListed['opens'] | undefined;

/** How its reader may go on from a record; undefined of one that is not in their list. */
const openedBy = (asker: AskedBy, { readModels, directory, now }: Reading): Opening => {
  if (seesAll(asker)) return () => 'whole';
  const today = londonDate(now);
  const disputes = visibleDisputes(asker, directory, today);
  const standing = visibleDisputes(asker, directory, today, STANDING);
  const acknowledgements = visibleAcknowledgements(asker, directory, today);
  const referencesIn = (sql: string, parameters: Condition['parameters']): ReadonlySet<string> =>
    new Set(readModels.all<{ reference: string }>(sql, parameters).map(({ reference }) => reference));
  const whole = referencesIn(
    `SELECT reference FROM dispute_register AS register WHERE ${disputes.sql}
      UNION ALL SELECT reference FROM acknowledgement_register AS register WHERE ${acknowledgements.sql}`,
    { ...disputes.parameters, ...acknowledgements.parameters },
  );
  const outlines = referencesIn(
    `SELECT reference FROM dispute_register AS register WHERE ${standing.sql}`,
    standing.parameters,
  );
  const isShownEvery = countsEvery(asker);
  return ({ reference, kind }) => {
    if (whole.has(reference)) return 'whole';
    if (outlines.has(reference)) return 'outline';
    return kind === 'acknowledgement' && isShownEvery ? null : undefined;
  };
};
