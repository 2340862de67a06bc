import { Get, Inject, Param, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { relationsThatMay } from '../../access/access-table.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { OpenToAll, Permits } from '../../access/permission.js';
import { personAsking } from '../../access/person-asking.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { Config } from '../../platform/config/config.js';
import { notFound } from '../../platform/http/problem.js';
import { CLOCK, CONFIG, DIRECTORY } from '../../platform/tokens.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import { type BoardRead, ReadEscalations } from './escalations.query.js';
import { presentWall, type WallOfPage } from './present-wall.js';
import { WallAddresses } from './wall-addresses.js';

/** Seconds after which a screen on a wall asks again. */
const RENEWED_EVERY = 60;

const mayReadBoard = ({ posts }: Asker): boolean =>
  posts.some(({ kind }) => relationsThatMay('board.read', kind).length > 0);

/** The board for a screen on a wall: counts and ages alone. The address for the screen renews itself, and nobody is signed in there. */
@PageRoute('board/wall')
export class WallPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly addresses: WallAddresses,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** As the screen will show it, with the address for it. */
  @Get()
  @Permits('board.read')
  @OpensNothing('Counts and ages.')
  @Page('reports/escalations/wall', presentWall)
  async read(@Asking() asker: Asker): Promise<WallOfPage> {
    const address = `${this.config.site}/board/wall/${this.addresses.keyFor(asker.person)}`;
    return { board: await this.boardOf(asker), address, until: null };
  }

  /** The data of the screen are asked of that person’s posts each time. */
  @Get(':key')
  @OpenToAll()
  @Page('reports/escalations/wall', presentWall)
  async shown(@Param('key') key: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<WallOfPage> {
    const shown = this.addresses.shownBy(key);
    const asker = shown && personAsking(shown.person, this.directory, londonDate(this.clock.now()));
    if (shown === undefined || asker === undefined || !mayReadBoard(asker)) throw notFound();
    void reply.headers({ refresh: String(RENEWED_EVERY), 'referrer-policy': 'no-referrer' });
    return { board: await this.boardOf(asker), address: null, until: shown.until };
  }

  private boardOf(asker: Asker): Promise<BoardRead> {
    return this.queries.execute<ReadEscalations, BoardRead>(new ReadEscalations(asker));
  }
}
