import { Body, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CHILD_HISTORY_ENTRIES } from '../../../projections/child-history/child-history.js';
import { postThatMay } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { scopeOf } from '../../access/scope.js';
import { Reads, Writes } from '../../platform/http/docs.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { after, limitOf, pageOf, readCursor } from '../../platform/http/paging.js';
import { notFound } from '../../platform/http/problem.js';
import { IdPipe } from '../../platform/http/reference.js';
import { Sent, type SentWith } from '../../access/sent.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { DIRECTORY } from '../../platform/tokens.js';
import { READ_MODELS } from '../../platform/store-tokens.js';
import { visibleDisputes } from '../../disputes/list/visible-disputes.js';
import { visibleAcknowledgements } from '../../acknowledgements/list/list.js';
import { visibleChecks } from '../../reviews/visible-checks.js';
import { childDecider, childStream } from '../child.js';
import type { Child, Directory } from '../directory.js';
import { DirectoryRoute } from '../directory-route.js';
import { Known } from '../known.js';
import { Recorder } from '../record.js';
import { relationsToChild } from '../relations.js';
import {
  AllocateChildDto,
  ChildDto,
  ChildHistoryDto,
  ChildrenPageDto,
  ChildrenQuery,
  CompleteChildDto,
  ComeBackIntoCareDto,
  LeaveCareDto,
  RecordDeathDto,
  RegisterChildDto,
} from './children.dto.js';

/** Each child with the allocation of a day. */
const CHILDREN = `SELECT c.child, c.initials, c.born_on, c.population, c.from_register, a.team, a.iro
  FROM children AS c LEFT JOIN child_allocations AS a ON a.child = c.child AND a.number =
    (SELECT max(b.number) FROM child_allocations AS b WHERE b.child = c.child AND (b."from" IS NULL OR b."from" <= :today))`;

interface Row {
  child: string;
  initials: string | null;
  born_on: string | null;
  population: string;
  from_register: number;
  team: string | null;
  iro: string | null;
}

@DirectoryRoute('children')
export class ChildrenRoute {
  constructor(
    private readonly recorder: Recorder,
    private readonly known: Known,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  @Get()
  @Permits('child.read')
  @Reads({ operationId: 'listChildren', summary: 'The children you may see' }, ChildrenPageDto)
  list(@Query() query: ChildrenQuery, @Asking() asker: Asker): ChildrenPageDto {
    const today = this.known.today();
    const visible = scopeOf(
      asker,
      'child.read',
      { 'own-child': 'iro = :me', 'own-team': 'team IN (SELECT value FROM json_each(:myTeams))' },
      this.directory,
      today,
    );
    const from = after(
      { column: 'child', descending: false },
      'child',
      query.cursor ? readCursor(query.cursor) : undefined,
    );
    const limit = limitOf(query);
    const rows = this.readModels.all<Row>(
      `SELECT * FROM (${CHILDREN}) WHERE (${visible.sql}) AND ${from.where}
          AND (:team IS NULL OR team = :team) AND (:iro IS NULL OR iro = :iro)
        ORDER BY ${from.order} LIMIT :most`,
      {
        ...visible.parameters,
        ...from.parameters,
        team: query.team ?? null,
        iro: query.iro ?? null,
        today,
        most: limit + 1,
      },
    );
    return pageOf(
      rows,
      limit,
      ({ child }) => ({ value: child, key: child }),
      (row) => ({
        childId: row.child,
        initials: row.initials,
        bornOn: row.born_on,
        population: row.population,
        fromRegister: row.from_register === 1,
        team: row.team,
        iro: row.iro,
      }),
    );
  }

  @Get(':id')
  @Permits('child.read')
  @Reads({ operationId: 'readChild', summary: 'One child' }, ChildDto)
  read(@Param('id', IdPipe) id: string, @Asking() asker: Asker): ChildDto {
    return this.seen(id, asker);
  }

  @Get(':id/history')
  @Permits('child.read')
  @Reads({ operationId: 'readChildHistory', summary: 'What happened for a child, newest first' }, ChildHistoryDto)
  history(@Param('id', IdPipe) id: string, @Query() query: PageQuery, @Asking() asker: Asker): ChildHistoryDto {
    this.seen(id, asker);
    const today = this.known.today();
    const disputes = visibleDisputes(asker, this.directory, today);
    const acknowledgements = visibleAcknowledgements(asker, this.directory, today);
    const checks = visibleChecks(asker, this.directory, today);
    const key = `happened.reference || printf(' %06d', happened.number)`;
    const from = after(
      { column: 'happened.happened_on', descending: true },
      key,
      query.cursor ? readCursor(query.cursor) : undefined,
    );
    const limit = limitOf(query);
    const rows = this.readModels.all<{
      reference: string;
      case_kind: string;
      what: string;
      happened_on: string;
      detail: string | null;
      imported: number;
      entry: string;
    }>(
      `WITH ${CHILD_HISTORY_ENTRIES}
        SELECT happened.*, ${key} AS entry FROM child_history_entries AS happened WHERE happened.child = :child AND ${from.where}
          AND (happened.reference IN (SELECT register.reference FROM dispute_register AS register WHERE ${disputes.sql})
            OR happened.reference IN (
              SELECT register.reference FROM acknowledgement_register AS register WHERE ${acknowledgements.sql})
            OR happened.reference IN (SELECT checks.reference FROM review_checks AS checks WHERE ${checks.sql}))
        ORDER BY ${from.order} LIMIT :most`,
      {
        ...disputes.parameters,
        ...acknowledgements.parameters,
        ...checks.parameters,
        ...from.parameters,
        child: id,
        most: limit + 1,
      },
    );
    const page = pageOf(
      rows,
      limit,
      ({ happened_on, entry }) => ({ value: happened_on, key: entry }),
      (row) => ({
        reference: row.reference,
        kind: row.case_kind,
        what: row.what,
        happenedOn: row.happened_on,
        detail: row.detail,
        imported: row.imported === 1,
      }),
    );
    return { childId: id, ...page };
  }

  @Post()
  @Permits('child.write')
  @Writes({ operationId: 'registerChild', summary: 'Register a child' }, { status: 201 })
  register(@Body() body: RegisterChildDto, @Sent() sent: SentWith): Promise<WrittenDto> {
    const act = {
      type: 'register' as const,
      childId: body.childId,
      initials: body.initials ?? null,
      bornOn: body.bornOn ?? null,
      population: body.population,
      fromRegister: false,
    };
    return this.recorder.begin({ ...this.of(body.childId), act }, sent);
  }

  @Post(':id/complete')
  @Permits('child.write')
  @Writes({ operationId: 'completeChild', summary: 'Complete or mend what is known of a child' })
  complete(
    @Param('id', IdPipe) id: string,
    @Body() body: CompleteChildDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const { initials, bornOn, population } = body;
    return this.recorder.change(
      { ...this.of(id), act: { type: 'complete', initials, bornOn: bornOn ?? null, population } },
      sent,
    );
  }

  @Post(':id/allocate')
  @Permits('child.write')
  @Writes({ operationId: 'allocateChild', summary: 'Allocate a child to a team and an IRO, from a day' })
  allocate(
    @Param('id', IdPipe) id: string,
    @Body() body: AllocateChildDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    const act = {
      type: 'allocate' as const,
      team: this.known.team(body.team, '/team'),
      iro: this.known.person(body.iro, '/iro'),
      from: body.from ?? null,
    };
    return this.recorder.change({ ...this.of(id), act }, sent);
  }

  @Post(':id/leave-care')
  @Permits('child.write')
  @Writes({ operationId: 'recordThatChildLeftCare', summary: 'Record that a child is no longer looked after' })
  leaveCare(
    @Param('id', IdPipe) id: string,
    @Body() { on, because }: LeaveCareDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.recorder.change({ ...this.of(id), act: { type: 'leave-care', on, because } }, sent);
  }

  @Post(':id/come-back-into-care')
  @Permits('child.write')
  @Writes({ operationId: 'recordThatChildCameBackIntoCare', summary: 'Record that a child is looked after again' })
  comeBackIntoCare(
    @Param('id', IdPipe) id: string,
    @Body() { on }: ComeBackIntoCareDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.recorder.change({ ...this.of(id), act: { type: 'come-back-into-care', on } }, sent);
  }

  @Post(':id/record-death')
  @Permits('child.write')
  @Writes({ operationId: 'recordDeathOfChild', summary: 'Record that a child has died' })
  recordDeath(
    @Param('id', IdPipe) id: string,
    @Body() { on }: RecordDeathDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.recorder.change({ ...this.of(id), act: { type: 'record-death', on } }, sent);
  }

  private seen(id: string, asker: Asker): Child {
    const today = this.known.today();
    const child = this.directory.child(id, today);
    if (!child || !postThatMay(asker, 'child.read', relationsToChild(child, asker, this.directory, today)))
      throw notFound();
    return child;
  }

  private of(id: string) {
    return { id, stream: childStream(id), decider: childDecider, permission: 'child.write' as const };
  }
}
