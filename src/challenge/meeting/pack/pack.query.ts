import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { notYours } from '../../../access/access.js';
import { type AskedBy, somebodyAsking } from '../../../access/asker.js';
import { londonDate } from '../../../calendar/dates.js';
import { Readings } from '../../../reading/readings.js';
import { caseShown } from '../../agenda/case-line.js';
import { MeetingRelations } from '../meeting-relations.js';
import type { MeetingItem } from '../meeting.js';
import { type Pack, packOf, type Written } from './pack.js';
import { CasesInWords } from './case-in-words.js';
import { readersOf, Recipients, type SomebodyThere } from './recipients.js';

/**
 * The papers of a meeting, for those who answer for the IRO service and those who sit in it: with the cases that the person who prints them may
 * read, sorted by who may hold them on paper.
 * @throws Problem `not-found`, `not-yours`
 */
export class ReadMeetingPack extends Query<Pack> {
  constructor(
    readonly meeting: string,
    readonly asker: AskedBy,
  ) {
    super();
  }
}

@QueryHandler(ReadMeetingPack)
export class ReadMeetingPackHandler implements IQueryHandler<ReadMeetingPack> {
  constructor(
    private readonly relations: MeetingRelations,
    private readonly recipients: Recipients,
    private readonly cases: CasesInWords,
    private readonly readings: Readings,
  ) {}

  async execute({ meeting: id, asker }: ReadMeetingPack): Promise<Pack> {
    const { meeting } = await this.relations.find(id, asker);
    const extent = this.relations.extentFor(asker, meeting);
    if (extent !== 'full' && extent !== 'seated') throw notYours('challenge.read');
    const extentOf = this.relations.itemsFor(asker, meeting, extent);
    const reading = this.readings.withoutRules();
    const caseOf = (dispute: string) => caseShown(dispute, somebodyAsking(asker), reading);
    const items = meeting.items.filter((item) => extentOf(item) === 'all');
    const recipients = this.recipients.of(meeting, reading);
    const written = await this.writtenIn(items, recipients, asker);
    return packOf({ ...meeting, items }, { caseOf, written }, londonDate(reading.now), reading.says, recipients);
  }

  /** What was written in each case, by the number of its item, where everybody who gets the item may read all of it. */
  private async writtenIn(
    items: readonly MeetingItem[],
    recipients: readonly SomebodyThere[],
    asker: AskedBy,
  ): Promise<Written> {
    const each = items.map(async (item): Promise<[string, Written[string]]> => {
      const { about, itemId, status } = item;
      if (about.kind === 'theme' || status === 'taken-off') return [itemId, null];
      return [itemId, await this.cases.of(about.dispute, asker, readersOf(item, recipients))];
    });
    return Object.fromEntries(await Promise.all(each));
  }
}
