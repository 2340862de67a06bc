import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import type { Directory } from '../../directory/directory.js';
import { Known } from '../../directory/known.js';
import { namesFrom } from '../../directory/names.js';
import { visibleAmong } from '../../disputes/list/visible-disputes.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import { freeReference } from '../../platform/free-reference.js';
import { Reads, Writes } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { DIRECTORY } from '../../platform/tokens.js';
import { EVENT_STORE, READ_MODELS } from '../../platform/store-tokens.js';
import { ProtocolLibrary } from '../../protocol/protocol-library.js';
import { outstandingOf, reviewStream } from '../review.js';
import { ReviewDesk } from '../review-desk.js';
import { DEFAULT_STANDARDS } from '../standards.js';
import { BeginCheckDto, CheckDto, CheckStandardDto, DecideNotToRaiseDto, RaiseFromCheckDto } from './check.dto.js';
import { RaiseFromCheck } from './raise-from-check.js';

const REVIEW_PREFIX = 'RVW';

@ApiTags('Reviews')
@Controller('api/v1/reviews')
export class CheckRoute {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly raising: RaiseFromCheck,
    private readonly known: Known,
    private readonly protocols: ProtocolLibrary,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  @Post()
  @Permits('review.check')
  @Writes(
    { operationId: 'beginCheck', summary: 'Begin a preparation, a midway audit or an assessment' },
    { status: 201 },
  )
  async begin(@Body() { kind, child, heldOn }: BeginCheckDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const today = this.known.today();
    const reference = await freeReference(REVIEW_PREFIX, sent.commandId, reviewStream, this.store);
    const { protocol } = (await this.protocols.current()).inForceOn(today);
    const iro = this.directory.child(child, today)?.iro ?? sent.asker.person;
    const standards = [...(protocol.reviewStandards ?? DEFAULT_STANDARDS)];
    const asSent = { kind, child, heldOn };
    return this.desk.act(reference, { type: 'begin', reference, kind, child, iro, heldOn, standards }, sent, asSent);
  }

  @Get(':reference')
  @Permits('review.read')
  @Reads({ operationId: 'readCheck', summary: 'One check, with what is outstanding' }, CheckDto)
  async read(@Param('reference', ReferencePipe) reference: string, @Asking() asker: Asker): Promise<CheckDto> {
    const { state, revision } = await this.desk.find(reference, asker);
    const names = namesFrom(this.directory, this.known.today());
    const raised = state.standards.flatMap(({ dispute }) => dispute ?? []);
    const visible = visibleAmong(raised, asker, this.directory, this.known.today(), this.readModels);
    return {
      reference,
      kind: state.kind,
      child: names.child(state.child),
      iro: names.person(state.iro),
      heldOn: state.heldOn,
      standards: state.standards.map((standard) => ({
        ...standard,
        dispute: standard.dispute !== null && visible.has(standard.dispute) ? standard.dispute : null,
        outstanding: outstandingOf(standard),
      })),
      revision,
    };
  }

  @Post(':reference/check-standard')
  @Permits('review.check')
  @Writes({ operationId: 'checkStandard', summary: 'Say whether a standard is met' })
  check(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { standard, answer, note }: CheckStandardDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.desk.act(reference, { type: 'check', standard, answer, note: note ?? null }, sent);
  }

  @Post(':reference/decide-not-to-raise')
  @Permits('review.check')
  @Writes({ operationId: 'decideNotToRaise', summary: 'Write down why nothing is raised about a standard not met' })
  decideNotToRaise(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { standard, reason }: DecideNotToRaiseDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.desk.act(reference, { type: 'decide-not-to-raise', standard, reason }, sent);
  }

  @Post(':reference/raise')
  @Permits('review.check')
  @Writes({ operationId: 'raiseFromCheck', summary: 'Raise a dispute about a standard not met' }, { status: 201 })
  raise(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: RaiseFromCheckDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.raising.raise(reference, body, sent);
  }
}
