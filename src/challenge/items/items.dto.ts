import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../access/dated/field.js';
import { Named } from '../../access/named/field.js';
import { CHALLENGE_DECISIONS } from '../../disputes/events.js';
import { Choice, Code } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { MEETING_KINDS } from '../events.js';
import type { GoesBy } from '../../access/goes-by.js';

const YES_OR_NO = ['true', 'false'];

/** Narrows the list of items. */
export class ItemsQuery extends PageQuery {
  @Named('any-meeting', { optional: true })
  meeting?: string;

  @Named('any-series', { optional: true })
  series?: string;

  @Choice(MEETING_KINDS, { optional: true })
  meetingKind?: string;

  @Named('any-dispute', { optional: true })
  dispute?: string;

  @Named('any-child', { optional: true, description: 'A child’s record number.' })
  child?: string;

  @Choice(['case', 'theme'], { optional: true })
  about?: string;

  @Code({ optional: true, description: 'Theme code: its own, or that of the dispute.' })
  theme?: string;

  @Choice(['on-agenda', 'taken-off', 'decided', 'carried'], { optional: true })
  status?: string;

  @Choice(CHALLENGE_DECISIONS, { optional: true })
  decision?: string;

  @Dated('any-day', { optional: true })
  heldFrom?: string;

  @Dated('any-day', { optional: true })
  heldTo?: string;

  @Choice(YES_OR_NO, { optional: true })
  actionsOutstanding?: string;
}

/** One item of one agenda. Nothing that was written. */
@ApiSchema({ name: 'ItemListed' })
export class ItemListedDto {
  meeting: string;
  meetingKind: string;
  heldOn: string;
  itemId: string;
  about: string;
  dispute: string | null;
  theme: string | null;
  title: string | null;
  status: string;
  because: string[];
  decision: string | null;
  iroView: string | null;
  goesOnTo: string | null;
  nextLookOn: string | null;
  actions: number;
  carriedFrom: string | null;
  carriedTo: string | null;
  /** Meetings from which the item was carried on to the next one. */
  timesCarried: number;
}

@ApiSchema({ name: 'ItemsPage' })
export class ItemsPageDto {
  items: ItemListedDto[];
  /** Give it as `cursor` for the next page; null on the last. */
  next: string | null;
}

/** Of whom a case is about, and of what is still to be done in it, its own page tells: only the cases that a reader may open are asked. */
export const ITEMS_GO_BY = {
  meeting: 'meeting',
  series: 'meeting',
  meetingKind: 'meetingKind',
  dispute: 'dispute',
  child: 'dispute',
  about: 'about',
  theme: 'theme',
  status: 'status',
  decision: 'decision',
  heldFrom: 'heldOn',
  heldTo: 'heldOn',
  actionsOutstanding: 'dispute',
} satisfies GoesBy<ItemsQuery, ItemListedDto>;

/** Filters by what stands in the case itself. */
export const BY_THE_CASE = ['child', 'actionsOutstanding'] satisfies (keyof ItemsQuery)[];
