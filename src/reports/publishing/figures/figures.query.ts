import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { LogAsAt } from '../../../reading/log-as-at.js';
import type { RegisterKind } from '../../../register/events.js';
import { loadSolver } from '../../disclosure/highs-solver.js';
import type { FiguresFrozen, ReportDrafted } from '../events.js';
import { type FiguresAsked, figuresOf, tablesProposed } from './figures-of.js';
import type { TableProposed } from './layouts.js';

type Drafted = Pick<ReportDrafted, 'from' | 'to' | 'audience'>;

/** The figures of a report as the log was at a moment, or up to one event of it. They are the same for everybody who may take them. */
export class CountFigures extends Query<Omit<FiguresFrozen, 'edition'>> {
  /** @param lastEvent of figures that are made again: the event up to which they were counted */
  constructor(
    readonly drafted: Drafted,
    readonly asked: FiguresAsked,
    readonly lastEvent?: string,
  ) {
    super();
  }
}

@QueryHandler(CountFigures)
export class CountFiguresHandler implements IQueryHandler<CountFigures> {
  constructor(private readonly log: LogAsAt) {}

  async execute({ drafted, asked, lastEvent }: CountFigures): Promise<Omit<FiguresFrozen, 'edition'>> {
    const solver = await loadSolver();
    const until = lastEvent === undefined ? { moment: asked.asAt } : { event: lastEvent };
    return this.log.read(until, ({ readModels, lastEvent: counted }) => ({
      // A report is drafted before its figures are taken, so the log has an event.
      lastEvent: counted!,
      ...figuresOf(drafted, asked, readModels, solver),
    }));
  }
}

/** Tables of one kind of record that would print something, and those that the program would take. */
export interface TablesOfRecords {
  readonly records: RegisterKind;
  readonly tables: readonly TableProposed[];
  readonly usual: readonly string[];
}

/** The tables among which whoever writes a report chooses. */
export class ProposeTables extends Query<readonly TablesOfRecords[]> {
  constructor(
    readonly drafted: Drafted,
    readonly asAt: string,
  ) {
    super();
  }
}

@QueryHandler(ProposeTables)
export class ProposeTablesHandler implements IQueryHandler<ProposeTables> {
  constructor(private readonly log: LogAsAt) {}

  async execute({ drafted, asAt }: ProposeTables): Promise<readonly TablesOfRecords[]> {
    const solver = await loadSolver();
    return this.log.read({ moment: asAt }, ({ readModels }) => tablesProposed(drafted, readModels, solver));
  }
}
