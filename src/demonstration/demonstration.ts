import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { MeetingKeeper } from '../challenge/meeting/meeting-keeper.js';
import { SeriesKeeper } from '../challenge/series/series-keeper.js';
import { AppModule } from '../app.module.js';
import { CouncilCalendar } from '../calendar/council-calendar.js';
import { FolderDocuments } from '../documents/store/folder-documents.js';
import type { Directory } from '../directory/directory.js';
import { type Clock, SettableClock, systemClock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import type { EventStore } from '../platform/event-store/event-store.js';
import { Executor } from '../platform/executor.js';
import { ProjectionRunner } from '../platform/projections/projection-runner.js';
import { keptSealingKey } from '../platform/sealing/sealing-key.js';
import { EVENT_STORE } from '../platform/store-tokens.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import { ProtocolLibrary } from '../protocol/protocol-library.js';
import { keepEvidence } from './evidence.js';
import { DRAFTS, keepDrafts } from './keep-drafts.js';
import { type BesideTheLog, makeDemonstrationCouncil } from './make-council.js';

const BEING_MADE = 'demonstration-being-made';
const LOG = 'log.sqlite';
const READ_MODELS = 'read-models.sqlite';
const SEALING_KEY = 'sealing.key';

/**
 * Puts the demonstration council into a data folder that has no log yet; one that has is left as it is. It is made in a folder
 * beside and moved in when it is whole, so that a start cut short leaves no half of a council: the next one begins again.
 */
export const prepareDemonstration = async (
  config: Config,
  progress: (sentence: string) => void,
  clock: Clock = systemClock,
): Promise<void> => {
  if (existsSync(join(config.dataDir, LOG))) return;
  const dataDir = join(config.dataDir, BEING_MADE);
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const sealingKey = config.sealingKey ?? keptSealingKey(join(config.dataDir, SEALING_KEY));
  const app = await NestFactory.createApplicationContext(
    AppModule.forRoot(
      { ...config, dataDir, sealingKey },
      { purpose: 'command', clock: new SettableClock(clock.now()) },
    ),
    { logger: false, abortOnError: false },
  );
  try {
    const { drafts, documents } = await fillLog(app, progress);
    keepDrafts(drafts, dataDir, sealingKey, clock);
    await keepEvidence(documents, new FolderDocuments(config.documents.folder, sealingKey), clock.now());
  } finally {
    await app.close();
  }
  // The log last: a folder that has one is whole.
  for (const file of [DRAFTS, READ_MODELS, LOG])
    if (existsSync(join(dataDir, file))) renameSync(join(dataDir, file), join(config.dataDir, file));
  rmSync(dataDir, { recursive: true });
};

/**
 * Makes the council in the empty log of a composition. Where its clock can be set, each act is recorded when it happens; where it
 * cannot, all of it is recorded now.
 */
export const fillLog = async (
  app: INestApplicationContext,
  progress: (sentence: string) => void,
): Promise<BesideTheLog> => {
  const clock = app.get<Clock>(CLOCK);
  return makeDemonstrationCouncil({
    commands: app.get(CommandBus),
    queries: app.get(QueryBus),
    executor: app.get(Executor),
    store: app.get<EventStore>(EVENT_STORE),
    directory: app.get<Directory>(DIRECTORY),
    readModels: app.get(ProjectionRunner),
    meetings: { series: app.get(SeriesKeeper), keeper: app.get(MeetingKeeper) },
    protocols: app.get(ProtocolLibrary),
    calendar: await app.get(CouncilCalendar).current(),
    now: clock.now(),
    recordAt: (moment) => (clock instanceof SettableClock ? clock.set(moment) : undefined),
    progress,
  });
};
