import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { QueryBus } from '@nestjs/cqrs';
import { AppModule } from '../app.module.js';
import type { Composition } from '../composition/composition.js';
import { ViewLog } from '../access/view-log/view-log.js';
import { CouncilCalendar } from '../calendar/council-calendar.js';
import { londonDate } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import { DecisionContexts } from '../disputes/decision-contexts.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import type { EventStore } from '../platform/event-store/event-store.js';
import { Executor } from '../platform/executor.js';
import { ProjectionRunner } from '../platform/projections/projection-runner.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import { EVENT_STORE } from '../platform/store-tokens.js';
import { ProtocolLibrary } from '../protocol/protocol-library.js';
import { WordsNow } from '../protocol/words-now.js';
import type { OpenCouncil } from './council.js';

/**
 * The same composition as the service's, without its doors.
 * @param others a clock or a log in place of the machine's and the folder's own, for tests
 */
export const openCouncil = async (
  config: Config,
  purpose: 'reader' | 'command',
  others: Pick<Composition, 'clock' | 'store'> = {},
): Promise<{ council: OpenCouncil; close: () => Promise<void> }> => {
  const context = await NestFactory.createApplicationContext(AppModule.forRoot(config, { purpose, ...others }), {
    logger: false,
    abortOnError: false,
  });
  return { council: councilOf(context), close: () => context.close() };
};

/** The council of a composition that runs, at this moment. */
export const councilOf = (context: INestApplicationContext): OpenCouncil => {
  const protocols = context.get(ProtocolLibrary);
  const calendar = context.get(CouncilCalendar);
  const contexts = context.get(DecisionContexts);
  const now = context.get<Clock>(CLOCK).now();
  const today = londonDate(now);
  return {
    store: context.get<EventStore>(EVENT_STORE),
    executor: context.get(Executor),
    queries: context.get(QueryBus),
    readModels: context.get(ProjectionRunner),
    views: context.get(ViewLog),
    says: () => context.get(WordsNow).now(),
    directory: context.get<Directory>(DIRECTORY),
    protocols,
    calendar,
    now,
    today,
    contextFor: (actor) => contexts.contextOf({ actor, occurredAt: now }),
  };
};
