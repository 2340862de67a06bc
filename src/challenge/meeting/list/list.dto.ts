import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../../access/named/field.js';
import { Choice } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/page.dto.js';
import { MEETING_KINDS } from '../../events.js';
import type { GoesBy } from '../../../access/goes-by.js';

export class MeetingsQuery extends PageQuery {
  @Named('any-series', { optional: true })
  series?: string;

  @Choice(MEETING_KINDS, { optional: true })
  kind?: string;

  @Choice(['arranged', 'in-session', 'closed', 'cancelled'], { optional: true })
  status?: string;
}

@ApiSchema({ name: 'MeetingListed' })
export class MeetingListedDto {
  meeting: string;
  series: string | null;
  kind: string;
  name: string;
  status: string;
  heldOn: string;
  startsAt: string;
  place: string | null;
  posts: string[];
  /** Person ids of those who sit in it besides. */
  people: string[];
  revision: number;
}

@ApiSchema({ name: 'MeetingsPage' })
export class MeetingsPageDto {
  items: MeetingListedDto[];
  /** Give it as `cursor` for the next page; null on the last. */
  next: string | null;
}

export const MEETINGS_GO_BY = {
  series: 'series',
  kind: 'kind',
  status: 'status',
} satisfies GoesBy<MeetingsQuery, MeetingListedDto>;
