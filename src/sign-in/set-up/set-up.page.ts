import { Body, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '../../access/permission.js';
import type { Clock } from '../../platform/clock/clock.js';
import { Refusal } from '../../platform/decider.js';
import { Executor } from '../../platform/executor.js';
import { Limits } from '../../platform/http/limits.js';
import { SeeOther } from '../../platform/http/see-other.js';
import { newId } from '../../platform/new-id.js';
import { hashOf } from '../../platform/secret.js';
import { CLOCK } from '../../platform/tokens.js';
import { COUNCIL_STREAM, councilDecider } from '../../roles/council.js';
import { OtherPage, Page, PageRoute } from '../../web/frame/page.js';
import { fieldOf } from '../field-of.js';
import { HOME } from '../return-to.js';
import { BrowserSessions } from '../sessions/browser-sessions.js';

const TITLE = 'Set up Footprint';
const WORTHLESS = 'This link does not work any more';

/** Acts where a link is used: the person who made it had the machine’s own rights. */
const SET_UP_LINK = { person: 'set-up-link', post: null, role: null } as const;

/** The page to which the link of `footprint setup-link` leads. */
@PageRoute('set-up')
export class SetUpPage {
  constructor(
    private readonly sessions: BrowserSessions,
    private readonly executor: Executor,
    private readonly limits: Limits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** To look at the link uses it up no more than a mail program does that opens every link. */
  @Get()
  @OpenToAll()
  @Page('sign-in/set-up/set-up')
  open(@Query() query: unknown): object {
    return { title: TITLE, link: fieldOf(query, 'link') };
  }

  @Post()
  @OpenToAll()
  @Page('sign-in/set-up/set-up')
  async use(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther | OtherPage> {
    const at = this.clock.now();
    const act = { type: 'use-set-up-link', hash: hashOf(fieldOf(body, 'link')), at } as const;
    try {
      const envelope = { commandId: newId(), actor: SET_UP_LINK, occurredAt: at };
      const { state } = await this.executor.execute(COUNCIL_STREAM, councilDecider, act, null, envelope);
      await this.sessions.begin(request, reply, state.signedInByLink!);
      return new SeeOther(HOME);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.limits.countFailedSignIn(request, 'set-up');
      return new OtherPage('sign-in/set-up/worthless', { title: WORTHLESS }, 403);
    }
  }
}
