import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { Directory } from '../../directory/directory.js';
import { Known } from '../../directory/known.js';
import { namesFrom } from '../../directory/names.js';
import { visibleAmong } from '../../disputes/list/visible-disputes.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import { freeReference } from '../../platform/free-reference.js';
import { Reads, Writes } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { DIRECTORY } from '../../platform/tokens.js';
import { EVENT_STORE, READ_MODELS } from '../../platform/store-tokens.js';
import { RaiseOverDisagreement } from './raise-over-disagreement.js';
import {
  AgreeDto,
  DisagreeDto,
  LetStandDto,
  RaiseOverDisagreementDto,
  RecommendationsDto,
  RecommendationsListDto,
  SendRecommendationsDto,
} from './recommendations.dto.js';
import { isLate, recommendationsStream, standingOf } from './recommendations.js';
import { RecommendationsDesk } from './recommendations-desk.js';
import { visibleRecommendations } from './visible-recommendations.js';

const RECOMMENDATIONS_PREFIX = 'REC';

@ApiTags('Reviews')
@Controller('api/v1/recommendations')
export class RecommendationsRoute {
  constructor(
    private readonly desk: RecommendationsDesk,
    private readonly raising: RaiseOverDisagreement,
    private readonly known: Known,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  @Post()
  @Permits('recommendations.send')
  @Writes(
    { operationId: 'sendRecommendations', summary: 'Send the recommendations of a review; silence will mean agreed' },
    { status: 201 },
  )
  async send(@Body() body: SendRecommendationsDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const child = this.directory.child(body.child, this.known.today());
    const reference = await freeReference(RECOMMENDATIONS_PREFIX, sent.commandId, recommendationsStream, this.store);
    const act = {
      type: 'send' as const,
      reference,
      child: body.child,
      iro: child?.iro ?? sent.asker.person,
      team: child?.team ?? null,
      reviewedOn: body.reviewedOn,
      recommendations: body.recommendations.map(({ what, who, by }) => ({ what, who: who ?? null, by: by ?? null })),
    };
    return this.desk.act(reference, act, sent, body);
  }

  @Get()
  @Permits('recommendations.read')
  @Reads(
    { operationId: 'listRecommendations', summary: 'Recommendations that were sent, what is open first' },
    RecommendationsListDto,
  )
  list(@Asking() asker: Asker): RecommendationsListDto {
    const today = this.known.today();
    const visible = visibleRecommendations(asker, this.directory, today);
    const rows = this.readModels.all<RowListed>(
      `SELECT sent.reference, sent.child, sent.team, sent.reviewed_on AS reviewedOn, sent.sent_on AS sentOn,
          sent.due_on AS dueOn, sent.standing, sent.answered_late AS late
        FROM recommendations AS sent WHERE (${visible.sql})
        ORDER BY sent.standing NOT IN ('awaiting-answer', 'to-decide'), sent.due_at, sent.reference`,
      visible.parameters,
    );
    const names = namesFrom(this.directory, today);
    return {
      items: rows.map(({ child, team, late, ...row }) => ({
        ...row,
        child: names.child(child),
        team: team === null ? null : names.team(team, row.sentOn),
        late: late === 1,
      })),
    };
  }

  @Get(':reference')
  @Permits('recommendations.read')
  @Reads(
    { operationId: 'readRecommendations', summary: 'The recommendations of one review, and what came of them' },
    RecommendationsDto,
  )
  async read(
    @Param('reference', ReferencePipe) reference: string,
    @Asking() asker: Asker,
  ): Promise<RecommendationsDto> {
    const { state, revision } = await this.desk.find(reference, asker);
    const { child, iro, team, answer, dispute, protocolVersion: _version, notYetCertain, ...shown } = state;
    const today = this.known.today();
    const names = namesFrom(this.directory, today);
    const raised = dispute === null ? [] : [dispute];
    const sees = visibleAmong(raised, asker, this.directory, today, this.readModels).size > 0;
    return {
      ...shown,
      child: names.child(child),
      iro: names.person(iro),
      team: team === null ? null : names.team(team, state.sentOn),
      certain: notYetCertain !== true,
      standing: standingOf(state),
      answer: answer && {
        what: answer.what,
        by: names.person(answer.person),
        role: answer.role,
        answeredAt: answer.answeredAt,
        words: answer.words,
        late: isLate(state),
      },
      dispute: sees ? dispute : null,
      revision,
    };
  }

  @Post(':reference/agree')
  @Permits('recommendations.answer')
  @Writes({ operationId: 'agreeToRecommendations', summary: 'Agree' })
  agree(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { note }: AgreeDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.desk.act(reference, { type: 'agree', note: note ?? null }, sent);
  }

  @Post(':reference/disagree')
  @Permits('recommendations.answer')
  @Writes({ operationId: 'disagreeWithRecommendations', summary: 'Disagree, with the reason; late too' })
  disagree(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { reason }: DisagreeDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.desk.act(reference, { type: 'disagree', reason }, sent);
  }

  @Post(':reference/raise')
  @Permits('recommendations.decide')
  @Writes({ operationId: 'raiseOverDisagreement', summary: 'Raise a dispute over a disagreement' }, { status: 201 })
  raise(
    @Param('reference', ReferencePipe) reference: string,
    @Body() body: RaiseOverDisagreementDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.raising.raise(reference, body, sent);
  }

  @Post(':reference/let-stand')
  @Permits('recommendations.decide')
  @Writes({ operationId: 'letDisagreementStand', summary: 'Write down why nothing is raised over a disagreement' })
  letStand(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { reason }: LetStandDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.desk.act(reference, { type: 'let-stand', reason }, sent);
  }
}

interface RowListed {
  readonly reference: string;
  readonly child: string;
  readonly team: string | null;
  readonly reviewedOn: string;
  readonly sentOn: string;
  readonly dueOn: string;
  readonly standing: string;
  readonly late: number;
}
