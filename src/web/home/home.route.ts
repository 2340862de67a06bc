import { Get, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PAGE_SESSIONS, type PageSessions } from '../../access/page-session.js';
import { OpenToAll } from '../../access/permission.js';
import { SeeOther } from '../../platform/http/see-other.js';
import { Page, PageRoute } from '../frame/page.js';
import { SHARED_BY_PAGES, type SharedByPages } from '../frame/shared.js';

/** The address of the program: it leads people who are signed in to their home, and tells everybody else what this is. */
@PageRoute()
export class HomeRoute {
  constructor(
    @Inject(PAGE_SESSIONS) private readonly sessions: PageSessions,
    @Inject(SHARED_BY_PAGES) private readonly shared: SharedByPages,
  ) {}

  @Get()
  @OpenToAll()
  @Page('web/home/home')
  async home(@Req() request: FastifyRequest): Promise<object> {
    const session = await this.sessions.of(request);
    const [home] = session === undefined ? [] : (await this.shared.signedIn(session.person)).places;
    return home === undefined ? { title: 'Footprint' } : new SeeOther(home.href);
  }
}
