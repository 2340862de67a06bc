import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type DisclosureRow, namedIn } from '../../../../projections/disclosures/disclosures.js';
import { londonDate } from '../../../calendar/dates.js';
import { namesFrom } from '../../../directory/names.js';
import type { EventStore } from '../../../platform/event-store/event-store.js';
import { fold } from '../../../platform/executor.js';
import { notFound } from '../../../platform/http/problem.js';
import type { ReadModels } from '../../../platform/projections/projection.js';
import { EVENT_STORE } from '../../../platform/store-tokens.js';
import { ACKNOWLEDGEMENT_THEMES, DISPUTE_THEMES } from '../../../protocol/themes.js';
import { themeShown } from '../../../protocol/theme-shown.js';
import { Readings } from '../../../reading/readings.js';
import { disclosureDecider, disclosureStream } from './disclosure.js';
import type { DisclosureDto, DisclosureListedDto, DisclosuresListedDto, PlaceToldDto } from './disclosures.dto.js';
import type { DisclosureEntered } from './events.js';

/** The last 200 entries of the disclosure log, the newest first. No child is in one. */
export class ListDisclosures extends Query<DisclosuresListedDto> {}

const MOST = 200;

@QueryHandler(ListDisclosures)
export class ListDisclosuresHandler implements IQueryHandler<ListDisclosures> {
  constructor(private readonly readings: Readings) {}

  async execute(): Promise<DisclosuresListedDto> {
    const rows = this.readings
      .withoutRules()
      .readModels.all<DisclosureRow>('SELECT * FROM disclosures ORDER BY told_on DESC, disclosure LIMIT :most', {
        most: MOST,
      });
    return {
      items: rows.map((row) => ({
        ...{ disclosure: row.disclosure, kind: row.kind, on: row.told_on, recipient: row.recipient },
        ...{
          requestNumber: row.request_number,
          from: row.from,
          to: row.to,
          edition: namedIn(row),
          records: row.records,
        },
        isWithdrawn: row.withdrawn !== null,
      })),
    };
  }
}

/** One entry with every number of it. @throws Problem `not-found` */
export class ReadDisclosure extends Query<DisclosureDto> {
  constructor(readonly disclosure: string) {
    super();
  }
}

@QueryHandler(ReadDisclosure)
export class ReadDisclosureHandler implements IQueryHandler<ReadDisclosure> {
  constructor(
    private readonly readings: Readings,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ disclosure }: ReadDisclosure): Promise<DisclosureDto> {
    const events = await this.store.read(disclosureStream(disclosure));
    const state = fold(disclosureDecider, events);
    if (state === null) throw notFound();
    const { directory, now, readModels } = this.readings.withoutRules();
    const today = londonDate(now);
    const labels = themesKept(readModels);
    const place = (code: string | null, label: (code: string) => string): PlaceToldDto | null =>
      code === null ? null : { code, label: label(code) };
    return {
      ...listed(state.entered, state.withdrawn !== null),
      figures: state.entered.figures.map(({ team, theme, quarter, number }) => ({
        team: place(team, (code) => directory.team(code, today)?.name ?? code),
        theme: place(theme, (code) => themeShown(code, labels).label),
        ...{ quarter, number },
      })),
      enteredBy: namesFrom(directory, today).person(state.by),
      withdrawn: state.withdrawn,
      revision: events.at(-1)!.revision,
    };
  }
}

const listed = (entered: DisclosureEntered, isWithdrawn: boolean): DisclosureListedDto => {
  const { disclosure, kind, on, recipient, requestNumber, from, to, edition, records } = entered;
  return { disclosure, kind, on, recipient, requestNumber, from, to, edition, records, isWithdrawn };
};

/** Every theme that a number can be about, in the council's words. */
export class FindThemesTold extends Query<readonly PlaceToldDto[]> {}

@QueryHandler(FindThemesTold)
export class FindThemesToldHandler implements IQueryHandler<FindThemesTold> {
  constructor(private readonly readings: Readings) {}

  async execute(): Promise<readonly PlaceToldDto[]> {
    const kept = themesKept(this.readings.withoutRules().readModels);
    const codes = [...DISPUTE_THEMES, ...ACKNOWLEDGEMENT_THEMES, ...kept].map(({ code }) => code);
    return [...new Set(codes)].map((code) => ({ code, label: themeShown(code, kept).label }));
  }
}

const themesKept = (readModels: ReadModels): PlaceToldDto[] =>
  readModels.all<PlaceToldDto>('SELECT code, label FROM themes_in_use ORDER BY code');
