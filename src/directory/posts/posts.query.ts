import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { Readings } from '../../reading/readings.js';
import type { HeldPost } from '../directory.js';

/** The posts and who holds them on a day, today unless told. Whoever may read the directory sees all of them. */
export class ListPosts extends Query<{ items: HeldPost[] }> {
  constructor(readonly on?: LocalDate) {
    super();
  }
}

@QueryHandler(ListPosts)
export class ListPostsHandler implements IQueryHandler<ListPosts> {
  constructor(private readonly readings: Readings) {}

  async execute({ on }: ListPosts): Promise<{ items: HeldPost[] }> {
    const { readModels, now } = this.readings.withoutRules();
    const items = readModels.all<HeldPost>(
      `SELECT posts.post AS postId, posts.kind, posts.title, posts.team, posts.service, held.person
         FROM posts LEFT JOIN post_holders AS held ON held.post = posts.post
          AND (held."from" IS NULL OR held."from" <= :on) AND (held."to" IS NULL OR held."to" >= :on)
        ORDER BY posts.kind, posts.post`,
      { on: on ?? londonDate(now) },
    );
    return { items };
  }
}
