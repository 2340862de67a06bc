import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { lastNotices } from '../../../projections/notices/notices.queries.js';
import type { NoticeRow } from '../../../projections/notices/notices.js';
import { postThatMay } from '../../access/access.js';
import { type AskedBy, type Asker, seesAll } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import type { Config } from '../../platform/config/config.js';
import { workedOut } from '../../platform/row-troubles.js';
import { CONFIG } from '../../platform/tokens.js';
import { WordsNow } from '../../protocol/words-now.js';
import { Readings } from '../../reading/readings.js';
import { RowsApart } from '../../work-over-rows.js';
import type { NoticeLine } from '../events.js';
import { digestLetterOf, letterOf } from '../templates.js';
import { type WordsOf, wordsOfNotices } from '../words-of-notice.js';
import { hiddenSince } from './hidden-since.js';
import type { NoticeDto, NoticesDto } from './notices.dto.js';

/**
 * The last 200 notices: the asker's own, or everybody's for those whom the access table lets read all. These see to it that notices go, so
 * of others' they are shown no name, no reference and not a word. Of the asker's own none is shown about a record that has been hidden
 * from them since.
 */
export class ListNotices extends Query<NoticesDto> {
  /** @param whose `own`: nobody else’s, also for those who may read all */
  constructor(
    readonly asker: AskedBy,
    readonly whose: 'own' | 'all-that-they-may' = 'all-that-they-may',
  ) {
    super();
  }
}

@QueryHandler(ListNotices)
export class ListNoticesHandler implements IQueryHandler<ListNotices> {
  constructor(
    private readonly readings: Readings,
    private readonly troubles: RowsApart,
    private readonly says: WordsNow,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute({ asker, whose }: ListNotices): Promise<NoticesDto> {
    const { readModels, directory, now } = this.readings.withoutRules();
    const reader = readerOfTheirOwn(asker, whose);
    const rows =
      reader === null
        ? lastNotices(readModels, null)
        : lastNotices(readModels, reader.person, hiddenSince(reader, londonDate(now), readModels));
    const own = seesAll(asker) ? null : asker.person;
    const wordsOf = wordsOfNotices(await this.says.now(), readModels);
    return { items: rows.map((row) => this.shown(row, own, directory, wordsOf)) };
  }

  /** @param own the one person whose notices are shown with a name and their words; null: everybody's are */
  private shown(row: NoticeRow, own: string | null, directory: Directory, wordsOf: WordsOf): NoticeDto {
    const { notice, about, standing, how, digest, failure } = row;
    const isTheirs = own === null || own === row.to_person;
    const letter = workedOut(
      this.troubles,
      'notices shown',
      notice,
      () =>
        row.kind === 'digest'
          ? this.digestOf(row, wordsOf)
          : letterOf({ ...lineOf(row), notice }, this.config.site, wordsOf(lineOf(row))),
      NOT_SHOWN,
    );
    return {
      notice,
      kind: row.kind,
      to: { id: row.to_person, name: isTheirs ? (directory.person(row.to_person)?.name ?? null) : null },
      about: isTheirs ? about : null,
      theirsToDo: row.theirs_to_do,
      how,
      ...(isTheirs || letter === NOT_SHOWN ? letter : NOT_YOURS),
      writtenAt: row.written_at,
      standing,
      settledAt: row.settled_at,
      provider: row.by_provider,
      failure,
      notNeeded: row.not_needed,
      digest,
    };
  }

  private digestOf({ notice, to_person, written_at, lines }: NoticeRow, wordsOf: WordsOf) {
    return digestLetterOf(
      { notice, to: to_person, on: written_at.slice(0, 10), notices: lines },
      this.config.site,
      wordsOf,
    );
  }
}

/** The person who reads their own notices alone; null where everybody's are read. */
const readerOfTheirOwn = (asker: AskedBy, whose: ListNotices['whose']): Asker | null => {
  if (seesAll(asker)) return null;
  return whose === 'all-that-they-may' && postThatMay(asker, 'notice.read-all') !== undefined ? null : asker;
};

/** In the place of what it says to the person whom it tells. */
const NOT_YOURS = { subject: 'A notice to somebody else', text: 'What it says is for the person whom it tells.' };

/** Its own words could not be put together; the others are shown as they are. */
const NOT_SHOWN = { subject: 'This notice could not be worked out', text: 'Those who run the program are told.' };

const lineOf = (row: NoticeRow): NoticeLine => ({
  kind: row.kind as NoticeLine['kind'],
  about: row.about ?? '',
  called: row.called ?? '',
  dueOn: row.due_on,
  dueAt: row.due_at,
  actionId: row.action_id,
  ...(row.how_many === null ? {} : { howMany: row.how_many }),
});
