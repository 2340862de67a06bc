import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiSchema, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OpenToAll } from '../access/permission.js';
import type { EventStore } from '../platform/event-store/event-store.js';
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
}

@ApiTags('Health')
@Controller('health')
export class HealthRoute {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
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
    return { ready, head: head ?? null, readModels };
  }
}
