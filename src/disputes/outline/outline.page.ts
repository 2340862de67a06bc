import { Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import type { Clock } from '../../platform/clock/clock.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { SEATS_OF_THE_IRO } from '../../reports/escalations/escalation-board.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { ReadOutline } from './outline.query.js';
import { type OutlineOfPage, presentOutline } from './present-outline.js';

/** The page of the standing of a dispute, for leaders who may not read what was written. */
@PageRoute('disputes')
export class OutlinePage {
  constructor(
    private readonly queries: QueryBus,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':reference/outline')
  @Permits('dispute.read-standing')
  @Opens('page')
  @Page('disputes/outline/outline', presentOutline)
  async read(
    @Param('reference', ReferencePipe) reference: string,
    @Asking() asker: Asker,
    @Query() query: unknown,
  ): Promise<OutlineOfPage> {
    const outline = await this.queries.execute(new ReadOutline(reference, asker));
    const { from } = (query ?? {}) as { readonly from?: unknown };
    return { outline, heldAs: this.seatOf(outline.heldBy?.id), from: typeof from === 'string' ? from : null };
  }

  /** The title of the post from which somebody holds a dispute, else of another of theirs; null where they are in none today. */
  private seatOf(person: string | undefined): string | null {
    if (person === undefined) return null;
    const posts = this.directory.postsHeldBy(person, londonDate(this.clock.now()));
    return (posts.find(({ kind }) => SEATS_OF_THE_IRO.includes(kind)) ?? posts[0])?.title ?? null;
  }
}
