import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { type AskedBy } from '../../../access/asker.js';
import type { Instant, LocalDate, Quarter } from '../../../calendar/calendar.js';
import { londonDate, quarterOf, quarterPeriod, quarterWritten } from '../../../calendar/dates.js';
import { namedInLists } from '../../../disputes/list/visible-disputes.js';
import { NAMED_ON_PAPER } from '../../../disputes/set-aside.js';
import type { EventStore } from '../../../platform/event-store/event-store.js';
import { notFound } from '../../../platform/http/problem.js';
import { EVENT_STORE } from '../../../platform/store-tokens.js';
import type { Reading } from '../../../reading/reading.js';
import { Readings } from '../../../reading/readings.js';
import { WITH_CASES } from '../../themes/cases.js';
import type { Iro, IroInService, IroService } from '../iro-service.js';
import { ReadIroService } from '../iro-service.query.js';
import { dipSampleStream } from './dip-sample.js';
import type { DipSampleDrawn } from './events.js';

export interface SampleShown extends Pick<DipSampleDrawn, 'number' | 'references' | 'outOf' | 'reason'> {
  readonly drawnAt: Instant;
  readonly drawnBy: Iro;
}

/** One IRO, for supervision. */
export interface SupervisionSheet extends Pick<IroService, 'asAt' | 'periods'> {
  readonly iro: IroInService;
  readonly quarter: Quarter;
  /** The latest first. */
  readonly samples: readonly SampleShown[];
}

/** The supervision sheet of one IRO: their figures as the page of the IRO service has them, and the samples of a quarter. */
export class ReadSupervisionSheet extends Query<SupervisionSheet> {
  constructor(
    readonly asker: AskedBy,
    readonly iro: string,
    readonly quarter?: string,
  ) {
    super();
  }
}

@QueryHandler(ReadSupervisionSheet)
export class ReadSupervisionSheetHandler implements IQueryHandler<ReadSupervisionSheet> {
  constructor(
    private readonly queries: QueryBus,
    private readonly readings: Readings,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** @throws Problem `not-found` for somebody who is none of the IROs of the service */
  async execute({ asker, iro: id, quarter: written }: ReadSupervisionSheet): Promise<SupervisionSheet> {
    const service = await this.queries.execute<ReadIroService, IroService>(new ReadIroService(asker));
    const iro = service.iros.find((each) => each.iro.id === id);
    if (iro === undefined) throw notFound();
    const reading = this.readings.withoutRules();
    const quarter = written === undefined ? quarterOf(service.asAt) : quarterWritten(written);
    return {
      ...{ asAt: service.asAt, periods: service.periods, iro, quarter },
      samples: await this.samplesOf(id, quarter, asker, reading),
    };
  }

  private async samplesOf(
    iro: string,
    quarter: Quarter,
    asker: AskedBy,
    { readModels, directory, now }: Pick<Reading, 'readModels' | 'directory' | 'now'>,
  ): Promise<SampleShown[]> {
    const events = await this.store.read(dipSampleStream(iro, quarter));
    const visible = namedInLists(asker, directory, londonDate(now), [['board.read', 'outline']]);
    const seen = (references: readonly string[]): string[] => {
      const rows = readModels.all<{ reference: string }>(
        `SELECT register.reference FROM dispute_register AS register
          WHERE register.reference IN (SELECT value FROM json_each(:drawn)) AND (${visible.sql})`,
        { ...visible.parameters, drawn: JSON.stringify(references) },
      );
      const known = new Set(rows.map(({ reference }) => reference));
      return references.filter((reference) => known.has(reference));
    };
    return events
      .map(({ data, metadata }): SampleShown => {
        const { number, references, outOf, reason } = data as unknown as DipSampleDrawn;
        const { person } = metadata.actor;
        const drawnBy = { id: person, name: directory.person(person)?.name ?? person };
        return { number, drawnAt: metadata.occurredAt, drawnBy, references: seen(references), outOf, reason };
      })
      .reverse();
  }
}

/** The disputes from which a sample of an IRO’s quarter is drawn. */
export class ListToDrawFrom extends Query<readonly string[]> {
  constructor(
    readonly iro: string,
    readonly quarter: Quarter,
  ) {
    super();
  }
}

/**
 * Disputes that the IRO raised in the quarter, as the page counts them. A sample is on record for a person who leads the service, so none
 * is in it that a list of readers or a death keeps from anybody.
 */
@QueryHandler(ListToDrawFrom)
export class ListToDrawFromHandler implements IQueryHandler<ListToDrawFrom> {
  constructor(private readonly readings: Readings) {}

  execute({ iro, quarter }: ListToDrawFrom): Promise<readonly string[]> {
    const { readModels } = this.readings.withoutRules();
    const { from, to } = quarterPeriod(quarter);
    const days: Readonly<Record<'from' | 'to', LocalDate>> = { from, to };
    const rows = readModels.all<{ reference: string }>(
      `${WITH_CASES} SELECT counted.reference FROM counted
         JOIN dispute_register AS register ON register.reference = counted.reference
        WHERE counted.kind <> 'acknowledgement' AND counted.iro = :iro AND counted.counted_on BETWEEN :from AND :to
          AND ${NAMED_ON_PAPER}
        GROUP BY counted.reference ORDER BY min(counted.counted_on), counted.reference`,
      { iro, ...days },
    );
    return Promise.resolve(rows.map(({ reference }) => reference));
  }
}
