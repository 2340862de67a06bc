import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permits } from '../../access/permission.js';
import { Sent, type SentWith } from '../../access/sent.js';
import { Writes } from '../../platform/http/docs.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { AuthorisedPublishedReports } from './authorised-published-reports.js';
import {
  AsReadDto,
  CommentDto,
  DraftReportDto,
  EnterActionDto,
  EnterFigureDto,
  PresentReportDto,
  PublishReportDto,
  ReportReasonDto,
  SignOffStoryDto,
  TakeFiguresDto,
  TakeOutDto,
  WriteSectionDto,
  WriteStoryDto,
} from './report-acts.dto.js';

/** A report from its draft to its publication, and what becomes of it. */
@ApiTags('Published reports')
@Controller('api/v1/published-reports')
export class PublishedReportsRoute {
  constructor(private readonly authorised: AuthorisedPublishedReports) {}

  @Post()
  @Permits('report.write')
  @Writes({ operationId: 'draftReport', summary: 'Begin a report for a period and its readers' })
  draft(@Body() { kind, from, to, audience, team }: DraftReportDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    return this.authorised.draft({ kind, from, to, audience, team: team ?? null }, sent);
  }

  @Post(':reference/take-figures')
  @Permits('report.write')
  @Writes({
    operationId: 'takeReportFigures',
    summary: 'Take its figures from the records, with the small numbers hidden',
  })
  takeFigures(
    @Param('reference', ReferencePipe) report: string,
    @Body() body: TakeFiguresDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.takeFigures(report, body, sent);
  }

  @Post(':reference/write-section')
  @Permits('report.write')
  @Writes({ operationId: 'writeReportSection', summary: 'Write one of its sections' })
  writeSection(
    @Param('reference', ReferencePipe) report: string,
    @Body() { section, text }: WriteSectionDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(report, { type: 'write-section', section, text }, sent);
  }

  @Post(':reference/enter-figure')
  @Permits('report.write')
  @Writes({ operationId: 'enterReportFigure', summary: 'Enter a figure that the records here do not hold' })
  enterFigure(
    @Param('reference', ReferencePipe) report: string,
    @Body() { partOf, ...figure }: EnterFigureDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(report, { type: 'enter-figure', ...figure, partOf: partOf ?? null }, sent);
  }

  @Post(':reference/write-story')
  @Permits('report.write')
  @Writes({ operationId: 'writeReportStory', summary: 'Write a story in which nobody can be recognised' })
  writeStory(
    @Param('reference', ReferencePipe) report: string,
    @Body() { story, kind, title, text, signer }: WriteStoryDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(report, { type: 'write-story', story: story ?? null, kind, title, text, signer }, sent);
  }

  @Post(':reference/enter-action')
  @Permits('report.write')
  @Writes({ operationId: 'enterReportAction', summary: 'Enter an action of last year, with its progress' })
  enterAction(
    @Param('reference', ReferencePipe) report: string,
    @Body() { action, ...said }: EnterActionDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(report, { type: 'enter-action', ...said, action: action ?? null }, sent);
  }

  @Post(':reference/take-out')
  @Permits('report.write')
  @Writes({ operationId: 'takeOutOfReport', summary: 'Take out a figure, a story or an action that was entered' })
  takeOut(
    @Param('reference', ReferencePipe) report: string,
    @Body() { part, name }: TakeOutDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(report, { type: 'take-out', part, name }, sent);
  }

  @Post(':reference/sign-off-story')
  @Permits('report.sign-off')
  @Writes({ operationId: 'signOffReportStory', summary: 'Sign a story off, as the person named for it' })
  signOffStory(
    @Param('reference', ReferencePipe) report: string,
    @Body() { story }: SignOffStoryDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(report, { type: 'sign-off-story', story }, sent);
  }

  @Post(':reference/comment')
  @Permits('report.comment')
  @Writes({ operationId: 'commentOnReport', summary: 'Say what is not right in it; nothing is changed by that' })
  comment(
    @Param('reference', ReferencePipe) report: string,
    @Body() { text }: CommentDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(report, { type: 'comment', text }, sent);
  }

  @Post(':reference/check')
  @Permits('report.check')
  @Writes({ operationId: 'checkReport', summary: 'Say that nothing about a child can be worked out from it' })
  check(
    @Param('reference', ReferencePipe) report: string,
    @Body() { sha256 }: AsReadDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(report, { type: 'check', sha256 }, sent);
  }

  @Post(':reference/approve')
  @Permits('report.approve')
  @Writes({ operationId: 'approveReport', summary: 'Let it be given out' })
  approve(
    @Param('reference', ReferencePipe) report: string,
    @Body() { sha256 }: AsReadDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(report, { type: 'approve', sha256 }, sent);
  }

  @Post(':reference/present')
  @Permits('report.approve')
  @Writes({ operationId: 'presentReport', summary: 'Record before which board it came' })
  present(
    @Param('reference', ReferencePipe) report: string,
    @Body() { on, board }: PresentReportDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(report, { type: 'present', on, to: board }, sent);
  }

  @Post(':reference/publish')
  @Permits('report.approve')
  @Writes({ operationId: 'publishReport', summary: 'Record that it was published, and where' })
  publish(
    @Param('reference', ReferencePipe) report: string,
    @Body() { on, address }: PublishReportDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.publish(report, { on, address: address ?? null }, sent);
  }

  @Post(':reference/begin-correction')
  @Permits('report.write')
  @Writes({ operationId: 'beginReportCorrection', summary: 'Begin another edition of a published report' })
  beginCorrection(
    @Param('reference', ReferencePipe) report: string,
    @Body() { reason }: ReportReasonDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(report, { type: 'begin-correction', reason }, sent);
  }

  @Post(':reference/give-up')
  @Permits('report.write')
  @Writes({ operationId: 'giveUpDraft', summary: 'Give up a draft that was never published' })
  giveUp(
    @Param('reference', ReferencePipe) report: string,
    @Body() { reason }: ReportReasonDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(report, { type: 'give-up', reason }, sent);
  }

  @Post(':reference/withdraw')
  @Permits('report.approve')
  @Writes({ operationId: 'withdrawReport', summary: 'Withdraw the edition that stands' })
  withdraw(
    @Param('reference', ReferencePipe) report: string,
    @Body() { reason }: ReportReasonDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(report, { type: 'withdraw', reason }, sent);
  }
}
