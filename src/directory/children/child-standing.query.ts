import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { lastMomentOf, londonDate } from '../../calendar/dates.js';
import { Executor, fold } from '../../platform/executor.js';
import { notFound } from '../../platform/http/problem.js';
import { notYetOnRecord } from '../../reading/past-readings.js';
import { Readings } from '../../reading/readings.js';
import { postThatMay } from '../../access/access.js';
import { actsThatFit, childDecider, type ChildState, childStream } from '../child.js';
import { childSeen } from './child.query.js';

/** How the record of a child stands, and what the asker may do to it. */
export interface ChildStanding extends Omit<ChildState, 'fromRegister'> {
  readonly allowedActs: readonly string[];
}

/** @throws Problem `not-found` where there is none, or none for the asker to know of */
export class ReadChildStanding extends Query<ChildStanding> {
  constructor(
    readonly child: string,
    readonly asker: Asker,
    readonly asAt?: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(ReadChildStanding)
export class ReadChildStandingHandler implements IQueryHandler<ReadChildStanding> {
  constructor(
    private readonly readings: Readings,
    @Inject(Executor) private readonly executor: Executor,
  ) {}

  async execute({ child, asker, asAt }: ReadChildStanding): Promise<ChildStanding> {
    const { directory, now } = this.readings.withoutRules();
    childSeen(child, asker, directory, londonDate(now));
    const { events } = await this.executor.load(childStream(child), childDecider);
    const state = fold(
      childDecider,
      asAt === undefined ? events : events.filter(({ recordedAt }) => recordedAt <= lastMomentOf(asAt)),
    );
    if (state === null) throw asAt === undefined ? notFound() : notYetOnRecord(asAt);
    const { fromRegister: _, ...standing } = state;
    const mayWrite = asAt === undefined && postThatMay(asker, 'child.write') !== undefined;
    return { ...standing, allowedActs: mayWrite ? actsThatFit(state) : [] };
  }
}
