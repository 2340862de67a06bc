import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { LogAsAt } from '../../../reading/log-as-at.js';
import { Readings } from '../../../reading/readings.js';
import { keeperOfTheProgram } from '../../disclosure/hider.js';
import type { EditionNamed, FiguresFrozen, Method, ReportDrafted } from '../events.js';
import {
  type FiguresAsked,
  figuresOf,
  layoutProposed,
  type TablesOfRecords,
  tablesProposed,
  TRIED_FOR_NOBODY,
} from './figures-of.js';
import { howManyPrint } from './how-many-print.js';
import type { TableCode } from './layouts.js';
import { methodFor } from './method.js';
import { FindWhatIsKnown } from './what-is-known.query.js';

type Drafted = Pick<ReportDrafted, 'kind' | 'from' | 'to' | 'audience' | 'threshold' | 'team'>;

/** All that is counted of an edition: the words of the council are those of the day on which somebody takes them. */
export type FiguresAgain = Omit<FiguresFrozen, 'edition' | 'says'>;

/** The figures of a report as the log was at a moment, or up to one event of it. They are the same for everybody who may take them. */
export class CountFigures extends Query<FiguresAgain> {
  /**
   * @param asked with the editions that their readers have already, and the entries of the disclosure log; those that there are unless told
   * @param lastEvent of figures that are made again: the event up to which they were counted
   */
  constructor(
    readonly drafted: Drafted,
    readonly asked: Omit<FiguresAsked, 'besides'> & {
      readonly besides?: readonly EditionNamed[];
      readonly disclosures?: readonly string[];
    },
    readonly lastEvent?: string,
  ) {
    super();
  }
}

@QueryHandler(CountFigures)
export class CountFiguresHandler implements IQueryHandler<CountFigures> {
  constructor(
    private readonly log: LogAsAt,
    private readonly queries: QueryBus,
  ) {}

  async execute({ drafted, asked, lastEvent }: CountFigures): Promise<FiguresAgain> {
    const keeper = keeperOfTheProgram();
    const until = lastEvent === undefined ? { moment: asked.asAt } : { event: lastEvent };
    const known = await this.queries.execute(new FindWhatIsKnown(drafted));
    const besides = asked.besides ?? known.editions.map(({ report, edition }) => ({ report, edition }));
    const disclosures = asked.disclosures ?? known.disclosures.filter(({ holds }) => holds).map(({ named }) => named);
    const figures = [
      ...known.editions.filter(({ report, edition }) =>
        besides.some((each) => each.report === report && each.edition === edition),
      ),
      ...known.disclosures.filter(({ named }) => disclosures.includes(named)),
    ].flatMap((each) => each.figures);
    return this.log.read(until, async ({ readModels, lastEvent: counted }) => ({
      // A report is drafted before its figures are taken, so the log has an event.
      lastEvent: counted!,
      ...{ besides: [...besides], disclosures: [...disclosures] },
      ...(await figuresOf(drafted, { ...asked, besides: figures }, readModels, keeper)),
    }));
  }
}

/** The figures of a report with the tables that people chose; where nobody has, with those that the program proposes. */
export class TakeFigures extends Query<Omit<FiguresFrozen, 'edition'>> {
  constructor(
    readonly drafted: Drafted,
    readonly asked: Omit<FiguresAsked, 'besides' | 'layout' | 'method'> & {
      readonly layout: FiguresAsked['layout'] | null;
      /** As in the papers that its readers have, or else hidden, where nobody chose. */
      readonly method: Method | null;
    },
  ) {
    super();
  }
}

@QueryHandler(TakeFigures)
export class TakeFiguresHandler implements IQueryHandler<TakeFigures> {
  constructor(
    private readonly queries: QueryBus,
    private readonly readings: Readings,
  ) {}

  async execute({ drafted, asked }: TakeFigures): Promise<Omit<FiguresFrozen, 'edition'>> {
    const method = await this.queries.execute(new FindMethod(drafted, asked.method));
    const { layout, leftOut } =
      asked.layout === null
        ? layoutProposed(await this.queries.execute(new ProposeTables(drafted, asked.asAt, method, TRIED_FOR_NOBODY)))
        : { layout: asked.layout, leftOut: [] };
    const figures = await this.queries.execute(new CountFigures(drafted, { ...asked, layout, method }));
    const { words, kept } = this.readings.withoutRules().says;
    return { ...figures, says: { words, kept: [...kept] }, leftOut: [...leftOut, ...figures.leftOut] };
  }
}

/** How the small numbers of a report are kept, beside the papers that its readers have. @throws Refusal as {@link methodFor} */
export class FindMethod extends Query<Method> {
  constructor(
    readonly drafted: Drafted,
    readonly asked: Method | null,
  ) {
    super();
  }
}

@QueryHandler(FindMethod)
export class FindMethodHandler implements IQueryHandler<FindMethod> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ drafted, asked }: FindMethod): Promise<Method> {
    const { editions, lastOfItsKind } = await this.queries.execute(new FindWhatIsKnown(drafted));
    return methodFor(drafted.threshold, asked, [...editions, ...(lastOfItsKind === null ? [] : [lastOfItsKind])]);
  }
}

/** The tables among which the person who writes a report chooses. */
export class ProposeTables extends Query<readonly TablesOfRecords[]> {
  constructor(
    readonly drafted: Drafted,
    readonly asAt: string,
    readonly method: Method,
    /** Tables to try; all unless told. */
    readonly codes?: readonly TableCode[],
  ) {
    super();
  }
}

@QueryHandler(ProposeTables)
export class ProposeTablesHandler implements IQueryHandler<ProposeTables> {
  constructor(private readonly log: LogAsAt) {}

  async execute({ drafted, asAt, method, codes }: ProposeTables): Promise<readonly TablesOfRecords[]> {
    const prints = howManyPrint(method, keeperOfTheProgram());
    return this.log.read({ moment: asAt }, ({ readModels }) =>
      tablesProposed(drafted, asAt, readModels, prints, codes),
    );
  }
}
