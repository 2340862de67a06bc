import { Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { rowFor } from '../access/access-table.js';
import type { Asker } from '../access/asker.js';
import { Asking } from '../access/asking.js';
import { Permits } from '../access/permission.js';
import { OpensNothing } from '../access/view-log/opens.js';
import { queryOfAddress } from '../platform/http/validation.js';
import { Page, PageRoute } from '../web/frame/page.js';
import { askedIn, forTheQuery } from '../web/lists/listing.js';
import { type MeetingsPageDto, MeetingsQuery } from './meeting/list/list.dto.js';
import { ListMeetings } from './meeting/list/list.query.js';
import { MEETINGS_LIST, type MeetingsAsRead, presentMeetings } from './present-meetings.js';
import type { AllSeriesDto } from './series/list/list.dto.js';
import { ListSeries } from './series/list/list.query.js';

/** Those not over that the reader may open, as far as one page goes: a series is there for everybody, its meetings are not. */
const ARRANGED = { status: 'arranged', limit: '200' };
const BEGUN = { status: 'in-session', limit: '200' };

/** The series of meetings, and the meetings that the reader may see. */
@PageRoute('challenge')
export class MeetingsPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Permits('challenge.read', 'challenge.read-own', 'challenge.read-outline')
  @OpensNothing('Days and posts of meetings.')
  @Page('challenge/meetings', presentMeetings)
  async list(@Query() query: unknown, @Asking() asker: Asker): Promise<MeetingsAsRead> {
    const asked = askedIn(query, MEETINGS_LIST);
    const { sort: _, ...filters } = forTheQuery(asked);
    const narrowed = await queryOfAddress(filters, MeetingsQuery);
    const [series, meetings, arranged, begun] = await Promise.all([
      this.queries.execute<ListSeries, AllSeriesDto>(new ListSeries()),
      this.queries.execute<ListMeetings, MeetingsPageDto>(new ListMeetings(narrowed, asker)),
      this.queries.execute<ListMeetings, MeetingsPageDto>(new ListMeetings(ARRANGED, asker)),
      this.queries.execute<ListMeetings, MeetingsPageDto>(new ListMeetings(BEGUN, asker)),
    ]);
    return {
      series: series.items,
      meetings: meetings.items,
      next: meetings.next,
      asked,
      notOver: [...begun.items, ...arranged.items.toReversed()],
      mayArrange: asker.posts.some(({ kind }) => rowFor('challenge.arrange', kind) !== undefined),
    };
  }
}
