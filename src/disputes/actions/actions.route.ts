import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import type { Directory } from '../../directory/directory.js';
import { Known } from '../../directory/known.js';
import { Reads } from '../../platform/http/docs.js';
import { after, limitOf, pageOf, readCursor } from '../../platform/http/paging.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { DIRECTORY } from '../../platform/tokens.js';
import { READ_MODELS } from '../../platform/store-tokens.js';
import { visibleDisputes } from '../list/visible-disputes.js';
import { ActionsPageDto, ActionsQuery } from './actions.dto.js';

interface Row {
  reference: string;
  action_id: string;
  what: string;
  who: string | null;
  by: string | null;
  agreed_on: string;
  done_on: string | null;
  entry: string;
}

@ApiTags('Disputes')
@Controller('api/v1/actions')
export class ActionsRoute {
  constructor(
    private readonly known: Known,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  @Get()
  @Permits('dispute.read', 'dispute.read-outline')
  @Reads(
    { operationId: 'listActions', summary: 'Agreed actions of the disputes you may see, oldest first' },
    ActionsPageDto,
  )
  list(@Query() query: ActionsQuery, @Asking() asker: Asker): ActionsPageDto {
    const visible = visibleDisputes(asker, this.directory, this.known.today());
    const key = `agreed.reference || ' ' || agreed.action_id`;
    const from = after(
      { column: 'agreed.agreed_on', descending: false },
      key,
      query.cursor ? readCursor(query.cursor) : undefined,
    );
    const limit = limitOf(query);
    const rows = this.readModels.all<Row>(
      `SELECT agreed.*, ${key} AS entry FROM actions AS agreed
         JOIN dispute_register AS register ON register.reference = agreed.reference
        WHERE (${visible.sql}) AND ${from.where}
          AND (:done IS NULL OR (agreed.done_on IS NOT NULL) = (:done = 'true')) AND (:who IS NULL OR agreed.who = :who)
        ORDER BY ${from.order} LIMIT :most`,
      { ...visible.parameters, ...from.parameters, done: query.done ?? null, who: query.who ?? null, most: limit + 1 },
    );
    return pageOf(
      rows,
      limit,
      ({ agreed_on, entry }) => ({ value: agreed_on, key: entry }),
      ({ reference, action_id, what, who, by, agreed_on, done_on }) => ({
        reference,
        actionId: action_id,
        ...(visible.extent === 'full' ? { what, who } : {}),
        by,
        agreedOn: agreed_on,
        doneOn: done_on,
      }),
    );
  }
}
