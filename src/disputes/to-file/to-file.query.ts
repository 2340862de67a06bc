import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { CHILD_HISTORY_ENTRIES } from '../../../projections/child-history/child-history.js';
import type { AskedBy } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import { namesFrom } from '../../directory/names.js';
import { LARGEST_PAGE } from '../../platform/http/paging.js';
import { Readings } from '../../reading/readings.js';
import type { DisputeListedDto, DisputesPageDto } from '../list/list.dto.js';
import { ListDisputes } from '../list/list.query.js';
import { visibleDisputes } from '../list/visible-disputes.js';
import type { Extents } from '../read/what-a-reader-sees.js';
import { saysOn } from '../../protocol/words-now.js';
import { filingText } from './filing-text.js';
import type { ToFileDto, ToFileOfDto, ToFilePageDto } from './to-file.dto.js';

/** The disputes not yet noted as filed on a child’s own record, of those whose filing the asker may note. */
export class ListToFile extends Query<ToFilePageDto> {
  /** @param narrowed to one IRO, one team, or both: to what they hold and had */
  constructor(
    readonly asker: AskedBy,
    readonly narrowed: ToFileNarrowed = {},
  ) {
    super();
  }
}

export interface ToFileNarrowed {
  /** Id of the person who holds the dispute. */
  readonly iro?: string;
  /** Id of the team of the dispute. */
  readonly team?: string;
}

/** How many of them there are, as the tab of My work says. */
export class CountToFile extends Query<number> {
  constructor(readonly asker: AskedBy) {
    super();
  }
}

/** Those who may note that it was filed have it to file. */
const FILES: Extents = [['dispute.note-filing', 'outline']];

const ENDS = `('formalised', 'resolved', 'stalemate', 'ended-otherwise', 'withdrawn', 'voided')`;

/**
 * For each child of each dispute, by their place in its history: when a copy was last filed, when it was raised, and when it ended. Entries of
 * a register for earlier years were filed, or not, before this record began. If nothing was filed of a cancelled dispute, nothing
 * need be. Only of disputes that are visible: of somebody’s own there are few.
 *
 * @param visible of the register (alias `register`)
 */
const toFileOf = (visible: string): string => `SELECT happened.reference, happened.child,
    max(CASE WHEN happened.what = 'filed' THEN happened.number END) AS filed,
    max(CASE WHEN happened.what IN ('raised', 'taken-on') AND NOT happened.imported THEN happened.number END) AS raised,
    max(CASE WHEN happened.what IN ${ENDS} AND NOT happened.imported THEN happened.number END) AS ended,
    max(CASE WHEN happened.what = 'voided' THEN happened.number END) AS voided,
    max(CASE WHEN happened.what IN ('raised', 'taken-on') AND NOT happened.imported THEN happened.happened_on END) AS raised_on,
    max(CASE WHEN happened.what IN ${ENDS} AND NOT happened.imported THEN happened.happened_on END) AS ended_on
  FROM child_history_entries AS happened
  WHERE happened.case_kind IN ('informal', 'formal')
    AND happened.reference IN (SELECT register.reference FROM dispute_register AS register WHERE ${visible})
  GROUP BY happened.reference, happened.child
  HAVING (filed IS NULL AND raised IS NOT NULL AND voided IS NULL) OR (filed IS NOT NULL AND ended > filed)`;

/** Of those that the asker has to file, by the IRO who holds the dispute and by its team. @param visible of the register (alias `register`) */
const countedBy = (visible: string): string => `WITH ${CHILD_HISTORY_ENTRIES}, to_file AS (${toFileOf(visible)})
  SELECT register.held_by AS iro, register.team, count(*) AS count
  FROM dispute_register AS register JOIN to_file ON to_file.reference = register.reference
  GROUP BY register.held_by, register.team`;

interface CountedRow {
  readonly iro: string | null;
  readonly team: string | null;
  readonly count: number;
}

interface Row {
  reference: string;
  child: string;
  filed: number | null;
  raised_on: string | null;
  ended_on: string | null;
  since: string;
}

@QueryHandler(ListToFile)
export class ListToFileHandler implements IQueryHandler<ListToFile> {
  constructor(
    private readonly readings: Readings,
    private readonly queries: QueryBus,
  ) {}

  async execute({ asker, narrowed: { iro, team } }: ListToFile): Promise<ToFilePageDto> {
    const { readModels, directory, protocols, now } = await this.readings.now();
    const today = londonDate(now);
    const visible = visibleDisputes(asker, directory, today, FILES);
    const rows = readModels.all<Row>(
      `WITH ${CHILD_HISTORY_ENTRIES}, to_file AS (${toFileOf(visible.sql)})
        SELECT to_file.*, coalesce(to_file.ended_on, to_file.raised_on) AS since
        FROM dispute_register AS register JOIN to_file ON to_file.reference = register.reference
        WHERE (:ofIro IS NULL OR register.held_by = :ofIro) AND (:ofTeam IS NULL OR register.team = :ofTeam)
        ORDER BY since DESC, to_file.reference, to_file.child LIMIT :most`,
      { ...visible.parameters, ofIro: iro ?? null, ofTeam: team ?? null, most: LARGEST_PAGE + 1 },
    );
    const shown = rows.slice(0, LARGEST_PAGE);
    const listed = await this.listed([...new Set(shown.map(({ reference }) => reference))], asker);
    const names = namesFrom(directory, today);
    const says = saysOn(protocols, today);
    const items = shown.flatMap((row): ToFileDto[] => {
      const dispute = listed.get(row.reference);
      if (dispute === undefined) return [];
      const { reference, child, since } = row;
      return [{ reference, child: names.child(child), why: whyOf(row), since, text: filingText(dispute, says) }];
    });
    const counted = readModels.all<CountedRow>(countedBy(visible.sql), visible.parameters);
    return {
      items,
      hasMore: rows.length > LARGEST_PAGE,
      count: sumOf(counted),
      iros: byName(counted, 'iro', (id) => names.person(id).name),
      teams: byName(counted, 'team', (id) => directory.team(id, today)?.name ?? null),
    };
  }

  /** As the list shows them to this reader. */
  private async listed(references: readonly string[], asker: AskedBy): Promise<ReadonlyMap<string, DisputeListedDto>> {
    const among = {
      sql: 'register.reference IN (SELECT value FROM json_each(:toFile))',
      parameters: { toFile: JSON.stringify(references) },
    };
    const query = new ListDisputes({ limit: String(LARGEST_PAGE) }, asker, among);
    const { items } = await this.queries.execute<ListDisputes, DisputesPageDto>(query);
    return new Map(items.map((item) => [item.reference, item]));
  }
}

@QueryHandler(CountToFile)
export class CountToFileHandler implements IQueryHandler<CountToFile> {
  constructor(private readonly readings: Readings) {}

  async execute({ asker }: CountToFile): Promise<number> {
    const { readModels, directory, now } = this.readings.withoutRules();
    const visible = visibleDisputes(asker, directory, londonDate(now), FILES);
    return sumOf(readModels.all<CountedRow>(countedBy(visible.sql), visible.parameters));
  }
}

const sumOf = (rows: readonly CountedRow[]): number => rows.reduce((sum, { count }) => sum + count, 0);

const byName = (
  rows: readonly CountedRow[],
  which: 'iro' | 'team',
  nameOf: (id: string) => string | null,
): ToFileOfDto[] =>
  [...Map.groupBy(rows, (row) => row[which])]
    .flatMap(([id, of]) => (id === null ? [] : [{ id, name: nameOf(id), count: sumOf(of) }]))
    .sort((one, other) => (one.name ?? one.id).localeCompare(other.name ?? other.id));

const whyOf = ({ filed, ended_on }: Row): ToFileDto['why'] => {
  if (filed !== null) return 'ended';
  return ended_on === null ? 'raised' : 'raised-and-ended';
};
