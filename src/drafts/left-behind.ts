import { Inject, Injectable } from '@nestjs/common';
import { heldOn } from '../../projections/post-holders/post-holders.js';
import { addDays, londonDate } from '../calendar/dates.js';
import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import type { Clock } from '../platform/clock/clock.js';
import type { ReadModels } from '../platform/projections/projection.js';
import { READ_MODELS } from '../platform/store-tokens.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import { Office } from '../work/office.js';
import { DAYS_KEPT, type Draft } from './draft.js';
import { childrenTyped, DraftAccess, type DraftToAsk } from './draft-access.js';

/**
 * A draft that somebody passed on is work that waits. If the person whom it was passed on to has left, it is with whoever has the child that it
 * is about by now, else with whoever passed it on, else with those who manage the IROs: each only if they could send it.
 */
@Injectable()
export class DraftsLeftBehind {
  constructor(
    private readonly access: DraftAccess,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Person ids of those who have left every post since a draft that is still kept can have been passed on to them. */
  whoHaveLeft(): string[] {
    const today = this.today();
    return this.readModels
      .all<{ person: string }>(
        `SELECT DISTINCT held.person FROM post_holders AS held WHERE held."to" < :on AND held."to" >= :since
           AND NOT EXISTS (SELECT 1 FROM post_holders AS now WHERE now.person = held.person AND ${heldOn('now')})`,
        { on: today, since: addDays(today, -DAYS_KEPT) },
      )
      .map(({ person }) => person);
  }

  /** Whether it is theirs by now: of all to whom it could fall, they are among the first who could send it. */
  async isTheirs(draft: Pick<Draft, 'passedOnBy'> & DraftToAsk, person: string): Promise<boolean> {
    const { passedOnBy } = draft;
    if (passedOnBy === null) return false;
    // The one who left knows of no child any more; the one who passed it on knew whom it is about.
    const asPassedOn = { form: { ...draft.form, actingFor: null }, writer: passedOnBy, typed: draft.typed };
    for (const people of this.inTurn(draft, passedOnBy)) {
      const able: string[] = [];
      for (const each of people) if (await this.access.mayTakeOver(asPassedOn, each)) able.push(each);
      if (able.length > 0) return able.includes(person);
    }
    return false;
  }

  /** The person who stands in today for somebody; undefined where nobody does. */
  whoStandsInFor(person: string): string | undefined {
    return this.directory.coverFor(person, this.today());
  }

  private inTurn({ typed }: DraftToAsk, passedOnBy: string): (readonly string[])[] {
    const today = this.today();
    const iros = childrenTyped(typed).flatMap((child) => this.directory.child(child, today)?.iro ?? []);
    const managers = new Office(this.directory, today).lastResort(null).asked.map(({ person }) => person);
    return [[...new Set(iros)], [passedOnBy], managers];
  }

  private today(): LocalDate {
    return londonDate(this.clock.now());
  }
}
