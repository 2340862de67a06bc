import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiSchema, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '../../access/permission.js';
import { worstOf } from '../../platform/health/health.js';
import { type HealthPartSince, HealthWatch } from '../../platform/health/health-watch.js';
import type { ReadModelProgress } from '../../platform/health/statuses.js';
import type { AlarmsStatus } from '../../platform/jobs/alarms-status.js';
import type { NoticesStatus, UndeliveredNotice } from '../../platform/notices/status.js';
import type { ProjectionStatus } from '../../platform/projections/projection.js';
import type { TroubledRows } from '../../platform/row-troubles.js';
import { healthPage } from './health-page.js';

@ApiSchema({ name: 'Live' })
class LiveDto {
  @ApiProperty({ type: Boolean })
  live: boolean;
}

@ApiSchema({ name: 'ReadModelStatus' })
class ReadModelStatusDto {
  @ApiProperty({ type: String })
  name: string;
  @ApiProperty({ type: 'integer' })
  version: number;
  @ApiProperty({ type: String, enum: ['live', 'catching-up', 'rebuilding', 'failed'] })
  state: ProjectionStatus['state'];
  @ApiProperty({ type: String, nullable: true, description: 'How far in the log it is.' })
  position: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Which event stopped it, and why.' })
  failure: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the oldest event was seen that it has not handled; null where it has handled all.',
  })
  behindSince: string | null;
}

@ApiSchema({ name: 'AlarmsStatus' })
class AlarmsStatusDto implements AlarmsStatus {
  @ApiProperty({ type: String, enum: ['in-process', 'redis'] })
  kind: AlarmsStatus['kind'];
  @ApiProperty({ type: 'integer', nullable: true, description: 'Alarms set; null where Redis is out of reach.' })
  waiting: number | null;
  @ApiProperty({ type: 'integer', description: 'Alarms rung since the program started.' })
  fired: number;
  @ApiProperty({ type: 'integer', description: 'Dates that have passed and are not on record yet.' })
  late: number;
  @ApiProperty({
    type: [String],
    description: 'Alarms that failed again and again; the sweep catches what they were for.',
  })
  deadLetters: readonly string[];
  @ApiProperty({ type: String, nullable: true, description: 'Why nothing is marked or sent up by itself just now.' })
  held: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What is wrong with the alarm clock.' })
  trouble: string | null;
}

@ApiSchema({ name: 'UndeliveredNotice' })
class UndeliveredNoticeDto implements UndeliveredNotice {
  @ApiProperty({ type: String })
  notice: string;
  @ApiProperty({ type: String, enum: ['no-address', 'refused', 'mailbox-away'] })
  because: UndeliveredNotice['because'];
}

@ApiSchema({ name: 'NoticesStatus' })
class NoticesStatusDto implements NoticesStatus {
  @ApiProperty({ type: String, enum: ['log', 'smtp', 'notify'] })
  provider: NoticesStatus['provider'];
  @ApiProperty({
    type: String,
    enum: ['working', 'trying-again', 'behind', 'elsewhere', 'off'],
    description: 'While the provider is away, everything waits and is tried again.',
  })
  state: NoticesStatus['state'];
  @ApiProperty({ type: 'integer', description: 'Messages written and not yet sent.' })
  waiting: number;
  @ApiProperty({ type: 'integer', description: 'Messages that wait for the hours in which people are told.' })
  forLater: number;
  @ApiProperty({
    type: 'integer',
    description: 'Notices of the last week that were not sent because their need had gone: decided, not lost.',
  })
  notNeeded: number;
  @ApiProperty({ type: 'integer', description: 'Failures in a row.' })
  failures: number;
  @ApiProperty({ type: String, nullable: true, description: 'Code of the last failure.' })
  trouble: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  tryAgainAt: string | null;
  @ApiProperty({ type: 'integer', description: 'People whose mailboxes take nothing now; they are tried again apart.' })
  mailboxes: number;
  @ApiProperty({ type: [UndeliveredNoticeDto], description: 'Notices of the last week that reached nobody.' })
  undelivered: readonly UndeliveredNoticeDto[];
  @ApiProperty({ type: [String], description: 'Events from which no notice could be worked out.' })
  skipped: readonly string[];
}

@ApiSchema({ name: 'TroubledRows' })
class TroubledRowsDto implements TroubledRows {
  /** Its names are given by {@link healthRouteOver}. */
  @ApiProperty({ type: String })
  work: TroubledRows['work'];
  @ApiProperty({ type: [String], description: 'Ids of the rows; of those that might be names, a digest.' })
  ids: readonly string[];
}

@ApiSchema({ name: 'ReadModelProgress' })
class ReadModelProgressDto implements ReadModelProgress {
  @ApiProperty({ type: String, enum: ['catching-up', 'rebuilding', 'verifying'] })
  doing: ReadModelProgress['doing'];
  @ApiProperty({ type: String, format: 'date-time', description: 'When it was first seen under way.' })
  since: string;
  @ApiProperty({ type: 'integer', description: 'Events handled since it began.' })
  events: number;
  @ApiProperty({ type: Number, description: 'Which part of the log is behind it, from 0 to 1.' })
  share: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Events before it; null where they are not counted.' })
  eventsBehind: number | null;
}

@ApiSchema({ name: 'Ready' })
class ReadyDto {
  @ApiProperty({ type: Boolean, description: 'Every read model is up to date and the log can be read.' })
  ready: boolean;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Where the log ends; null where it is empty or out of reach.',
  })
  head: string | null;
  @ApiProperty({ type: ReadModelProgressDto, nullable: true, description: 'Of a catch-up or rebuild under way.' })
  progress: ReadModelProgressDto | null;
  @ApiProperty({ type: [ReadModelStatusDto] })
  readModels: ReadModelStatusDto[];
  @ApiProperty({ type: AlarmsStatusDto, nullable: true, description: 'Null where it cannot be said.' })
  alarms: AlarmsStatusDto | null;
  @ApiProperty({ type: NoticesStatusDto })
  notices: NoticesStatusDto;
  @ApiProperty({ type: [TroubledRowsDto], description: 'Rows that could not be worked out, by the loop or list.' })
  rows: TroubledRowsDto[];
  @ApiProperty({ type: [String], description: 'What those who run the program should see to.' })
  warnings: string[];
}

@ApiSchema({ name: 'HealthPart' })
class HealthPartDto implements HealthPartSince {
  @ApiProperty({ type: String })
  name: string;
  @ApiProperty({ type: String, enum: ['well', 'look', 'broken'] })
  state: HealthPartSince['state'];
  @ApiProperty({ type: String, description: 'What it is now.' })
  what: string;
  @ApiProperty({ type: String, nullable: true, description: 'How far behind.' })
  behind: string | null;
  @ApiProperty({ type: String, format: 'date-time', description: 'Since when it has been in this state.' })
  since: string;
  @ApiProperty({ type: String, nullable: true, description: 'What a person should do.' })
  toDo: string | null;
}

@ApiSchema({ name: 'Health' })
class HealthDto {
  @ApiProperty({ type: String, description: 'Of several instances the one that answers: its machine or container.' })
  instance: string;
  @ApiProperty({ type: Boolean })
  ready: boolean;
  @ApiProperty({ type: String, enum: ['well', 'look', 'broken'], description: 'The state of the worst part.' })
  state: HealthPartSince['state'];
  @ApiProperty({ type: [HealthPartDto] })
  parts: HealthPartDto[];
}

@ApiTags('Health')
@Controller('health')
export class HealthRoute {
  constructor(private readonly watch: HealthWatch) {}

  @Get()
  @OpenToAll()
  @ApiOperation({ operationId: 'health', summary: 'How every part is, and what to do about it', security: [] })
  @ApiResponse({ status: 200, type: HealthDto, description: 'Each part; as a page where HTML is asked for.' })
  async health(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const health = await this.watch.health();
    const { instance, ready, parts } = health;
    if (!request.headers.accept?.includes('text/html')) return { instance, ready, state: worstOf(parts), parts };
    void reply.headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    });
    return healthPage(health);
  }

  @Get('live')
  @OpenToAll({ uncounted: true })
  @ApiOperation({ operationId: 'live', summary: 'Whether the program runs', security: [] })
  @ApiResponse({ status: 200, type: LiveDto, description: 'It runs.' })
  live(): LiveDto {
    return { live: true };
  }

  @Get('ready')
  @OpenToAll({ uncounted: true })
  @ApiOperation({ operationId: 'ready', summary: 'Whether it can be worked with', security: [] })
  @ApiResponse({ status: 200, type: ReadyDto, description: 'It can.' })
  @ApiResponse({ status: 503, type: ReadyDto, description: 'Not yet, or something has stopped: see which.' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadyDto> {
    const { ready, statuses } = await this.watch.health();
    if (!ready) void reply.status(503);
    const { progress, readModels, alarms, notices, rows, warnings } = statuses;
    return {
      ready,
      head: statuses.log.head,
      progress,
      readModels: [...readModels],
      alarms,
      notices,
      rows: [...rows],
      warnings: [...warnings],
    };
  }
}

/**
 * The answers about health, described with the loops and lists in which a row can fail.
 * @param works their names, given by the module that composes the program: this folder knows no feature
 */
export const healthRouteOver = (works: readonly string[]): typeof HealthRoute => {
  ApiProperty({ type: String, enum: [...works] })(TroubledRowsDto.prototype, 'work');
  return HealthRoute;
};
