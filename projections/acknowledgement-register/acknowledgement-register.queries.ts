import type { FinancialYear, LocalDate, Quarter } from '../../src/calendar/calendar.js';
import type { ReadModels } from '../../src/platform/projections/projection.js';
import { decodeRow } from '../../src/platform/projections/rows.js';
import type { PostKind } from '../../src/protocol/protocol.js';
import { isTeamWritten, personName, serviceOn, teamNameOn } from '../names.js';
import { conditionsOf, keyset, type KeysetRow, type Page, pageOf, type PageQuestion, type Sorts } from '../paging.js';
import { childrenAllocatedTo, type Sight } from '../sight.js';
import { acknowledgementRegister, type AcknowledgementRow } from './acknowledgement-register.js';

export interface AcknowledgementFilters {
  readonly status?: AcknowledgementRow['status'];
  readonly year?: FinancialYear;
  readonly quarter?: Quarter;
  readonly givenFrom?: LocalDate;
  readonly givenTo?: LocalDate;
  /** A team's id, its code, or any name it has had. */
  readonly team?: string;
  /** The service of the team on the day it was given. */
  readonly service?: string;
  readonly theme?: string;
  /** Person id. */
  readonly giver?: string;
  /** Published totals may leave conference chairs out. */
  readonly giverRole?: PostKind;
  readonly child?: string;
  readonly imported?: boolean;
  readonly importId?: string;
  /** Its reference here, or the council's own. */
  readonly reference?: string;
}

const SORTS = {
  givenOn: { by: 'given_on' },
  '-givenOn': { by: 'given_on', descending: true },
  theme: { by: 'theme' },
  team: { by: 'team' },
  reference: { by: 'reference' },
} satisfies Sorts<string>;
export type AcknowledgementSort = keyof typeof SORTS;
export const ACKNOWLEDGEMENT_SORTS = Object.keys(SORTS) as readonly AcknowledgementSort[];

export interface AcknowledgementsQuestion extends PageQuestion<AcknowledgementSort> {
  readonly filters?: AcknowledgementFilters;
  readonly sight: Sight;
}

/** An acknowledgement as lists show it. Nothing that was written in it. */
export interface AcknowledgementListed {
  readonly reference: string;
  readonly ownReference: string | null;
  readonly status: AcknowledgementRow['status'];
  readonly givenOn: LocalDate;
  readonly year: FinancialYear;
  readonly quarter: Quarter;
  /** With the name and service of the day it was given. */
  readonly team: string;
  readonly teamName: string;
  readonly service: string | null;
  readonly theme: string;
  readonly giver: string | null;
  readonly giverName: string | null;
  readonly giverRole: PostKind | null;
  readonly people: AcknowledgementRow['people'];
  readonly wholeTeam: boolean;
  readonly children: readonly { readonly child: string; readonly initials: string | null }[];
  readonly version: number;
  readonly thanks: number;
  readonly imported: boolean;
  readonly revision: number;
}

/**
 * Practice acknowledgements in their current version, newest first unless told otherwise.
 * @throws Refusal `cursor-not-ours`, `limit-out-of-range`
 */
export const listAcknowledgements = (
  question: AcknowledgementsQuestion,
  readModels: ReadModels,
): Page<AcknowledgementListed> => {
  const { filters = {}, sight, sort = '-givenOn' } = question;
  const page = keyset(SORTS, 'reference', { ...question, sort });
  const narrowed = narrowing(filters, sight);
  const rows = readModels.all<StoredAcknowledgement>(
    `WITH page AS MATERIALIZED (
       SELECT register.*, ${page.columns} FROM acknowledgement_register AS register
       WHERE ${[...narrowed.where, page.after].join(' AND ')} ORDER BY ${page.orderBy} LIMIT :pageLimit
     )
     SELECT page.*, ${teamNameOn('page.team', 'page.given_on')} AS teamName,
            ${serviceOn('page.team', 'page.given_on')} AS service, ${personName('page.giver')} AS giverName,
            (SELECT json_group_array(json_object('child', listed.value, 'initials', children.initials))
             FROM json_each(page.children) AS listed LEFT JOIN children ON children.child = listed.value) AS initials
     FROM page ORDER BY ${page.sortedBy}`,
    { ...narrowed.parameters, ...page.parameters, today: sight.today },
  );
  return pageOf(rows, page, sort, presented);
};

/** One acknowledgement as lists show it, or undefined where it is not there or not to be seen. */
export const findAcknowledgement = (
  reference: string,
  sight: Sight,
  readModels: ReadModels,
): AcknowledgementListed | undefined =>
  listAcknowledgements({ filters: { reference }, sight, limit: 1 }, readModels).items[0];

/** How many there are in all, for the head of a list. */
export const countAcknowledgements = (
  { filters = {}, sight }: Pick<AcknowledgementsQuestion, 'filters' | 'sight'>,
  readModels: ReadModels,
): number => {
  const { where, parameters } = narrowing(filters, sight);
  return readModels.get<{ count: number }>(
    `SELECT count(*) AS count FROM acknowledgement_register AS register WHERE ${where.join(' AND ')}`,
    { ...parameters, today: sight.today },
  )!.count;
};

const CONDITIONS: { readonly [Filter in keyof AcknowledgementFilters]-?: string } = {
  status: 'status = :status',
  year: 'year = :year',
  quarter: 'quarter = :quarter',
  givenFrom: 'given_on >= :givenFrom',
  givenTo: 'given_on <= :givenTo',
  team: isTeamWritten('team', ':team'),
  service: `${serviceOn('register.team', 'given_on')} = :service`,
  theme: 'theme = :theme',
  giver: 'giver = :giver',
  giverRole: 'giver_role = :giverRole',
  child: 'reference IN (SELECT reference FROM case_children WHERE child = :child)',
  imported: 'imported = :imported',
  importId: 'import_id = :importId',
  reference: '(reference = :reference OR own_reference = :reference)',
};

const SEEN: { readonly [Part in Exclude<keyof Sight, 'today' | 'everything' | 'asked'>]-?: string } = {
  ownChildrenOf: `(reference IN (
    SELECT reference FROM case_children WHERE child IN (${childrenAllocatedTo(':ownChildrenOf', ':today')})))`,
  begunBy: '(giver = :begunBy)',
  teams: '(team IN (SELECT value FROM json_each(:teams)))',
  named: `EXISTS (SELECT 1 FROM json_each(people) AS thanked
    WHERE json_extract(thanked.value, '$.person') IN (SELECT value FROM json_each(:named))
       OR json_extract(thanked.value, '$.name') IN (SELECT value FROM json_each(:named)))`,
};

const narrowing = (filters: AcknowledgementFilters, { everything, today: _, asked: __, ...parts }: Sight) => {
  const filtered = conditionsOf<AcknowledgementFilters>(CONDITIONS, filters);
  if (everything) return { where: ['TRUE', ...filtered.where], parameters: filtered.parameters };
  const seen = conditionsOf<Omit<Sight, 'today' | 'everything' | 'asked'>>(SEEN, parts);
  return {
    where: [`(${['FALSE', ...seen.where].join(' OR ')})`, ...filtered.where],
    parameters: { ...filtered.parameters, ...seen.parameters },
  };
};

interface StoredAcknowledgement extends KeysetRow {
  readonly teamName: string;
  readonly service: string | null;
  readonly giverName: string | null;
  readonly initials: string;
}

const presented = (stored: StoredAcknowledgement): AcknowledgementListed => {
  const row = decodeRow(acknowledgementRegister, stored);
  return {
    reference: row.reference,
    ownReference: row.own_reference,
    status: row.status,
    givenOn: row.given_on,
    year: row.year,
    quarter: row.quarter,
    team: row.team,
    teamName: stored.teamName,
    service: stored.service,
    theme: row.theme,
    giver: row.giver,
    giverName: stored.giverName,
    giverRole: row.giver_role,
    people: row.people,
    wholeTeam: row.whole_team,
    children: JSON.parse(stored.initials) as AcknowledgementListed['children'],
    version: row.version,
    thanks: row.thanks,
    imported: row.imported,
    revision: row.revision,
  };
};
