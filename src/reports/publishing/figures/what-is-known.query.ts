import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { EventStore } from '../../../platform/event-store/event-store.js';
import { fold } from '../../../platform/executor.js';
import { EVENT_STORE } from '../../../platform/store-tokens.js';
import { Readings } from '../../../reading/readings.js';
import type { Audience } from '../../disclosure/small.js';
import { disclosureDecider, disclosureStream } from '../disclosure-log/disclosure.js';
import { toldApart, toldTo } from '../disclosure-log/told-apart.js';
import type { DisclosureEntered } from '../disclosure-log/events.js';
import type { Edition } from '../edition.js';
import type { EditionNamed, Method, ReportDrafted } from '../events.js';
import { publishedReportDecider, publishedReportStream } from '../published-report.js';
import { type BesideIt, THE_BOARD } from './beside-it.js';
import type { Days } from './counted-records.js';
import type { PublishedBy } from './method.js';
import { reachOfReport } from './totals-beside.js';

/** From whom figures are hidden. They read the public papers; some of them sit on a board, and have its exempt papers besides. */
const HIDDEN_FROM = ['public', 'board', 'board-exempt'] as const satisfies readonly Audience[];

/** Who alone of the readers of one paper has another; undefined where all have. */
const aloneHaving = (other: Audience, readers: Audience): string | undefined =>
  other === 'board-exempt' && readers !== 'board-exempt' ? THE_BOARD : undefined;

/** The figures that readers have already. */
export interface WhatIsKnown {
  readonly editions: readonly (EditionNamed & { readonly method: Method; readonly figures: readonly BesideIt[] })[];
  /** The last that was published of the same kind for the same readers, whatever its days; null where there is none. */
  readonly lastOfItsKind: PublishedBy | null;
  /** `holds` is false of an entry that was withdrawn since: figures that were hidden beside it are made again beside it. */
  readonly disclosures: readonly {
    readonly named: string;
    readonly holds: boolean;
    readonly figures: readonly BesideIt[];
  }[];
}

/**
 * Every published edition that the readers of a report have, and every entry of the disclosure log, from which something about its days
 * follows: of days among them, of days among those, and so on, since a year without three of its quarters is the fourth. What was published
 * never changes.
 */
export class FindWhatIsKnown extends Query<WhatIsKnown> {
  constructor(readonly drafted: Pick<ReportDrafted, 'kind' | 'from' | 'to' | 'audience'>) {
    super();
  }
}

@QueryHandler(FindWhatIsKnown)
export class FindWhatIsKnownHandler implements IQueryHandler<FindWhatIsKnown> {
  constructor(
    private readonly readings: Readings,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ drafted }: FindWhatIsKnown): Promise<WhatIsKnown> {
    const { readModels } = this.readings.withoutRules();
    const isHidden = HIDDEN_FROM.some((audience) => audience === drafted.audience);
    const told = readModels.all<Told & { report: string | null; disclosure: string | null }>(
      `SELECT report, NULL AS disclosure, kind, "from", "to" FROM published_reports
        WHERE published_on IS NOT NULL AND audience IN (SELECT value FROM json_each(:hiddenFrom)) AND :isHidden
       UNION ALL
       SELECT NULL, disclosure, 'period', "from", "to" FROM disclosures WHERE :isHidden
       ORDER BY 1, 2`,
      { hiddenFrom: JSON.stringify(HIDDEN_FROM), isHidden: isHidden ? 1 : 0 },
    );
    const linked = linkedWith(drafted, told);
    const editions = await Promise.all(
      linked.flatMap(({ report }) => (report === null ? [] : [this.publishedEditionsOf(report, drafted.audience)])),
    );
    const disclosures = await Promise.all(
      linked.flatMap(({ disclosure }) => (disclosure === null ? [] : [this.disclosed(disclosure)])),
    );
    return { editions: editions.flat(), disclosures, lastOfItsKind: await this.lastOfItsKind(drafted) };
  }

  private async publishedEditionsOf(report: string, readers: Audience): Promise<WhatIsKnown['editions']> {
    const state = fold(publishedReportDecider, await this.store.read(publishedReportStream(report)))!;
    const told = aloneHaving(state.drafted.audience, readers);
    return state.editions.flatMap((edition) =>
      edition.published === null
        ? []
        : [
            {
              ...{ report, edition: edition.edition, method: edition.figures?.method ?? 'hidden' },
              figures: printedIn(state.drafted, edition, told),
            },
          ],
    );
  }

  private async lastOfItsKind({
    kind,
    audience,
  }: Pick<ReportDrafted, 'kind' | 'audience'>): Promise<PublishedBy | null> {
    const [last] = this.readings.withoutRules().readModels.all<{ report: string }>(
      `SELECT report FROM published_reports WHERE published_on IS NOT NULL AND kind = :kind AND audience = :audience
        ORDER BY "to" DESC, report LIMIT 1`,
      { kind, audience },
    );
    if (last === undefined) return null;
    const { editions } = fold(publishedReportDecider, await this.store.read(publishedReportStream(last.report)))!;
    const figures = editions.findLast(({ published }) => published !== null)?.figures;
    return figures == null ? null : { report: last.report, method: figures.method };
  }

  private async disclosed(named: string): Promise<WhatIsKnown['disclosures'][number]> {
    const { entered, withdrawn } = fold(disclosureDecider, await this.store.read(disclosureStream(named)))!;
    return {
      named,
      holds: withdrawn === null,
      figures: [...toldApart(entered), ...(await this.given(entered))],
    };
  }

  /** The figures of an edition that others than its readers were given. */
  private async given({ edition: named, recipient }: DisclosureEntered): Promise<BesideIt[]> {
    if (named === null) return [];
    const { drafted, editions } = fold(
      publishedReportDecider,
      await this.store.read(publishedReportStream(named.report)),
    )!;
    const edition = editions.find((each) => each.edition === named.edition)!;
    return printedIn(drafted, edition, toldTo(recipient));
  }
}

const printedIn = ({ from, to }: Days, { figures }: Edition, toldTo: string | undefined): BesideIt[] =>
  figures === null
    ? []
    : [{ layout: figures.layout, released: figures.released, from, to, ...(toldTo === undefined ? {} : { toldTo }) }];

type Told = Pick<ReportDrafted, 'kind' | 'from' | 'to'>;

/** Those that tell of some days, or of days of one of those. */
const linkedWith = <Each extends Told>(days: Told, all: readonly Each[]): Each[] => {
  const overlaps = (one: Days, other: Days): boolean => one.from <= other.to && one.to >= other.from;
  // Totals of days before stand beside a year, and beside a quarter.
  const linked = new Set(all.filter((each) => overlaps(reachOfReport(days), reachOfReport(each))));
  // Twelve months beside a quarter lie in two years: what was given out of the earlier one says what is left in the later.
  const quarters = [...linked].filter(({ kind }) => kind === 'quarter');
  for (const told of all) if (quarters.some((each) => overlaps(reachOfReport(each), told))) linked.add(told);
  for (let before = -1; before < linked.size;) {
    before = linked.size;
    for (const told of all) if ([...linked].some((each) => overlaps(each, told))) linked.add(told);
  }
  return all.filter((told) => linked.has(told));
};
