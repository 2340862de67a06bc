import { heldOn } from '../../../projections/post-holders/post-holders.js';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { Readings } from '../../reading/readings.js';
import type { Agreed } from '../../roles/events.js';
import type { HeldPost } from '../directory.js';

/** A post with who agreed that its holder takes it; null for a vacancy. */
export interface ListedPost extends HeldPost {
  readonly agreed: Agreed['how'] | null;
  readonly agreedBy: string | null;
}

/** The posts and their holders on a day, today unless told. A person who may read the directory sees all of them. */
export class ListPosts extends Query<{ items: ListedPost[] }> {
  constructor(readonly on?: LocalDate) {
    super();
  }
}

@QueryHandler(ListPosts)
export class ListPostsHandler implements IQueryHandler<ListPosts> {
  constructor(private readonly readings: Readings) {}

  async execute({ on }: ListPosts): Promise<{ items: ListedPost[] }> {
    const { readModels, now } = this.readings.withoutRules();
    const items = readModels.all<ListedPost>(
      `SELECT posts.post AS postId, posts.kind, posts.title, posts.team, posts.service, held.person,
              held.agreed_how AS agreed, held.agreed_by AS agreedBy
         FROM posts LEFT JOIN post_holders AS held ON held.post = posts.post
          AND ${heldOn('held')}
        ORDER BY posts.kind, posts.post`,
      { on: on ?? londonDate(now) },
    );
    return { items };
  }
}
