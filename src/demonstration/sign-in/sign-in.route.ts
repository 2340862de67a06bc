import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiExtraModels, ApiOperation, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { postsThatCount } from '../../access/case-roles.js';
import { OpenToAll } from '../../access/permission.js';
import { Sessions } from '../../access/sessions.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import { plainName } from '../../directory/spelling.js';
import { choicesInWords, whoIsLookedFor } from '../../directory/who-is-meant.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { Config } from '../../platform/config/config.js';
import { ProblemDto } from '../../platform/http/docs.js';
import { Limits } from '../../platform/http/limits.js';
import { malformed, notFound, Problem } from '../../platform/http/problem.js';
import { CLOCK, CONFIG, DIRECTORY } from '../../platform/tokens.js';
import { SignedInDto, SignInDto } from './sign-in.dto.js';

const problem = { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } };

/** Signing in without a password, as somebody of a council that does not exist. There only in the demonstration mode. */
@ApiTags('Demonstration')
@Controller('api/v1/demonstration')
export class SignInRoute {
  constructor(
    private readonly sessions: Sessions,
    private readonly limits: Limits,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('sign-in')
  @OpenToAll({ uncounted: true })
  @HttpCode(200)
  @ApiOperation({ operationId: 'signIn', summary: 'Sign in as somebody of the demonstration council', security: [] })
  @ApiExtraModels(ProblemDto)
  @ApiResponse({ status: 200, type: SignedInDto, description: 'Signed in, for ten hours.' })
  @ApiResponse({ status: 400, description: 'Not valid', content: problem })
  @ApiResponse({ status: 404, description: 'Not in the demonstration mode', content: problem })
  @ApiResponse({ status: 429, description: 'Too many attempts', content: problem })
  async signIn(@Body() { name }: SignInDto, @Req() request: FastifyRequest): Promise<SignedInDto> {
    if (!this.config.demonstration) {
      await this.limits.countAddress(request);
      throw notFound();
    }
    const today = londonDate(this.clock.now());
    const meant = whoIsLookedFor(name, this.directory, today);
    if (meant.is === 'several')
      throw malformed(
        '/name',
        `fits several people: give the id of one, ${choicesInWords(meant.people, this.directory, today)}`,
      );
    if (meant.is === 'nobody') {
      await this.limits.countFailedSignIn(request, plainName(name));
      throw new Problem(
        400,
        'nobody-of-that-name',
        'Nobody of the demonstration council has this name: see its README.',
        {
          errors: [{ pointer: '/name', message: 'is not the name of anybody here' }],
        },
      );
    }
    const { personId } = meant.person;
    return {
      ...this.sessions.begin(personId),
      person: personId,
      posts: postsThatCount(this.directory.postsHeldBy(personId, today)).map(({ postId, kind, title, team }) => ({
        postId,
        kind,
        title,
        team,
      })),
    };
  }
}
