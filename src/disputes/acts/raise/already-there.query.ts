import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import type { Asker } from '../../../access/asker.js';
import type { Condition } from '../../../access/scope.js';
import type { LocalDate } from '../../../calendar/calendar.js';
import { londonDate } from '../../../calendar/dates.js';
import { Readings } from '../../../reading/readings.js';
import type { DisputeListedDto, DisputesPageDto } from '../../list/list.dto.js';
import { ListDisputes } from '../../list/list.query.js';

/** The records that are there already, of those that the asker may see, before something is raised. */
export interface AlreadyThere {
  /** Open disputes about one of the children, and conversations; those of the same theme first, then the latest. */
  readonly open: readonly DisputeListedDto[];
  /** The last time that actions were agreed with the team of the child on the theme. */
  readonly agreed: AgreedBefore | null;
}

interface AgreedBefore {
  readonly reference: string;
  readonly raisedOn: LocalDate;
  readonly team: string;
  readonly actions: number;
  readonly done: number;
}

/**
 * The matters open about some children already, and the actions agreed last time with their team on a theme: references, themes and counts, so
 * that nothing that was written is read by whoever has not opened it.
 */
export class ReadAlreadyThere extends Query<AlreadyThere> {
  /** @param theme empty while none is chosen */
  constructor(
    readonly children: readonly string[],
    readonly theme: string,
    readonly asker: Asker,
  ) {
    super();
  }
}

/** More than these are a list to look through, and no warning. */
const MOST = '20';

@QueryHandler(ReadAlreadyThere)
export class ReadAlreadyThereHandler implements IQueryHandler<ReadAlreadyThere> {
  constructor(
    private readonly queries: QueryBus,
    private readonly readings: Readings,
  ) {}

  async execute({ children, theme, asker }: ReadAlreadyThere): Promise<AlreadyThere> {
    const ofTheChildren: Condition = {
      sql: `register.status IN ('open', 'recorded') AND register.reference IN (
        SELECT about.reference FROM case_children AS about WHERE about.child IN (SELECT value FROM json_each(:soughtChildren)))`,
      parameters: { soughtChildren: JSON.stringify(children) },
    };
    const { items } = await this.queries.execute<ListDisputes, DisputesPageDto>(
      new ListDisputes({ limit: MOST }, asker, ofTheChildren),
    );
    const isOfTheme = (each: DisputeListedDto): number => Number(each.theme === theme);
    return {
      open: items.toSorted((one, other) => isOfTheme(other) - isOfTheme(one)),
      agreed: theme === '' ? null : await this.agreedBefore(children[0]!, theme, asker),
    };
  }

  private async agreedBefore(child: string, theme: string, asker: Asker): Promise<AgreedBefore | null> {
    const { readModels, directory, now } = this.readings.withoutRules();
    const team = directory.child(child, londonDate(now))?.team ?? null;
    if (team === null) return null;
    const withActions: Condition = {
      sql: 'register.reference IN (SELECT agreed.reference FROM actions AS agreed)',
      parameters: {},
    };
    const { items } = await this.queries.execute<ListDisputes, DisputesPageDto>(
      new ListDisputes({ limit: '1', team, theme, sort: '-raisedOn' }, asker, withActions),
    );
    const [last] = items;
    if (last === undefined) return null;
    const { actions, done } = readModels.get<{ actions: number; done: number }>(
      'SELECT count(*) AS actions, count(done_on) AS done FROM actions WHERE reference = :reference',
      { reference: last.reference },
    )!;
    const { reference, raisedOn } = last;
    return { reference, raisedOn, team: last.team.name ?? last.team.id, actions, done };
  }
}
