import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import { type Condition, EVERY_ROW, ownChildIn, scopeOf } from '../../access/scope.js';
import { londonDate } from '../../calendar/dates.js';
import { after, limitOf, pageOf, readCursor } from '../../platform/http/paging.js';
import { childNotKeptByDeath, withinDeath } from '../../disputes/after-death.js';
import { Readings } from '../../reading/readings.js';
import { visibleDisputes } from '../../disputes/list/visible-disputes.js';
import { underAlertAmong } from './under-alert.js';
import type { ChildDto, ChildrenPageDto, ChildrenQuery } from './children.dto.js';

/** The children whom the asker may see, narrowed, a page at a time. */
export class ListChildren extends Query<ChildrenPageDto> {
  constructor(
    readonly query: ChildrenQuery,
    readonly asker: AskedBy,
    /** A further filter that leaves out children; it never brings one in. */
    readonly among: Condition = EVERY_ROW,
  ) {
    super();
  }
}

/** Each child with the allocation of a day. */
const CHILDREN = `SELECT c.child, c.initials, c.born_on, c.population, c.from_register, a.team, a.iro, w.worker
  FROM children AS c LEFT JOIN child_allocations AS a ON a.child = c.child AND a.number =
    (SELECT max(b.number) FROM child_allocations AS b WHERE b.child = c.child AND (b."from" IS NULL OR b."from" <= :today))
  LEFT JOIN child_workers AS w ON w.child = c.child AND w.number =
    (SELECT max(v.number) FROM child_workers AS v WHERE v.child = c.child AND (v."from" IS NULL OR v."from" <= :today))`;

const RELATIONS = {
  'own-child': ownChildIn({ owner: 'iro = :me', worker: 'worker = :myself' }),
  'own-team': 'team IN (SELECT value FROM json_each(:myTeams))',
};

interface Row {
  child: string;
  initials: string | null;
  born_on: string | null;
  population: string;
  from_register: number;
  team: string | null;
  iro: string | null;
  worker: string | null;
}

@QueryHandler(ListChildren)
export class ListChildrenHandler implements IQueryHandler<ListChildren> {
  constructor(private readonly readings: Readings) {}

  async execute({ query, asker, among }: ListChildren): Promise<ChildrenPageDto> {
    const { readModels, directory, now } = this.readings.withoutRules();
    const today = londonDate(now);
    const scope = scopeOf(asker, 'child.read', RELATIONS, directory, today);
    const visible = withinDeath(scope, childNotKeptByDeath('child'), asker, today);
    const sorting = { column: 'child', descending: false };
    const from = after(sorting, 'child', query.cursor ? readCursor(query.cursor) : undefined);
    const limit = limitOf(query);
    const rows = readModels.all<Row>(
      `SELECT * FROM (${CHILDREN}) WHERE (${visible.sql}) AND ${among.sql} AND ${from.where}
          AND (:team IS NULL OR team = :team) AND (:iro IS NULL OR iro = :iro)
          AND (:socialWorker IS NULL OR worker = :socialWorker)
        ORDER BY ${from.order} LIMIT :most`,
      {
        ...visible.parameters,
        ...among.parameters,
        ...from.parameters,
        team: query.team ?? null,
        iro: query.iro ?? null,
        socialWorker: query.socialWorker ?? null,
        today,
        most: limit + 1,
      },
    );
    return pageOf(rows, limit, ({ child }) => ({ value: child, key: child }), listed);
  }
}

const listed = (row: Row): ChildDto => ({
  childId: row.child,
  initials: row.initials,
  bornOn: row.born_on,
  population: row.population,
  fromRegister: row.from_register === 1,
  team: row.team,
  iro: row.iro,
  socialWorker: row.worker,
});

/** Record numbers of those of some children who are under alert, of the disputes that the asker may see. */
export class ListUnderAlert extends Query<ReadonlySet<string>> {
  constructor(
    readonly children: readonly string[],
    readonly asker: AskedBy,
  ) {
    super();
  }
}

@QueryHandler(ListUnderAlert)
export class ListUnderAlertHandler implements IQueryHandler<ListUnderAlert> {
  constructor(private readonly readings: Readings) {}

  async execute({ children, asker }: ListUnderAlert): Promise<ReadonlySet<string>> {
    const { readModels, directory, now } = this.readings.withoutRules();
    return underAlertAmong(children, visibleDisputes(asker, directory, londonDate(now)), readModels);
  }
}
