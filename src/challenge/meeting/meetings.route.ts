import { Body, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { notYours, postThatMay } from '../../access/access.js';
import type { Permission } from '../../access/access-table.js';
import { actorFrom, type Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import { oneForm } from '../../disputes/references.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import type { Execution } from '../../platform/executor.js';
import { freeReference } from '../../platform/free-reference.js';
import { Reads, Writes } from '../../platform/http/docs.js';
import { envelopeOf } from '../../platform/http/envelope.js';
import { malformed } from '../../platform/http/problem.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { Versioned, WrittenDto } from '../../platform/http/written.dto.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { EVENT_STORE, READ_MODELS } from '../../platform/store-tokens.js';
import type { MeetingAct } from '../acts.js';
import { Agenda } from '../agenda/agenda.js';
import { type CaseShown, caseShown } from '../agenda/case-line.js';
import { ChallengeRoute } from '../challenge-route.js';
import type { About } from '../events.js';
import { MeetingDesk } from '../meeting-desk.js';
import { MeetingKeeper } from '../meeting-keeper.js';
import { packAsHtml } from '../pack/pack-html.js';
import { packAsMarkdown } from '../pack/pack-markdown.js';
import { packOf } from '../pack/pack.js';
import { SeriesDesk } from '../series-desk.js';
import { ActOnMeeting } from '../act-on-meeting.js';
import { listMeetings } from './list-meetings.js';
import { MEETING_PREFIX, type MeetingState, meetingStream } from './meeting.js';
import { meetingView } from './meeting-view.js';
import {
  AddAgendaItemsDto,
  ArrangeMeetingDto,
  BeginMeetingDto,
  CancelMeetingDto,
  DecideItemDto,
  MarkMeetingActionDoneDto,
  MeetingDto,
  MeetingsPageDto,
  MeetingsQuery,
  MoveMeetingDto,
  type NewAgendaItemDto,
  TakeOffItemDto,
} from './meetings.dto.js';
import { nextSteps } from './next-steps.js';

@ChallengeRoute('meetings')
export class MeetingsRoute {
  constructor(
    private readonly commands: CommandBus,
    private readonly desk: MeetingDesk,
    private readonly keeper: MeetingKeeper,
    private readonly seriesDesk: SeriesDesk,
    private readonly agenda: Agenda,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Permits('challenge.read', 'challenge.read-own', 'challenge.read-outline')
  @Reads({ operationId: 'listMeetings', summary: 'The meetings you may see' }, MeetingsPageDto)
  list(@Query() query: MeetingsQuery, @Asking() asker: Asker): MeetingsPageDto {
    return listMeetings(query, asker, this.readModels, this.directory, this.today());
  }

  @Get(':meeting')
  @Permits('challenge.read', 'challenge.read-own', 'challenge.read-outline')
  @Reads({ operationId: 'readMeeting', summary: 'One meeting, its agenda, and what the agenda proposes' }, MeetingDto, {
    one: true,
  })
  async read(@Param('meeting', ReferencePipe) id: string, @Asking() asker: Asker): Promise<Versioned<MeetingDto>> {
    const { meeting, revision } = await this.keeper.find(id);
    const extent = this.desk.extentFor(asker, meeting);
    const proposals = extent === 'full' ? await this.agenda.proposals(meeting, this.clock.now()) : [];
    const view = meetingView(meeting, revision, proposals, {
      extent,
      isOwn: (about) => this.desk.isOwn(about, asker),
      caseOf: this.caseFor(asker.person),
    });
    return new Versioned(view, revision);
  }

  @Get(':meeting/pack')
  @Permits('challenge.read')
  @Reads({ operationId: 'readMeetingPack', summary: 'Its papers, to print: one HTML page, initials only' }, String)
  @ApiProduces('text/html')
  async packAsPage(
    @Param('meeting', ReferencePipe) id: string,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const pack = await this.packOf(id, asker);
    void reply.header('content-type', 'text/html; charset=utf-8');
    void reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    return packAsHtml(pack);
  }

  @Get(':meeting/pack/markdown')
  @Permits('challenge.read')
  @Reads({ operationId: 'readMeetingPackAsMarkdown', summary: 'Its papers as Markdown, initials only' }, String)
  @ApiProduces('text/markdown')
  async packAsText(
    @Param('meeting', ReferencePipe) id: string,
    @Asking() asker: Asker,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const pack = await this.packOf(id, asker);
    void reply.header('content-type', 'text/markdown; charset=utf-8');
    return packAsMarkdown(pack);
  }

  @Post()
  @Permits('challenge.arrange')
  @Writes({ operationId: 'arrangeMeeting', summary: 'Arrange a single meeting' }, { status: 201 })
  async arrange(@Body() body: ArrangeMeetingDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const post = postThatMay(sent.asker, 'challenge.arrange') ?? stop('challenge.arrange');
    const meeting = await freeReference(MEETING_PREFIX, sent.commandId, meetingStream, this.store);
    const act: MeetingAct = {
      type: 'arrange',
      meeting,
      ...body,
      place: body.place ?? null,
      stages: null,
      series: null,
    };
    const envelope = envelopeOf(sent, actorFrom(sent.asker, post), this.clock.now());
    return new WrittenDto(meeting, await this.commands.execute(new ActOnMeeting(meeting, act, envelope)));
  }

  @Post(':meeting/move')
  @Permits('challenge.arrange')
  @Writes({ operationId: 'moveMeeting', summary: 'Hold it on another day; the cases on its agenda take the new day' })
  async move(
    @Param('meeting', ReferencePipe) id: string,
    @Body() { heldOn, startsAt, reason }: MoveMeetingDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const { meeting } = await this.keeper.find(id);
    const to = { heldOn, startsAt: startsAt ?? meeting.startsAt };
    return this.act(id, { type: 'move', to, reason }, 'challenge.arrange', sent);
  }

  @Post(':meeting/cancel')
  @Permits('challenge.arrange')
  @Writes({ operationId: 'cancelMeeting', summary: 'Call it off; its agenda goes to the next one of the series' })
  async cancel(
    @Param('meeting', ReferencePipe) id: string,
    @Body() { reason }: CancelMeetingDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const envelope = await this.desk.mayAct(id, 'challenge.arrange', sent);
    return new WrittenDto(id, (await this.seriesDesk.end(id, { type: 'cancel', reason }, envelope)).execution);
  }

  @Post(':meeting/prepare')
  @Permits('challenge.set-agenda')
  @Writes({ operationId: 'prepareAgenda', summary: 'Put on the agenda what it proposes by itself' })
  async prepare(@Param('meeting', ReferencePipe) id: string, @Sent() sent: SentWith): Promise<WrittenDto> {
    const envelope = await this.desk.mayAct(id, 'challenge.set-agenda', sent);
    const { meeting } = await this.keeper.find(id);
    const proposals = await this.agenda.proposals(meeting, this.clock.now());
    // One that could not be worked out is shown, and put on the agenda by hand where people want it there.
    const workedOut = proposals.filter(({ because }) => !because.includes('not-worked-out'));
    const wanted = workedOut.map(({ about, because }) => ({
      about,
      because: [...because],
      note: null,
      carriedFrom: null,
    }));
    const items = await this.keeper.thatLand(id, wanted, envelope);
    const asSent = { prepare: id };
    return new WrittenDto(id, await this.keeper.act(id, { type: 'add-items', items }, { ...envelope, asSent }));
  }

  @Post(':meeting/add-items')
  @Permits('challenge.set-agenda')
  @Writes({ operationId: 'addAgendaItems', summary: 'Put cases and themes on the agenda' })
  add(
    @Param('meeting', ReferencePipe) id: string,
    @Body() { items }: AddAgendaItemsDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const added = items.map((item, index) => ({
      about: aboutIn(item, index),
      because: [],
      note: item.note ?? null,
      carriedFrom: null,
    }));
    return this.act(id, { type: 'add-items', items: added }, 'challenge.set-agenda', sent);
  }

  @Post(':meeting/take-off-item')
  @Permits('challenge.set-agenda')
  @Writes({ operationId: 'takeOffAgendaItem', summary: 'Take an item off the agenda' })
  takeOff(
    @Param('meeting', ReferencePipe) id: string,
    @Body() body: TakeOffItemDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.act(id, { type: 'take-off-item', ...body }, 'challenge.set-agenda', sent);
  }

  @Post(':meeting/begin')
  @Permits('challenge.record')
  @Writes({ operationId: 'beginMeeting', summary: 'Begin it: who is there' })
  begin(
    @Param('meeting', ReferencePipe) id: string,
    @Body() { present, apologies }: BeginMeetingDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const attendance = {
      present: present.map(({ post, person }, index) => ({ post, person: this.known(person, index) })),
      apologies: apologies ?? [],
    };
    return this.act(id, { type: 'begin', attendance }, 'challenge.record', sent);
  }

  @Post(':meeting/decide-item')
  @Permits('challenge.record')
  @Writes({ operationId: 'decideAgendaItem', summary: 'Record discussion, decision and actions on one item' })
  async decide(
    @Param('meeting', ReferencePipe) id: string,
    @Body() body: DecideItemDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const act: MeetingAct = {
      type: 'decide-item',
      itemId: body.itemId,
      discussion: body.discussion,
      decision: body.decision,
      actions: (body.actions ?? []).map(({ what, who, by }) => ({ what, who, by })),
      iroView: body.iroView ? { view: body.iroView.view, words: body.iroView.words } : null,
      goesOnTo: body.goesOnTo ?? null,
      nextLookOn: body.nextLookOn ?? null,
    };
    const execution = await this.desk.act(id, act, 'challenge.record', sent);
    return new WrittenDto(id, execution, nextSteps(act));
  }

  @Post(':meeting/mark-action-done')
  @Permits('challenge.mark-action-done')
  @Writes({ operationId: 'markMeetingActionDone', summary: 'Mark done what somebody undertook over a theme' })
  markDone(
    @Param('meeting', ReferencePipe) id: string,
    @Body() body: MarkMeetingActionDoneDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.act(id, { type: 'mark-action-done', ...body }, 'challenge.mark-action-done', sent);
  }

  @Post(':meeting/close')
  @Permits('challenge.record')
  @Writes({
    operationId: 'closeMeeting',
    summary: 'Close it; what was not dealt with goes to the next one of the series',
  })
  async close(@Param('meeting', ReferencePipe) id: string, @Sent() sent: SentWith): Promise<WrittenDto> {
    const envelope = await this.desk.mayAct(id, 'challenge.record', sent);
    return new WrittenDto(id, (await this.seriesDesk.end(id, { type: 'close' }, envelope)).execution);
  }

  private async act(id: string, act: MeetingAct, permission: Permission, sent: SentWith): Promise<WrittenDto> {
    const execution: Execution<MeetingState> = await this.desk.act(id, act, permission, sent);
    return new WrittenDto(id, execution);
  }

  private async packOf(id: string, asker: Asker) {
    const { meeting } = await this.keeper.find(id);
    if (this.desk.extentFor(asker, meeting) !== 'full') throw notYours('challenge.read');
    return packOf(meeting, this.caseFor(asker.person), this.today());
  }

  private caseFor(reader: string): (dispute: string) => CaseShown {
    const moment = { now: this.clock.now(), today: this.today(), reader };
    return (dispute) => caseShown(dispute, this.readModels, this.directory, moment);
  }

  private known(person: string | null | undefined, index: number): string | null {
    if (person === null || person === undefined) return null;
    if (this.directory.person(person) === undefined)
      throw malformed(`/present/${index}/person`, 'is not the id of a person: see GET /api/v1/people');
    return person;
  }

  private today(): string {
    return londonDate(this.clock.now());
  }
}

const stop = (permission: Permission): never => {
  throw notYours(permission);
};

const aboutIn = ({ dispute, theme, title }: NewAgendaItemDto, index: number): About => {
  const reference = oneForm(dispute, `/items/${index}/dispute`);
  if (reference !== null && !theme && !title) return { kind: 'case', dispute: reference };
  if (reference === null && theme && title) return { kind: 'theme', theme, title };
  throw malformed(`/items/${index}`, 'must have either the reference of a dispute, or a theme and its title');
};
