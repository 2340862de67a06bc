import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { notYours } from '../../access/access.js';
import { type Permission, rowOf } from '../../access/access-table.js';
import type { Asker } from '../../access/asker.js';
import { type Condition, type RelationConditions, scopeOf } from '../../access/scope.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import { type Names, namesFrom } from '../../directory/names.js';
import { OWN_CHILDREN } from '../../disputes/list/visible-disputes.js';
import type { Clock } from '../../platform/clock/clock.js';
import { after, limitOf, pageOf, readCursor, sortingOf } from '../../platform/http/paging.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { READ_MODELS } from '../../platform/store-tokens.js';
import { ACKNOWLEDGEMENT_READS } from '../acknowledgement-desk.js';
import type {
  AcknowledgementListedDto,
  AcknowledgementsPageDto,
  AcknowledgementsQuery,
} from '../read/acknowledgement.dto.js';

/** The acknowledgements that the asker may see, narrowed, sorted and paged. */
export class ListAcknowledgements extends Query<AcknowledgementsPageDto> {
  constructor(
    readonly query: AcknowledgementsQuery,
    readonly asker: Asker,
  ) {
    super();
  }
}

/** The relations of src/access/access-table.ts, said of the rows of the acknowledgement register (alias `register`). */
const RELATIONS: RelationConditions = {
  'own-child': `register.reference IN (
    SELECT named.reference FROM case_children AS named WHERE named.child IN (${OWN_CHILDREN}))`,
  'own-team': 'register.team IN (SELECT value FROM json_each(:myTeams))',
  named: `EXISTS (SELECT 1 FROM json_each(register.people) AS thanked
    WHERE json_extract(thanked.value, '$.person') = :myself)`,
  'own-act': 'register.giver = :me',
};

/** The rows of the register that the asker may see; somebody with several posts sees by the fullest. */
export const visibleAcknowledgements = (
  asker: Asker,
  directory: Directory,
  today: LocalDate,
): Condition & { permission: Permission } => {
  const permission =
    ACKNOWLEDGEMENT_READS.find((each) => asker.posts.some(({ kind }) => rowOf(each)[kind] !== undefined)) ??
    ACKNOWLEDGEMENT_READS[0];
  const scope = scopeOf(asker, permission, RELATIONS, directory, today);
  return { ...scope, parameters: { ...scope.parameters, today }, permission };
};

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
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ query, asker }: ListAcknowledgements): Promise<AcknowledgementsPageDto> {
    const today = londonDate(this.clock.now());
    const visible = visibleAcknowledgements(asker, this.directory, today);
    const sorting = sortingOf(query.sort ?? '-givenOn', { givenOn: 'register.given_on' });
    const from = after(sorting, 'register.reference', query.cursor ? readCursor(query.cursor) : undefined);
    if (visible.permission === 'acknowledgement.read-figures' && (query.child ?? query.giver) !== undefined)
      throw notYours('acknowledgement.read');
    const asked = Object.entries(FILTERS).filter(
      ([filter]) => query[filter as keyof AcknowledgementsQuery] !== undefined,
    );
    const limit = limitOf(query);
    const rows = this.readModels.all<Row>(
      `SELECT register.* FROM acknowledgement_register AS register
        WHERE ${[`(${visible.sql})`, from.where, ...asked.map(([, condition]) => condition)].join(' AND ')}
        ORDER BY ${from.order} LIMIT :most`,
      {
        ...visible.parameters,
        ...from.parameters,
        ...Object.fromEntries(asked.map(([filter]) => [filter, query[filter as keyof AcknowledgementsQuery]])),
        most: limit + 1,
      },
    );
    const names = namesFrom(this.directory, today);
    return pageOf(
      rows,
      limit,
      (row) => ({ value: row.given_on, key: row.reference }),
      (row) => listed(row, visible.permission === 'acknowledgement.read-figures', names),
    );
  }
}

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
