import { Inject, Injectable } from '@nestjs/common';
import { notYours, postThatMay } from '../../access/access.js';
import { rowFor } from '../../access/access-table.js';
import { actorFrom, type Asker } from '../../access/asker.js';
import type { SentWith } from '../../access/sent.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { dayInWords } from '../../calendar/in-words.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import { freeReference } from '../../platform/free-reference.js';
import { envelopeOf } from '../../platform/http/envelope.js';
import { type AdviceDto, WrittenDto } from '../../platform/http/written.dto.js';
import { EVENT_STORE } from '../../platform/store-tokens.js';
import { CLOCK } from '../../platform/tokens.js';
import type { SeriesTerms } from '../events.js';
import { MEETING_READS } from '../meeting/meeting-relations.js';
import { permissionFor, type SeriesAct } from './acts/all-acts.js';
import { SERIES_PREFIX, seriesStream } from './series.js';
import { SeriesKeeper } from './series-keeper.js';

/** The entrance of people's acts on series: this class settles whether a person may act, the decider whether the act is allowed. */
@Injectable()
export class AuthorisedSeries {
  constructor(
    private readonly keeper: SeriesKeeper,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-yours`; and the refusals of the act */
  async start(terms: SeriesTerms, from: LocalDate, sent: SentWith): Promise<WrittenDto> {
    const series = await freeReference(SERIES_PREFIX, sent.commandId, seriesStream, this.store);
    return this.send(series, { type: 'start', series, terms, from }, sent);
  }

  /** @throws Problem `not-found`, `not-yours`; and the refusals of the act */
  async act(series: string, act: SeriesAct, sent: SentWith): Promise<WrittenDto> {
    await this.keeper.find(series);
    return this.send(series, act, sent);
  }

  /** Whether there is such a series, for a person who sees meetings at all: it is the same for all of them, and names no case and no child. */
  async mayKnow(series: string, { posts }: Asker): Promise<boolean> {
    const sees = MEETING_READS.some((read) => posts.some(({ kind }) => rowFor(read, kind) !== undefined));
    return sees && (await this.store.read(seriesStream(series))).length > 0;
  }

  private async send(series: string, act: SeriesAct, sent: SentWith): Promise<WrittenDto> {
    const permission = permissionFor(act.type);
    const post = postThatMay(sent.asker, permission);
    if (post === undefined) throw notYours(permission);
    const envelope = envelopeOf(sent, actorFrom(sent.asker, post), this.clock.now());
    const execution = await this.keeper.act(series, act, envelope);
    return new WrittenDto(series, execution, act.type === 'end' ? this.stillToBeHeld(series, act.lastOn) : []);
  }

  /** Ending a series calls no meeting off: a person who ends it decides about each that is arranged for a later day. */
  private stillToBeHeld(series: string, lastOn: LocalDate): AdviceDto[] {
    return this.keeper.arrangedAfterTheEnd(series, lastOn).map(({ meeting, heldOn }) => ({
      code: 'meeting-after-the-last-day',
      message: `The meeting ${meeting} is arranged for ${dayInWords(heldOn)}, after the last day, and stays so. Call it off, or move it, where it is not to be held then.`,
    }));
  }
}
