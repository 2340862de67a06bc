import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { notYours } from '../../../access/access.js';
import { type AskedBy, somebodyAsking } from '../../../access/asker.js';
import { notFound } from '../../../platform/http/problem.js';
import { Readings } from '../../../reading/readings.js';
import { itemsInOrder, type Meeting, type MeetingItem } from '../meeting.js';
import { MeetingRelations } from '../meeting-relations.js';
import { Recipients } from '../pack/recipients.js';
import { meetingView } from '../read/meeting-view.js';
import type { AgendaItemDto } from '../read/read.dto.js';

/** What a screen shows that everybody in the room sees. */
export interface Room {
  readonly meeting: string;
  readonly name: string;
  readonly isBegun: boolean;
  /** Place of the item that is shown, from 1; 0 where none is left to decide. */
  readonly at: number;
  /** Numbers of the items in the order in which they are taken up. */
  readonly order: readonly string[];
  /** Null where none is left, or where not everybody in the room may read it. */
  readonly item: AgendaItemDto | null;
}

/**
 * One item of a meeting for everybody who is in the room.
 * @throws Problem `not-found`, `not-yours`
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

/** The item that a meeting is at: the first that is not dealt with. */
export const currentItem = (meeting: Meeting): MeetingItem | undefined =>
  itemsInOrder(meeting).find(({ status }) => status === 'on-agenda');

@QueryHandler(ReadRoom)
export class ReadRoomHandler implements IQueryHandler<ReadRoom> {
  constructor(
    private readonly relations: MeetingRelations,
    private readonly recipients: Recipients,
    private readonly readings: Readings,
  ) {}

  async execute({ meeting: id, asker, chosen }: ReadRoom): Promise<Room> {
    const { meeting, revision } = await this.relations.find(id, asker);
    const extent = this.relations.extentFor(asker, meeting);
    if (extent !== 'full' && extent !== 'seated') throw notYours('challenge.read');
    const order = itemsInOrder(meeting);
    const item = chosen === undefined ? currentItem(meeting) : order.find(({ itemId }) => itemId === chosen);
    if (chosen !== undefined && item === undefined) throw notFound();
    const reading = this.readings.withoutRules();
    const sight = { extent, reader: somebodyAsking(asker), extentOf: this.relations.itemsFor(asker, meeting, extent) };
    const isForAll =
      item !== undefined && this.recipients.of(meeting, reading).every((recipient) => recipient.mayRead(item));
    const { items } = meetingView(meeting, revision, [], sight, reading);
    return {
      ...{ meeting: id, name: meeting.name, isBegun: meeting.status === 'in-session' },
      at: order.findIndex((each) => each === item) + 1,
      order: order.map(({ itemId }) => itemId),
      item: isForAll ? (items.find(({ itemId }) => itemId === item.itemId) ?? null) : null,
    };
  }
}
