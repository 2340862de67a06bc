import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiSchema, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OpenToAll } from '../access/permission.js';
import type { EventStore } from '../platform/event-store/event-store.js';
import { ALARMS, type Alarms, type AlarmsStatus, type Warning, WARNINGS } from '../platform/jobs/alarms-status.js';
import { NOTICES_STATUS, type NoticesStatus, type ReportsNotices } from '../platform/notices/status.js';
import type { ProjectionStatus, ReadModels } from '../platform/projections/projection.js';
import { EVENT_STORE, READ_MODELS } from '../platform/tokens.js';

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

@ApiSchema({ name: 'NoticesStatus' })
class NoticesStatusDto implements NoticesStatus {
  @ApiProperty({ type: String, enum: ['log', 'smtp', 'notify'] })
  provider: NoticesStatus['provider'];
  @ApiProperty({
    type: String,
    enum: ['working', 'trying-again', 'behind', 'off'],
    description: 'While the provider is away, everything waits and is tried again.',
  })
  state: NoticesStatus['state'];
  @ApiProperty({ type: 'integer', description: 'Messages written and not yet sent.' })
  waiting: number;
  @ApiProperty({ type: 'integer', description: 'Failures in a row.' })
  failures: number;
  @ApiProperty({ type: String, nullable: true, description: 'Code of the last failure.' })
  trouble: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  tryAgainAt: string | null;
  @ApiProperty({ type: [String], description: 'Events from which no notice could be worked out.' })
  skipped: readonly string[];
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
  @ApiProperty({ type: [ReadModelStatusDto] })
  readModels: ReadModelStatusDto[];
  @ApiProperty({ type: AlarmsStatusDto })
  alarms: AlarmsStatusDto;
  @ApiProperty({ type: NoticesStatusDto })
  notices: NoticesStatusDto;
  @ApiProperty({ type: [String], description: 'What those who run the program should see to.' })
  warnings: string[];
}

@ApiTags('Health')
@Controller('health')
export class HealthRoute {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(ALARMS) private readonly alarms: Alarms,
    @Inject(NOTICES_STATUS) private readonly notices: ReportsNotices,
    @Inject(WARNINGS) private readonly warnings: readonly Warning[],
  ) {}

  @Get('live')
  @OpenToAll()
  @ApiOperation({ operationId: 'live', summary: 'Whether the program runs', security: [] })
  @ApiResponse({ status: 200, type: LiveDto, description: 'It runs.' })
  live(): LiveDto {
    return { live: true };
  }

  @Get('ready')
  @OpenToAll()
  @ApiOperation({ operationId: 'ready', summary: 'Whether it can be worked with', security: [] })
  @ApiResponse({ status: 200, type: ReadyDto, description: 'It can.' })
  @ApiResponse({ status: 503, type: ReadyDto, description: 'Not yet, or something has stopped: see which.' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadyDto> {
    const head = await this.store.head().catch(() => null);
    const readModels = this.readModels.status();
    const ready = head !== null && readModels.every(({ state }) => state === 'live');
    if (!ready) void reply.status(503);
    const warnings = this.warnings.flatMap((warning) => warning() ?? []);
    const [alarms, notices] = [await this.alarms.status(), this.notices.status()];
    return { ready, head: head ?? null, readModels, alarms, notices, warnings };
  }
}
