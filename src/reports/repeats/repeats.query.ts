import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { type Names, namesFrom } from '../../directory/names.js';
import type { Reading } from '../../reading/reading.js';
import { Readings } from '../../reading/readings.js';
import { countedFor, restrictedCounted } from '../counted-for.js';
import { narrowedTo, referencesBehind, visibleReferences } from '../visible-references.js';
import { type RepeatedMatter, type Repeats, repeats, type RepeatsCounted } from './repeats.js';

/** A matter as its reader is told of it. */
export interface MatterShown extends Omit<RepeatedMatter, 'child'> {
  /** Left out for readers who may not know the children. */
  readonly child?: ReturnType<Names['child']>;
}

export interface RepeatsView extends Omit<Repeats, 'counted'> {
  /** Null where nobody kept a register. */
  readonly counted: (Omit<RepeatsCounted, 'matters'> & { readonly matters: readonly MatterShown[] }) | null;
}

/** The repeats within six months: the counts, and the matters of which the asker may see a dispute. */
export class ReadRepeats extends Query<RepeatsView> {
  constructor(
    readonly asker: AskedBy,
    readonly year: FinancialYear,
    readonly asAt?: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(ReadRepeats)
export class ReadRepeatsHandler implements IQueryHandler<ReadRepeats> {
  constructor(private readonly readings: Readings) {}

  execute({ asker, year, asAt }: ReadRepeats): Promise<RepeatsView> {
    return this.readings.at(asAt, (then, now) => this.told(asker, year, countedFor(asker, then, now), now));
  }

  /** @param now the reading of today, which says what may be seen */
  private told(asker: AskedBy, year: FinancialYear, reading: Reading, now: Reading): RepeatsView {
    const { references, extent } = visibleReferences(asker, now);
    const names = namesFrom(reading.directory, londonDate(reading.now));
    const found = repeats(year, reading);
    const { counted, ...report } = narrowedTo(found, references);
    const shown = counted && {
      ...counted,
      // Of the disputes that repeat another it is enough to see where they stand; a matter names its child.
      repeated: narrowedTo(found.counted!.repeated, referencesBehind(asker, now)),
      matters: counted.matters
        .filter((matter) => matter.references.length > 0)
        .map(({ child, ...matter }) => (extent === 'figures' ? matter : { child: names.child(child), ...matter })),
    };
    return { ...report, counted: shown, notes: [...report.notes, ...restrictedCounted(asker, year, reading)] };
  }
}
