import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { EVERYTHING } from '../../access/view-log/events.js';
import { type Entry, ViewLog } from '../../access/view-log/view-log.js';
import { londonDate } from '../../calendar/dates.js';
import { type Names, namesFrom } from '../../directory/names.js';
import { readCursor, writeCursor } from '../../platform/http/paging.js';
import { readReference } from '../../platform/ids.js';
import { Readings } from '../../reading/readings.js';
import { viewShown } from '../views/view-shown.js';
import type { OpeningDto, OpeningsDto } from './who-opened.dto.js';

/** The part of the log of who opened what that is asked for. */
export interface OpeningsAsked {
  /** A reference in any spelling, or the record number of a child. */
  readonly record?: string;
  /** Id of a person. */
  readonly person?: string;
  readonly cursor?: string;
}

/** Who opened what, for information governance: by record, by person, or all of it, the last first. No child is named, and no word. */
export class ReadWhoOpened extends Query<OpeningsDto> {
  constructor(readonly asked: OpeningsAsked) {
    super();
  }
}

/** Entries on a page. */
const PAGE = 50;
/** References of one entry that are said: a list holds hundreds. */
const MOST_REFERENCES = 10;

@QueryHandler(ReadWhoOpened)
export class ReadWhoOpenedHandler implements IQueryHandler<ReadWhoOpened> {
  constructor(
    private readonly views: ViewLog,
    private readonly readings: Readings,
  ) {}

  /** @throws Problem `not-valid` for a cursor that no page gave, `not-ready` while the log is still being read */
  async execute({ asked: { record = '', person, cursor } }: ReadWhoOpened): Promise<OpeningsDto> {
    const { directory, now } = this.readings.withoutRules();
    const names = namesFrom(directory, londonDate(now));
    const written = record.trim();
    const entries = await this.views.entries({
      ...(written === '' ? {} : { matter: readReference(written) ?? written }),
      ...(person === undefined ? {} : { person }),
      ...(cursor === undefined ? {} : { before: String(readCursor(cursor).value) }),
      most: PAGE + 1,
    });
    const page = entries.slice(0, PAGE);
    const last = page.at(-1);
    const next = entries.length > PAGE && last ? writeCursor({ value: last.position, key: last.entry }) : null;
    return { items: page.map((entry) => openingOf(entry, names)), next };
  }
}

const openingOf = (entry: Entry, names: Names): OpeningDto => {
  const references = entry.matters.filter((matter) => readReference(matter) === matter);
  const isEverything = entry.matters.includes(EVERYTHING);
  return {
    ...viewShown(entry, names),
    references: references.slice(0, MOST_REFERENCES),
    moreReferences: Math.max(0, references.length - MOST_REFERENCES),
    children: isEverything ? 0 : entry.matters.length - references.length,
    isEverything,
  };
};
