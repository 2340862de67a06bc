import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import { mustGoByWhatIsShown } from '../../access/goes-by.js';
import { type Condition, EVERY_ROW } from '../../access/scope.js';
import { londonDate } from '../../calendar/dates.js';
import { type Names, namesFrom } from '../../directory/names.js';
import { after, limitOf, pageOf, readCursor, sortingOf } from '../../platform/http/paging.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { Readings } from '../../reading/readings.js';
import {
  type AcknowledgementListedDto,
  type AcknowledgementsPageDto,
  type AcknowledgementsQuery,
  ACKNOWLEDGEMENTS_GO_BY,
  NAMES_IN_ACKNOWLEDGEMENTS,
} from './list.dto.js';
import { countedAcknowledgements, visibleAcknowledgements } from './visible-acknowledgements.js';

/** The acknowledgements that the asker may see, narrowed, sorted and paged. */
export class ListAcknowledgements extends Query<AcknowledgementsPageDto> {
  constructor(
    readonly query: AcknowledgementsQuery,
    readonly asker: AskedBy,
    /** A condition that leaves out more rows (alias `register`); it never brings one in. */
    readonly among: Condition = EVERY_ROW,
  ) {
    super();
  }
}

interface Row {
  reference: string;
  own_reference: string | null;
  status: string;
  given_on: string;
  quarter: string;
  team: string;
  children: string;
  child_count: number;
  giver: string | null;
  giver_role: string | null;
  theme: string;
  whole_team: number;
  version: number;
  thanks: number;
  imported: number;
  revision: number;
  /** 0 where the reader sees figures alone. */
  in_full: 0 | 1;
}

const FILTERS: Readonly<Partial<Record<keyof AcknowledgementsQuery, string>>> = {
  status: 'register.status = :status',
  team: 'register.team = :team',
  giver: 'register.giver = :giver',
  giverRole: 'register.giver_role = :giverRole',
  child: 'register.reference IN (SELECT reference FROM case_children WHERE case_children.child = :child)',
  theme: 'register.theme = :theme',
  year: `register.year = replace(:year, '-', '/')`,
};

@QueryHandler(ListAcknowledgements)
export class ListAcknowledgementsHandler implements IQueryHandler<ListAcknowledgements> {
  constructor(private readonly readings: Readings) {}

  async execute({ query, asker, among }: ListAcknowledgements): Promise<AcknowledgementsPageDto> {
    const { readModels, directory, now } = this.readings.withoutRules();
    const today = londonDate(now);
    const visible = visibleAcknowledgements(asker, directory, today);
    const sorting = sortingOf(query.sort ?? '-givenOn', { givenOn: 'register.given_on' });
    const from = after(sorting, 'register.reference', query.cursor ? readCursor(query.cursor) : undefined);
    const isCounting = visible.permission === 'acknowledgement.read-figures';
    // A search is for a child or a name, and readers who count are shown neither, so they get no rows.
    if (among !== EVERY_ROW && isCounting) return { items: [], next: null };
    const counted = countedAcknowledgements(asker, directory, today);
    const isShownNames = !isCounting && (counted === null || isAny(visible, readModels));
    const notShown = isShownNames ? [] : NAMES_IN_ACKNOWLEDGEMENTS;
    mustGoByWhatIsShown(query, ACKNOWLEDGEMENTS_GO_BY, notShown, 'acknowledgement.read');
    const asked = Object.entries(FILTERS).filter(
      ([filter]) => query[filter as keyof AcknowledgementsQuery] !== undefined,
    );
    // A list that goes by a child or a name searches only the rows of which these are shown.
    const seen = counted === null || goesByNames(query, among) ? visible.sql : `(${visible.sql}) OR (${counted.sql})`;
    const limit = limitOf(query);
    const rows = readModels.all<Row>(
      `SELECT register.*, (${visible.sql}) AS in_full FROM acknowledgement_register AS register
        WHERE ${[`(${seen})`, among.sql, from.where, ...asked.map(([, condition]) => condition)].join(' AND ')}
        ORDER BY ${from.order} LIMIT :most`,
      {
        ...visible.parameters,
        ...counted?.parameters,
        ...among.parameters,
        ...from.parameters,
        ...Object.fromEntries(asked.map(([filter]) => [filter, query[filter as keyof AcknowledgementsQuery]])),
        most: limit + 1,
      },
    );
    const names = namesFrom(directory, today);
    return pageOf(
      rows,
      limit,
      (row) => ({ value: row.given_on, key: row.reference }),
      (row) => listed(row, isCounting || row.in_full === 0, names),
    );
  }
}

/** Whether there is a row within a condition. */
const isAny = ({ sql, parameters }: Condition, readModels: ReadModels): boolean =>
  readModels.get(`SELECT 1 AS one FROM acknowledgement_register AS register WHERE ${sql} LIMIT 1`, parameters) !==
  undefined;

/** Whether rows are left out by a child or by a name. */
const goesByNames = (query: AcknowledgementsQuery, among: Condition): boolean =>
  among !== EVERY_ROW || query.child !== undefined || query.giver !== undefined;

const listed = (row: Row, deidentified: boolean, names: Names): AcknowledgementListedDto => ({
  reference: row.reference,
  ownReference: deidentified ? null : row.own_reference,
  status: row.status,
  givenOn: row.given_on,
  quarter: row.quarter,
  team: names.team(row.team, row.given_on),
  ...(deidentified ? {} : { children: (JSON.parse(row.children) as string[]).map(names.child) }),
  childCount: row.child_count,
  givenBy: deidentified || row.giver === null ? null : names.person(row.giver),
  giverRole: row.giver_role,
  theme: row.theme,
  wholeTeam: row.whole_team === 1,
  version: row.version,
  thanks: row.thanks,
  imported: row.imported === 1,
  revision: row.revision,
});
