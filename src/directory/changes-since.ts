import { Inject, Injectable } from '@nestjs/common';
import { londonDate } from '../calendar/dates.js';
import type { Clock } from '../platform/clock/clock.js';
import type { EventStore, RecordedEvent } from '../platform/event-store/event-store.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import { EVENT_STORE } from '../platform/store-tokens.js';
import type { AroundForm } from '../web/forms/carrying.js';
import type { Directory } from './directory.js';
import { type Names, namesFrom } from './names.js';

/** One event of a record in a sentence. @param who did it, by name */
export type SaidOf = (event: RecordedEvent, who: string, names: Names) => string;

/**
 * The revision that a form of a record is read at, and what others did since: a window that is left open overwrites nothing, and its page is
 * drawn again with what was typed and with what happened. Forms of every record ask here, but those of disputes, whose history has
 * sentences of its own.
 */
@Injectable()
export class ChangesSince {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(stream: string, said: SaidOf = changed): Promise<Pick<AroundForm, 'revision' | 'since'>> {
    const events = await this.store.read(stream);
    const last = events.at(-1);
    if (last === undefined) return {};
    const names = namesFrom(this.directory, londonDate(this.clock.now()));
    const inWords = (event: RecordedEvent): object => ({
      sentence: said(event, this.whoDid(event), names),
      occurredAt: event.metadata.occurredAt,
    });
    return {
      revision: last.revision,
      since: (read) => events.filter(({ revision }) => revision > read).map(inWords),
    };
  }

  private whoDid({ metadata: { actor } }: RecordedEvent): string {
    if (actor.role === null) return 'The program';
    return this.directory.person(actor.person)?.name ?? 'Somebody';
  }
}

/** A record whose events are not told one by one. */
const changed: SaidOf = (_event, who) => `${who} changed this.`;
