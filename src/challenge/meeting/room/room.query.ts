import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type AskedBy, somebodyAsking } from '../../../access/asker.js';
import { notFound } from '../../../platform/http/problem.js';
import { Readings } from '../../../reading/readings.js';
import { itemsInOrder, type Meeting, type MeetingItem } from '../meeting.js';
import { type ItemExtent, MeetingRelations } from '../meeting-relations.js';
import { CasesInWords, linesOf } from '../pack/case-in-words.js';
import { readersOf, Recipients, type SomebodyThere } from '../pack/recipients.js';
import { type MeetingSight, meetingView } from '../read/meeting-view.js';
import type { AgendaItemDto } from '../read/read.dto.js';

/** The model of a screen that everybody in the room sees. */
export interface Room {
  readonly meeting: string;
  readonly name: string;
  readonly isBegun: boolean;
  /** Closed, or called off: nothing more is taken up in it. */
  readonly isOver: 'closed' | 'cancelled' | null;
  /** Nothing is on its agenda, or all that was is taken off. */
  readonly isAgendaEmpty: boolean;
  /** No item was chosen, and none is left to decide; so it is, too, where there was none. */
  readonly isAllDealtWith: boolean;
  /** Place in {@link order} of the item that is shown, from 1; 0 where none is left, or where its reader may not know that it is there. */
  readonly at: number;
  /** Numbers of the items that its reader is shown, in the order in which they are taken up. */
  readonly order: readonly string[];
  /** Null where none is left, or where not everybody in the room may read it. */
  readonly item: AgendaItemDto | null;
  /** What was raised, asked for and answered in its case, in lines; none where not everybody in the room may read it. */
  readonly written: readonly (readonly [name: string, text: string])[];
  /** Number of the item that the meeting is at, as {@link MeetingNow} has it. */
  readonly current: string | null;
}

/** The present state of a meeting, for pages that stay open while it is held. */
export interface MeetingNow {
  readonly isBegun: boolean;
  /** Number of the item that it is at; null where every item was dealt with, or where the reader may not know that this one is there. */
  readonly item: string | null;
}

/**
 * One item of a meeting for everybody who is in the room.
 * @throws Problem `not-found`, also for somebody to whom the agenda is not shown as a whole
 */
export class ReadRoom extends Query<Room> {
  /** @param chosen number of the item; the one that the meeting is at where none is chosen */
  constructor(
    readonly meeting: string,
    readonly asker: AskedBy,
    readonly chosen?: string,
  ) {
    super();
  }
}

/**
 * The item that a meeting has come to.
 * @throws Problem `not-found`, also for somebody to whom the agenda is not shown as a whole
 */
export class ReadMeetingNow extends Query<MeetingNow> {
  constructor(
    readonly meeting: string,
    readonly asker: AskedBy,
  ) {
    super();
  }
}

/** The item that a meeting is at: the first that is not dealt with. */
const currentItem = (meeting: Meeting): MeetingItem | undefined =>
  itemsInOrder(meeting).find(({ status }) => status === 'on-agenda');

const isBegun = ({ status }: Meeting): boolean => status === 'in-session';

@QueryHandler(ReadRoom)
export class ReadRoomHandler implements IQueryHandler<ReadRoom> {
  constructor(
    private readonly relations: MeetingRelations,
    private readonly recipients: Recipients,
    private readonly cases: CasesInWords,
    private readonly readings: Readings,
  ) {}

  async execute({ meeting: id, asker, chosen }: ReadRoom): Promise<Room> {
    const { meeting, revision } = await this.relations.find(id, asker);
    const sight = sightOfAgenda(meeting, asker, this.relations);
    const order = itemsInOrder(meeting).filter((each) => sight.extentOf(each) !== 'nothing');
    const item = chosen === undefined ? currentItem(meeting) : order.find(({ itemId }) => itemId === chosen);
    if (chosen !== undefined && item === undefined) throw notFound();
    const reading = this.readings.withoutRules();
    const there = this.recipients.of(meeting, reading);
    const extentForAll = item === undefined ? 'nothing' : leastOf(item, there);
    const sightOfAll = { ...sight, extentOf: (each: MeetingItem) => lesser(sight.extentOf(each), extentForAll) };
    const { items } = meetingView(meeting, revision, [], sightOfAll, reading);
    return {
      ...{ meeting: id, name: meeting.name, isBegun: isBegun(meeting), isAllDealtWith: item === undefined },
      isOver: meeting.status === 'closed' || meeting.status === 'cancelled' ? meeting.status : null,
      isAgendaEmpty: itemsInOrder(meeting).length === 0,
      at: order.findIndex((each) => each === item) + 1,
      order: order.map(({ itemId }) => itemId),
      item: items.find(({ itemId }) => itemId === item?.itemId) ?? null,
      written: item === undefined || extentForAll !== 'all' ? [] : await this.writtenIn(item, there, asker),
      current: numberShown(currentItem(meeting), sight),
    };
  }

  private async writtenIn(
    item: MeetingItem,
    there: readonly SomebodyThere[],
    asker: AskedBy,
  ): Promise<Room['written']> {
    if (item.about.kind === 'theme') return [];
    const written = await this.cases.of(item.about.dispute, asker, readersOf(item, there));
    return written === null ? [] : linesOf(written);
  }
}

@QueryHandler(ReadMeetingNow)
export class ReadMeetingNowHandler implements IQueryHandler<ReadMeetingNow> {
  constructor(private readonly relations: MeetingRelations) {}

  async execute({ meeting: id, asker }: ReadMeetingNow): Promise<MeetingNow> {
    const { meeting } = await this.relations.find(id, asker);
    const sight = sightOfAgenda(meeting, asker, this.relations);
    return { isBegun: isBegun(meeting), item: numberShown(currentItem(meeting), sight) };
  }
}

/** @throws Problem `not-found` for somebody to whom the agenda is not shown as a whole */
const sightOfAgenda = (meeting: Meeting, asker: AskedBy, relations: MeetingRelations): MeetingSight => {
  const extent = relations.extentFor(asker, meeting);
  if (extent !== 'full' && extent !== 'seated') throw notFound();
  return { extent, reader: somebodyAsking(asker), extentOf: relations.itemsFor(asker, meeting, extent) };
};

/** How much of an item everybody in the room may read. */
const leastOf = (item: MeetingItem, there: readonly SomebodyThere[]): ItemExtent => {
  if (there.every((each) => each.mayRead(item))) return 'all';
  return there.every((each) => each.mayRead(item) || each.readsDecisionOf(item)) ? 'minutes' : 'nothing';
};

const LEAST_FIRST: readonly ItemExtent[] = ['nothing', 'minutes', 'all'];
const lesser = (one: ItemExtent, other: ItemExtent): ItemExtent =>
  LEAST_FIRST.indexOf(one) < LEAST_FIRST.indexOf(other) ? one : other;

const numberShown = (item: MeetingItem | undefined, { extentOf }: MeetingSight): string | null =>
  item === undefined || extentOf(item) === 'nothing' ? null : item.itemId;
