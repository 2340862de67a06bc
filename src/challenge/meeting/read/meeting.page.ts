import { Get, Inject, Param, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import type { Asker } from '../../../access/asker.js';
import { Asking } from '../../../access/asking.js';
import { Permits } from '../../../access/permission.js';
import { Opens } from '../../../access/view-log/opens.js';
import type { Directory } from '../../../directory/directory.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import { newSecret } from '../../../platform/secret.js';
import { DIRECTORY } from '../../../platform/tokens.js';
import { queryOf } from '../../../web/forms/forms.js';
import { Page, PageRoute } from '../../../web/frame/page.js';
import { MeetingOffers } from '../pages/meeting-offers.js';
import { type MeetingAsRead, presentMeeting } from '../pages/present-meeting.js';
import type { MeetingDto } from './read.dto.js';
import { ReadMeeting } from './read.query.js';

/** One meeting: its day, who sits in it, its agenda, and afterwards its record. */
@PageRoute('challenge/meetings')
export class MeetingPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly offers: MeetingOffers,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  @Get(':meeting')
  @Permits('challenge.read', 'challenge.read-own', 'challenge.read-outline')
  @Opens('agenda')
  @Page('challenge/meeting/pages/meeting', presentMeeting)
  async read(
    @Param('meeting', ReferencePipe) id: string,
    @Asking() asker: Asker,
    @Req() request: FastifyRequest,
  ): Promise<MeetingAsRead> {
    const meeting = await this.queries.execute<ReadMeeting, MeetingDto>(new ReadMeeting(id, asker));
    return {
      meeting,
      offers: await this.offers.for(id, asker),
      names: this.namesIn(meeting),
      commands: meeting.items.flatMap(() => [newSecret(), newSecret()]),
      query: queryOf(request),
    };
  }

  private namesIn({ people, present }: MeetingDto): Record<string, string> {
    const all = [...people, ...present.flatMap(({ person }) => person ?? [])];
    return Object.fromEntries(all.map((person) => [person, this.directory.person(person)?.name ?? person]));
  }
}
